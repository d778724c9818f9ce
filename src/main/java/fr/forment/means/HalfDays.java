package fr.forment.means;

import fr.forment.plan.PlannedSession;
import fr.forment.territory.SchoolRhythm;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/** A day has three: a trainer who is taken for one hour of it gives nothing else in it. */
enum HalfDays {
    MATIN,
    APRES_MIDI,
    SOIREE;

    private static final LocalTime NOON = LocalTime.of(12, 0);
    /** What begins at noon or goes on past the lunch takes the afternoon too. */
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);

    static Set<HalfDays> of(PlannedSession session) {
        Set<HalfDays> taken = EnumSet.noneOf(HalfDays.class);
        if (session.start().isBefore(NOON)) {
            taken.add(MATIN);
        }
        if (!SchoolRhythm.isAfterClass(session.start()) && session.end().isAfter(AFTERNOON)) {
            taken.add(APRES_MIDI);
        }
        if (taken.isEmpty()) {
            taken.add(SchoolRhythm.isAfterClass(session.start()) ? SOIREE : APRES_MIDI);
        }
        return taken;
    }

    /** In which a class would be without its teacher. */
    static int taught(PlannedSession session, boolean wednesdayMorning) {
        boolean wednesday = session.day().getDayOfWeek() == DayOfWeek.WEDNESDAY;
        return (int) of(session).stream()
                .filter(half -> half != SOIREE)
                .filter(half -> !wednesday || half == MATIN && wednesdayMorning)
                .count();
    }
}
