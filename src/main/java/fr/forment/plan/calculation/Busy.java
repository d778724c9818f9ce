package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Time taken already by a session of another plan in force, or of none.
 *
 * @param trainerId null when nobody is named
 * @param place UAI of a school, or a town, where several rooms may be had
 * @param seats people expected by school (UAI) who have no names yet
 * @param people who are enrolled
 */
public record Busy(
        Long trainerId,
        String place,
        LocalDate day,
        LocalTime start,
        LocalTime end,
        Map<String, Integer> seats,
        Set<Long> people) {

    /** Stands for a place where somebody who is away is not: no road leads there. */
    public static final String AWAY = "Absence";

    /** Somebody is not to be had, whatever for. */
    public static Busy away(long person, LocalDate day, LocalTime start, LocalTime end) {
        return new Busy(null, AWAY, day, start, end, Map.of(), Set.of(person));
    }

    /** Nothing is held then: somebody said an absence. */
    public boolean isAbsence() {
        return AWAY.equals(place);
    }

    public Busy {
        seats = Map.copyOf(seats);
        people = Set.copyOf(people);
    }

    /** Nobody is known to be expected. */
    public Busy(Long trainerId, String place, LocalDate day, LocalTime start, LocalTime end) {
        this(trainerId, place, day, start, end, Map.of(), Set.of());
    }

    /** The same, with other people expected who have no names yet. */
    public Busy seating(Map<String, Integer> others) {
        return new Busy(trainerId, place, day, start, end, others, people);
    }

    public boolean overlaps(LocalDate otherDay, LocalTime otherStart, LocalTime otherEnd) {
        return day.equals(otherDay) && start.isBefore(otherEnd) && otherStart.isBefore(end);
    }

    /** Minutes between it and other hours of the same day; negative where they overlap. */
    public int gap(LocalTime otherStart, LocalTime otherEnd) {
        boolean first = start.isBefore(otherStart);
        return (int) ChronoUnit.MINUTES.between(first ? end : otherEnd, first ? otherStart : start);
    }

    /** Whether it takes that person's time, who leads it or follows it. */
    public boolean takes(Long person) {
        return person != null && (Objects.equals(trainerId, person) || people.contains(person));
    }
}
