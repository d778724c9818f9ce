package fr.forment.session.guard;

import fr.forment.resource.Presence;
import fr.forment.resource.TrainerAbsence;
import fr.forment.resource.TrainerResources;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who of those a session expects said an absence then: whoever trains others is a trainee himself elsewhere. */
@Component
@RequiredArgsConstructor
public class AbsentPeople {

    private final TrainerResources resources;
    private final SessionHalfDays halfDays;

    /**
     * Those of these people who are away on some half-day of the session. The days they give to training are no bound.
     */
    public Set<Long> of(TrainingSession session, Collection<Long> people) {
        return of(session, people, () -> halfDays.of(session));
    }

    /** The same for who has read the half-days already. */
    Set<Long> of(TrainingSession session, Collection<Long> people, Supplier<List<HalfDay>> read) {
        Map<Long, List<TrainerAbsence>> absences = resources.absences(people, session.day());
        if (absences.isEmpty()) {
            return Set.of();
        }
        List<HalfDay> parts = read.get();
        return absences.entrySet().stream()
                .filter(each -> isAway(new Presence(each.getKey(), List.of(), each.getValue()), parts))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The days somebody gives to training are no bound to being trained. */
    static boolean isAway(Presence present, List<HalfDay> parts) {
        var presence = new Presence(present.agentId(), List.of(), present.absences());
        return parts.stream().anyMatch(part -> presence.obstacle(
                        part.startsAt().toLocalDate(),
                        part.startsAt().toLocalTime(),
                        part.endsAt().toLocalTime())
                .isPresent());
    }
}
