package fr.forment.session.web;

import fr.forment.french.French;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a session still lacks before its people are summoned, as the summons ask it, on whom it waits and by when. */
@Component
@RequiredArgsConstructor
class SessionGate {

    private static final String TEAM = "E-RUN";
    private static final String HELD = " D'ici là, les convocations ne partent pas.";
    private static final String SUMMONED =
            " Les convocations sont parties sans cela ; chaque personne est prévenue quand vous l'indiquez.";

    private final SessionDates dates;
    private final DayFaults faults;

    /** @param what a French sentence that says how to mend it @param isLate the summons have left without it */
    record Missing(String what, String holder, String by, boolean isLate) {}

    /** Nothing of a session that has begun, or is called off. */
    List<Missing> of(TrainingSession session, List<HalfDay> parts) {
        List<Missing> found = new ArrayList<>();
        if (!session.mayBeLeft(dates.now(session))) {
            return found;
        }
        for (String what : faults.lacks(session, parts)) {
            found.add(missing(session, what + (hasSummoned(session) ? SUMMONED : HELD)));
        }
        return found;
    }

    private Missing missing(TrainingSession session, String what) {
        LocalDate summons = dates.convocation(session).toLocalDate();
        LocalDate by =
                hasSummoned(session) || summons.isBefore(dates.now(session).toLocalDate()) ? session.day() : summons;
        return new Missing(what, TEAM, French.day(by), hasSummoned(session));
    }

    private static boolean hasSummoned(TrainingSession session) {
        return session.state() == SessionState.CONVOQUEE;
    }
}
