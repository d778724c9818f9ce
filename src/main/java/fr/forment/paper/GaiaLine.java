package fr.forment.paper;

import fr.forment.french.French;
import fr.forment.plan.GaiaIdentifiers;
import fr.forment.plan.PlannedSession;
import java.time.LocalTime;

/**
 * One session as it is typed into GAIA or SOFIA: a group of its module.
 *
 * @param group number within the module, by date
 * @param hours a multiple of three
 * @param publics designated, in French
 * @param end of its first date
 * @param dates all of them, in French, where there are several; else empty
 */
public record GaiaLine(
        PlannedSession session,
        GaiaIdentifiers known,
        int group,
        int hours,
        String publics,
        LocalTime end,
        String dates) {

    /** GAIA counts half-days of three hours, and no half hours. */
    public static final int GRAIN_HOURS = 3;

    private static final int GRAIN_MINUTES = GRAIN_HOURS * 60;

    /** The nearest multiple of three hours, never none. */
    static int hours(int minutes) {
        return GRAIN_HOURS * Math.max(1, (minutes + GRAIN_MINUTES / 2) / GRAIN_MINUTES);
    }

    public boolean isRounded() {
        return hours * 60 != session.minutes();
    }

    /** What it lasts. */
    public String real() {
        return French.duration(session.minutes());
    }
}
