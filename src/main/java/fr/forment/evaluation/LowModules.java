package fr.forment.evaluation;

import fr.forment.catalogue.Catalogue;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.session.TrainingSession;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Modules that those who followed them did not find good: said to whoever decides on the next vague. */
@Component
@RequiredArgsConstructor
class LowModules {

    private final Catalogue catalogue;

    Stream<String> of(List<TrainingSession> held, List<SelfStudies.Progress> alone, Results.Whole read) {
        Map<String, Set<Followed>> modules = new TreeMap<>();
        held.forEach(session -> modules.computeIfAbsent(session.moduleCode(), code -> new HashSet<>())
                .add(Followed.session(session.id())));
        alone.forEach(each -> modules.computeIfAbsent(each.study().moduleCode(), code -> new HashSet<>())
                .add(Followed.alone(each.study().id())));
        Map<String, String> titles = catalogue.titles();
        return modules.entrySet().stream()
                .filter(module -> BilanWords.isLow(read.hot(module.getValue())))
                .map(module -> BilanWords.low(
                        titles.getOrDefault(module.getKey(), module.getKey()), read.hot(module.getValue())));
    }
}
