package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/** What a trainer gives of a day: its morning, its afternoon, its evening. What lasts all day takes two of them. */
final class PartsOfDay {

    private static final LocalTime NOON = LocalTime.of(12, 0);

    private PartsOfDay() {}

    static Set<String> of(LocalDate day, LocalTime start, LocalTime end) {
        if (!start.isBefore(Slot.AFTER_CLASS)) {
            return Set.of(day + " evening");
        }
        if (!start.isBefore(NOON)) {
            return Set.of(day + " afternoon");
        }
        return end.isAfter(Slot.AFTERNOON) ? Set.of(day + " morning", day + " afternoon") : Set.of(day + " morning");
    }
}
