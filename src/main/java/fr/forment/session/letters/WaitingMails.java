package fr.forment.session.letters;

import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What who waits for a place is written. */
@Component
@RequiredArgsConstructor
public class WaitingMails {

    /** What tells somebody that he waits, and for which date. */
    private static final List<String> WAITING_IN_LINE = List.of("session/waiting", "session/waitingMoved");

    private final SessionMails letters;
    private final SessionDates dates;
    private final LastTold told;

    public void waiting(TrainingSession session, Enrolment enrolment) {
        letters.toPerson(
                enrolment,
                letters.letter(session, "waiting", "wait:" + enrolment.id(), Map.of(), dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** What would still tell him that he waits does not leave. */
    public void waitsNoMore(TrainingSession session, Enrolment enrolment) {
        letters.takeBack(
                session,
                enrolment.agentId(),
                WAITING_IN_LINE,
                "La personne n'attend plus : une place s'est libérée, ou il n'y en aura pas.");
    }

    /** In the place of the letter that tells of an enrolment. */
    public void placeFound(TrainingSession session, Enrolment enrolment) {
        letters.toPerson(
                enrolment,
                letters.letter(session, "placeFound", "enrol:" + enrolment.id(), Map.of(), dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** Since what he was last told; who was told nothing yet hears for which date he waits. */
    public void waitingMoved(TrainingSession session, Enrolment enrolment, Tidings formerly, String motive) {
        letters.takeBack(session, enrolment.agentId(), WAITING_IN_LINE, SessionMails.POSTPONED_FIRST);
        Tidings known = told.of(session, enrolment.agentId()).orElse(formerly);
        if (!known.equals(Tidings.of(session))) {
            letters.toPerson(
                    enrolment,
                    letters.letter(
                                    session,
                                    "waitingMoved",
                                    "waitMoved:" + enrolment.id() + ":" + session.sequence() + told.turn(session),
                                    Map.of(
                                            "avant",
                                            told.moment(known),
                                            "motif",
                                            motive,
                                            "memeMoment",
                                            known.isSameMoment(Tidings.of(session)),
                                            "ajoutee",
                                            told.added(known, session) > 0,
                                            "ajouts",
                                            told.added(known, session)),
                                    dates.lastUse(session))
                            .undoing(dates.nearer(session, known.start()))
                            .settling());
        }
    }

    /** Who waited waits no more; of a session that is cancelled, at once. @param motive follows a colon */
    public void noPlace(TrainingSession session, Enrolment enrolment, String motive) {
        waitsNoMore(session, enrolment);
        var letter = letters.letter(
                        session,
                        "noPlace",
                        "noPlace:" + enrolment.id(),
                        letters.known(session, enrolment.agentId(), motive),
                        null)
                .undoing(dates.instant(session, session.startsAt()));
        letters.toPerson(
                enrolment,
                session.state() == SessionState.ANNULEE
                        ? letter.cancelling(dates.instant(session, session.startsAt()))
                        : letter);
    }
}
