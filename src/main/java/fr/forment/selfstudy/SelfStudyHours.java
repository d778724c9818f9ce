package fr.forment.selfstudy;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.hours.HoursSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says which self-study a line of the hours ledger comes from. */
@Component
@RequiredArgsConstructor
class SelfStudyHours implements HoursSource {

    private final SelfStudies studies;
    private final Catalogue catalogue;

    @Override
    public Map<String, Named> name(Collection<String> sourceKeys) {
        List<Long> ids = sourceKeys.stream()
                .filter(Follower::isHoursKey)
                .map(Follower::idOf)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> titles =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        return studies.followers(ids).stream()
                .collect(Collectors.toMap(Follower::hoursKey, ((Function<Follower, Named>) follower -> new Named(
                        follower.followedOn() == null ? follower.dueOn() : follower.followedOn(),
                        titles.getOrDefault(follower.moduleCode(), "Formation à l'ENT") + ", en autoformation",
                        "/autoformations",
                        follower.state().label()))));
    }
}
