package fr.forment.session.guard;

import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change leads to; null leaves a fact as it is.
 *
 * @param further days of a session on several dates, beside the first
 * @param standIns whoever stands in for the trainer on some half-day; null: nobody else than before
 */
public record AskedMove(
        TrainingSession session,
        LocalDateTime start,
        String place,
        Long trainerId,
        List<LocalDate> further,
        Set<Long> standIns) {

    public AskedMove(TrainingSession session, LocalDateTime start, String place, Long trainerId) {
        this(session, start, place, trainerId, List.of(), null);
    }

    /** The same half-days, some of them in other hands. */
    public static AskedMove hands(TrainingSession session, List<HalfDay> wanted) {
        return new AskedMove(session, null, null, null, List.of(), standIns(session, wanted));
    }

    private static Set<Long> standIns(TrainingSession session, List<HalfDay> halfDays) {
        return halfDays.stream()
                .map(HalfDay::trainerId)
                .filter(agent -> agent != null && !agent.equals(session.trainerId()))
                .collect(Collectors.toSet());
    }

    /** Half-days on one date or several, in order of time. */
    public static AskedMove dates(TrainingSession session, List<HalfDay> wanted, String place) {
        LocalDateTime first = wanted.get(0).startsAt();
        return new AskedMove(
                session,
                first,
                place,
                null,
                wanted.stream()
                        .map(half -> half.startsAt().toLocalDate())
                        .filter(day -> !day.equals(first.toLocalDate()))
                        .distinct()
                        .toList(),
                standIns(session, wanted));
    }

    /** All its days, where it leads to others; in order of time. */
    public List<LocalDate> days() {
        return Stream.concat(Stream.of(start.toLocalDate()), further.stream())
                .sorted()
                .toList();
    }
}
