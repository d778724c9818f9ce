package fr.forment.evaluation;

import fr.forment.catalogue.Catalogue;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.session.Sessions;
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
public class LowModules {

    /** A mean under it (marks from 1 to 4) asks for care. */
    public static final double ENOUGH = BilanWords.CONTENT;

    private final Catalogue catalogue;
    private final Sessions sessions;
    private final SelfStudies studies;
    private final Results results;

    /** One of them. @param isOfMany several trained it, so whoever waits for it may know why */
    public record Low(String code, String title, boolean isOfMany) {}

    /** Those of a project, by code, of all that was held and followed in it so far. */
    public List<Low> ofProject(long projectId) {
        List<TrainingSession> held = sessions.ofProject(projectId).stream()
                .filter(session -> session.state().wasHeld())
                .toList();
        List<SelfStudies.Progress> alone = studies.progressOf(projectId);
        var asked = new Results.Of(
                held.stream().map(TrainingSession::id).toList(),
                alone.stream().map(each -> each.study().id()).toList());
        Readings read = results.whole(asked);
        Readings told = results.whole(asked, Audience.anybody());
        Map<String, String> titles = catalogue.titles();
        return byModule(held, alone).entrySet().stream()
                .filter(module -> BilanWords.isLow(read.hot(module.getValue())))
                .map(module -> new Low(
                        module.getKey(),
                        titles.getOrDefault(module.getKey(), module.getKey()),
                        BilanWords.isLow(told.hot(module.getValue()))))
                .toList();
    }

    Stream<String> of(List<TrainingSession> held, List<SelfStudies.Progress> alone, Readings read) {
        Map<String, String> titles = catalogue.titles();
        return byModule(held, alone).entrySet().stream()
                .filter(module -> BilanWords.isLow(read.hot(module.getValue())))
                .map(module -> BilanWords.low(
                        titles.getOrDefault(module.getKey(), module.getKey()), read.hot(module.getValue())));
    }

    private static Map<String, Set<Followed>> byModule(List<TrainingSession> held, List<SelfStudies.Progress> alone) {
        Map<String, Set<Followed>> modules = new TreeMap<>();
        held.forEach(session -> modules.computeIfAbsent(session.moduleCode(), code -> new HashSet<>())
                .add(Followed.session(session.id())));
        alone.forEach(each -> modules.computeIfAbsent(each.study().moduleCode(), code -> new HashSet<>())
                .add(Followed.alone(each.study().id())));
        return modules;
    }
}
