package fr.forment.plan.calculation;

import fr.forment.territory.SchoolRhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a school asked for in the survey, apart from modules. Several of one kind: any of them will do for slots and
 * formats, each counts for partners.
 *
 * @param value of {@code SLOT}: MERCREDI_MATIN, MERCREDI_APRES_MIDI, SOIR, JOURNEE_DECHARGE; of {@code FORMAT}: VISIO,
 *     ECOLE, REGROUPEMENT, AUTOFORMATION; of {@code PARTNER}: UAI of the other school; of {@code TRAVEL}: minutes at
 *     most
 */
public record Wish(String schoolUai, Kind kind, String value) {

    /** Which slot a moment is, in the words of the survey. */
    public static String slot(LocalDate day, LocalTime start) {
        if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            return SchoolRhythm.isWednesdayMorning(day.atTime(start)) ? "MERCREDI_MATIN" : "MERCREDI_APRES_MIDI";
        }
        return SchoolRhythm.isClassTime(day.atTime(start), false) ? "JOURNEE_DECHARGE" : "SOIR";
    }

    public enum Kind {
        SLOT,
        FORMAT,
        PARTNER,
        TRAVEL
    }
}
