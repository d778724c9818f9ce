package fr.forment.resource;

import fr.forment.territory.SchoolRhythm;
import java.time.LocalTime;

/**
 * A part of a day that somebody gives or does not. Between the parts stands what belongs to neither: a training from
 * two to five needs the afternoon only, one that begins at five the evening only.
 */
public enum DayPart {
    MATIN("matin", LocalTime.MIN, LocalTime.of(12, 45)),
    APRES_MIDI("après-midi", LocalTime.of(12, 45), SchoolRhythm.afterClass()),
    SOIR("fin de journée", LocalTime.of(17, 15), LocalTime.MAX);

    private final String label;
    private final LocalTime start;
    private final LocalTime end;

    DayPart(String label, LocalTime start, LocalTime end) {
        this.label = label;
        this.start = start;
        this.end = end;
    }

    public String label() {
        return label;
    }

    public LocalTime start() {
        return start;
    }

    public LocalTime end() {
        return end;
    }

    public boolean isTouchedBy(LocalTime begins, LocalTime ends) {
        return start.isBefore(ends) && begins.isBefore(end);
    }

    /** As {@link GivenWeek} writes it behind the number of the day. */
    public char code() {
        return name().charAt(0);
    }
}
