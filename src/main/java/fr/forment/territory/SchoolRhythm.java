package fr.forment.territory;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The school week: with four days and a half, Wednesday morning is taught. Not in the directory: people tell it. */
public enum SchoolRhythm {
    QUATRE_JOURS("4 jours"),
    QUATRE_JOURS_ET_DEMI("4,5 jours"),
    INCONNU("Non renseigné");

    /** Nearly everywhere class ends by then, or earlier: trainings after class begin a quarter of an hour later. */
    private static final LocalTime END_OF_CLASS = LocalTime.of(16, 30);

    private final String label;

    SchoolRhythm(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }

    public boolean teachesOnWednesday() {
        return this == QUATRE_JOURS_ET_DEMI;
    }

    /** When trainings after class begin at the earliest. */
    public static LocalTime afterClass() {
        return END_OF_CLASS.plusMinutes(15);
    }

    /** Whether a training that begins at that moment of a school day takes people out of their class. */
    public boolean isClassTime(LocalDateTime moment) {
        return isClassTime(moment, teachesOnWednesday());
    }

    /** The same, of schools whose rhythm is known as a whole. */
    public static boolean isClassTime(LocalDateTime moment, boolean teachOnWednesday) {
        return moment.getDayOfWeek() == DayOfWeek.WEDNESDAY
                ? teachOnWednesday && isWednesdayMorning(moment)
                : moment.toLocalTime().isBefore(END_OF_CLASS);
    }

    /** When no school teaches any more. */
    public static boolean isAfterClass(LocalTime time) {
        return !time.isBefore(END_OF_CLASS);
    }

    /** The half day that schools of four days and a half teach, and others do not. */
    public static boolean isWednesdayMorning(LocalDateTime moment) {
        return moment.getDayOfWeek() == DayOfWeek.WEDNESDAY
                && moment.toLocalTime().isBefore(LocalTime.NOON);
    }
}
