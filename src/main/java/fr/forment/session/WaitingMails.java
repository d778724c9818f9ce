package fr.forment.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What who waits for a place is written. */
@Component
@RequiredArgsConstructor
class WaitingMails {

    /** What tells somebody that he waits, and for which date. */
    private static final List<String> WAITING_IN_LINE = List.of("session/waiting", "session/waitingMoved");

    private final SessionMails letters;
    private final SessionDates dates;

    void waiting(TrainingSession session, Enrolment enrolment) {
        letters.toPerson(
                enrolment,
                letters.letter(session, "waiting", "wait:" + enrolment.id(), Map.of(), dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** What would still tell him that he waits does not leave. */
    void waitsNoMore(TrainingSession session, Enrolment enrolment) {
        letters.takeBack(
                session,
                enrolment.agentId(),
                WAITING_IN_LINE,
                "La personne n'attend plus : une place s'est libérée, ou il n'y en aura pas.");
    }

    /** In the place of the letter that tells of an enrolment. */
    void placeFound(TrainingSession session, Enrolment enrolment) {
        letters.toPerson(
                enrolment,
                letters.letter(session, "placeFound", "enrol:" + enrolment.id(), Map.of(), dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** @param formerly when it was to be, in words @param nearest the sooner of the two moments */
    void waitingMoved(TrainingSession session, Enrolment enrolment, String formerly, Instant nearest, String motive) {
        letters.takeBack(session, enrolment.agentId(), WAITING_IN_LINE, SessionMails.POSTPONED_FIRST);
        letters.toPerson(
                enrolment,
                letters.letter(
                                session,
                                "waitingMoved",
                                "waitMoved:" + enrolment.id() + ":" + session.sequence(),
                                Map.of("avant", formerly, "motif", motive),
                                dates.lastUse(session))
                        .undoing(nearest));
    }

    /** Who waited waits no more; of a session that is cancelled, at once. @param motive follows a colon */
    void noPlace(TrainingSession session, Enrolment enrolment, String motive) {
        waitsNoMore(session, enrolment);
        var letter = letters.letter(session, "noPlace", "noPlace:" + enrolment.id(), Map.of("motif", motive), null)
                .undoing(dates.instant(session, session.startsAt()));
        letters.toPerson(enrolment, session.state() == SessionState.ANNULEE ? letter.atOnce() : letter);
    }
}
