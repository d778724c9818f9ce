package fr.forment.plan.calculation;

import fr.forment.catalogue.MiddayBreak;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When people can come. Teachers: Wednesday afternoon (all day where Wednesday is free), or the end of another day for
 * what is short. Circonscription people: any school day.
 */
public record Slot(Set<DayOfWeek> days, LocalTime start) {

    /** Longest training after class. */
    static final int EVENING_MINUTES = 90;
    /** Longest training that fits a Wednesday afternoon. */
    static final int AFTERNOON_MINUTES = MiddayBreak.HALF_DAY_MINUTES;

    static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    public static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    public static final LocalTime AFTER_WEDNESDAY_CLASS = LocalTime.of(14, 0);
    public static final LocalTime AFTER_CLASS = LocalTime.of(17, 0);
    static final LocalTime PARENTS = LocalTime.of(18, 0);
    static final Set<DayOfWeek> EVENINGS = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
    static final Set<DayOfWeek> WEDNESDAY = EnumSet.of(DayOfWeek.WEDNESDAY);
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

    /**
     * All a search may choose from: the usual one, and what schools wished for where the module fits.
     *
     * @param wished as in {@link Wish}
     */
    public static List<Slot> choices(ModuleFacts module, Set<String> wished) {
        Slot usual = ofSchools(module, List.of());
        List<Slot> slots = new ArrayList<>(List.of(usual));
        if (!module.isHeldBySchool()) {
            Slot morning = new Slot(WEDNESDAY, MORNING);
            Slot afternoon = new Slot(WEDNESDAY, AFTERNOON);
            if (wished.contains("MERCREDI_MATIN") && !usual.equals(morning)) {
                slots.add(morning);
            }
            if (wished.contains("MERCREDI_APRES_MIDI")
                    && module.minutes() <= AFTERNOON_MINUTES
                    && !usual.equals(afternoon)) {
                slots.add(afternoon);
            }
        }
        return slots;
    }

    /** What lasts all day takes people out of a class they have on Wednesday morning. */
    public static boolean isPossible(ModuleFacts module, SchoolFacts school) {
        return module.isHeldBySchool() || module.minutes() <= AFTERNOON_MINUTES || !school.wednesdayMorning();
    }

    public static List<Slot> ofCirconscription(ModuleFacts module) {
        Slot morning = new Slot(ALL, MORNING);
        return module.minutes() > AFTERNOON_MINUTES ? List.of(morning) : List.of(morning, new Slot(ALL, AFTERNOON));
    }

    /** What a trainer gives of a day: its morning, its afternoon, its evening. What lasts all day takes two of them. */
    static Set<String> partsOfDay(LocalDate day, LocalTime start, LocalTime end) {
        if (!start.isBefore(AFTER_CLASS)) {
            return Set.of(day + " evening");
        }
        if (!start.isBefore(NOON)) {
            return Set.of(day + " afternoon");
        }
        return end.isAfter(AFTERNOON) ? Set.of(day + " morning", day + " afternoon") : Set.of(day + " morning");
    }

    public boolean isOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    LocalTime end(ModuleFacts module) {
        return MiddayBreak.end(start, module.minutes());
    }
}
