package fr.forment.plan.calculation;

import fr.forment.catalogue.MiddayBreak;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When people can come. Teachers: Wednesday afternoon (all day where Wednesday is free), or the end of another day for
 * what is short. Circonscription people: any school day.
 */
record Slot(Set<DayOfWeek> days, LocalTime start) {

    /** Longest training after class. */
    static final int EVENING_MINUTES = 90;
    /** Longest training that fits a Wednesday afternoon. */
    static final int AFTERNOON_MINUTES = MiddayBreak.HALF_DAY_MINUTES;

    static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final LocalTime AFTER_WEDNESDAY_CLASS = LocalTime.of(14, 0);
    private static final LocalTime AFTER_CLASS = LocalTime.of(17, 0);
    private static final LocalTime PARENTS = LocalTime.of(18, 0);
    private static final Set<DayOfWeek> EVENINGS = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    private static final Set<DayOfWeek> WEDNESDAY = EnumSet.of(DayOfWeek.WEDNESDAY);
    private static final Set<DayOfWeek> ALL = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    static Slot ofSchools(ModuleFacts module, Collection<SchoolFacts> schools) {
        if (module.isHeldBySchool()) {
            return new Slot(EVENINGS, PARENTS);
        }
        if (module.minutes() <= EVENING_MINUTES) {
            return new Slot(EVENINGS, AFTER_CLASS);
        }
        if (module.minutes() > AFTERNOON_MINUTES) {
            return new Slot(WEDNESDAY, MORNING);
        }
        return new Slot(
                WEDNESDAY,
                schools.stream().anyMatch(SchoolFacts::wednesdayMorning) ? AFTER_WEDNESDAY_CLASS : AFTERNOON);
    }

    static List<Slot> ofCirconscription(ModuleFacts module) {
        Slot morning = new Slot(ALL, MORNING);
        return module.minutes() > AFTERNOON_MINUTES ? List.of(morning) : List.of(morning, new Slot(ALL, AFTERNOON));
    }

    boolean isOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    LocalTime end(ModuleFacts module) {
        return MiddayBreak.end(start, module.minutes());
    }
}
