package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What another way to hold a session is looked for.
 *
 * @param when days and hours that will do
 * @param places that will do; none: wherever the group can meet, first where it does now
 */
public record Aim(BiPredicate<LocalDate, LocalTime> when, List<String> places) {

    public static final Aim ANY = new Aim((day, start) -> true, List.of());

    public Aim {
        places = List.copyOf(places);
    }

    public static Aim at(BiPredicate<LocalDate, LocalTime> when) {
        return new Aim(when, List.of());
    }

    public static Aim in(List<String> places) {
        return new Aim(ANY.when, places);
    }
}
