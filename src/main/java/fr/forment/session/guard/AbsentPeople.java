package fr.forment.session.guard;

import fr.forment.french.French;
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
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who of those a session expects said an absence then: whoever trains others is a trainee himself elsewhere. */
@Component
@RequiredArgsConstructor
public class AbsentPeople {

    /**
     * What somebody misses of a session.
     *
     * @param missed half-days, in order
     * @param whole nothing of the session is left
     * @param absences ids of those that say so: the same one said again is another
     */
    record Away(List<HalfDay> missed, boolean whole, List<Long> absences) {

        /** "mercredi 18 novembre 2026, matin, de 9 h à 12 h", one after the other. */
        String told() {
            return missed.stream().map(HalfDay::told).collect(Collectors.joining(" ; "));
        }

        /** The same without the hours. */
        String days() {
            return missed.stream()
                    .map(part -> French.day(part.startsAt()) + ", " + part.part())
                    .collect(Collectors.joining(" ; "));
        }

        /** Tells what is said here from anything else said of the same person and session. */
        String key() {
            return Integer.toHexString(
                    List.of(absences, missed.stream().map(HalfDay::startsAt).toList())
                            .hashCode());
        }
    }

    private final TrainerResources resources;
    private final SessionHalfDays halfDays;

    /**
     * Those of these people who are away on some half-day of the session. The days they give to training are no bound.
     */
    public Set<Long> of(TrainingSession session, Collection<Long> people) {
        return away(session, people).keySet();
    }

    /** By person, how much of the session each of them misses; those who miss nothing are left out. */
    Map<Long, Away> away(TrainingSession session, Collection<Long> people) {
        Map<Long, List<TrainerAbsence>> absences = resources.absences(people, session.day());
        if (absences.isEmpty()) {
            return Map.of();
        }
        List<HalfDay> parts = halfDays.of(session);
        return absences.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), away(each.getValue(), parts)))
                .filter(each -> !each.getValue().missed().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of these half-days. The days somebody gives to training are no bound to being trained. */
    static Away away(List<TrainerAbsence> absences, List<HalfDay> parts) {
        List<HalfDay> missed =
                parts.stream().filter(part -> isAway(absences, part)).toList();
        return new Away(
                missed,
                missed.size() == parts.size(),
                absences.stream()
                        .filter(absence -> missed.stream().anyMatch(part -> isAway(List.of(absence), part)))
                        .map(TrainerAbsence::id)
                        .sorted()
                        .toList());
    }

    private static boolean isAway(List<TrainerAbsence> absences, HalfDay part) {
        return new Presence(0, List.of(), absences)
                .obstacle(
                        part.startsAt().toLocalDate(),
                        part.startsAt().toLocalTime(),
                        part.endsAt().toLocalTime())
                .isPresent();
    }
}
