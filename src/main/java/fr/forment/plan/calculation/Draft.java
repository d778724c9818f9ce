package fr.forment.plan.calculation;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * A proposed session.
 *
 * @param vagueRank null: training of trainers
 * @param place UAI of a school, or a town
 * @param trainerId null when nobody of the kind is known
 * @param line number of the session that stood before it; null for a new one
 * @param seats people per school; empty for the people of the circonscription
 */
public record Draft(
        Integer vagueRank,
        ModuleFacts module,
        LocalDate day,
        LocalTime start,
        String place,
        int capacity,
        Long trainerId,
        Set<Profile> profiles,
        Map<String, Integer> seats,
        int expected,
        Integer line) {

    /** As people number the sessions of a plan: trainers, then vague by vague, by date. */
    public static final Comparator<Draft> IN_ORDER = Comparator.comparing(
                    Draft::vagueRank, Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
            .thenComparing(Draft::day)
            .thenComparing(Draft::start)
            .thenComparing(draft -> draft.module().code());

    /** A new session. */
    public Draft(
            Integer vagueRank,
            ModuleFacts module,
            LocalDate day,
            LocalTime start,
            String place,
            int capacity,
            Long trainerId,
            Set<Profile> profiles,
            Map<String, Integer> seats,
            int expected) {
        this(vagueRank, module, day, start, place, capacity, trainerId, profiles, seats, expected, null);
    }

    public Draft with(Integer number, Map<String, Integer> people, int all) {
        return new Draft(vagueRank, module, day, start, place, capacity, trainerId, profiles, people, all, number);
    }

    public LocalTime end() {
        return MiddayBreak.end(start, module.minutes());
    }
}
