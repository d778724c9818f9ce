package fr.forment.session.web;

import fr.forment.french.French;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a session still lacks before its people are summoned, on whom it waits and by when. */
@Component
@RequiredArgsConstructor
class SessionGate {

    private static final String TEAM = "E-RUN";

    private final SessionDates dates;

    /** @param what a French sentence that says how to mend it @param isLate the summons have left without it */
    record Missing(String what, String holder, String by, boolean isLate) {}

    /** Nothing of a session that has begun, or is called off. */
    List<Missing> of(TrainingSession session) {
        List<Missing> found = new ArrayList<>();
        if (!session.mayBeLeft(dates.now(session))) {
            return found;
        }
        if (session.trainerId() == null) {
            found.add(missing(
                    session,
                    "Aucun formateur n'est désigné."
                            + (hasSummoned(session) ? "" : " Sans formateur, les convocations ne partent pas.")));
        }
        if (DayFaults.isLinkMissing(session)) {
            found.add(missing(session, DayFaults.NO_LINK + " Sans elle, les convocations ne partent pas."));
        }
        if (DayFaults.isRoomMissing(session)) {
            found.add(missing(
                    session,
                    "Seule la commune est connue : réservez une salle, puis indiquez-la comme lieu de la session."
                            + (hasSummoned(session)
                                    ? " Les convocations sont parties sans elle ; chaque personne est prévenue quand vous l'indiquez."
                                    : " Sans elle, les convocations ne partent pas.")));
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
