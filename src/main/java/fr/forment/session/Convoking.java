package fr.forment.session;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

/** Summons a person: with all the others at the usual date, or alone when enrolled after it. */
@Component
class Convoking {

    private final EnrolmentRepository enrolments;
    private final SessionHistory history;
    private final SessionMails mails;
    private final Clock clock;

    Convoking(EnrolmentRepository enrolments, SessionHistory history, SessionMails mails, Clock clock) {
        this.enrolments = enrolments;
        this.history = history;
        this.mails = mails;
        this.clock = clock;
    }

    void convoke(TrainingSession session, Enrolment enrolment) {
        EnrolmentState before = enrolment.state();
        enrolment.convoke(clock.instant());
        enrolments.save(enrolment);
        history.enrolment(enrolment, before, null);
        mails.convoked(session, enrolment);
    }

    /** After a late enrolment: summoned at once when the others are already, else only told. */
    void tell(TrainingSession session, Enrolment enrolment) {
        if (session.state() == SessionState.CONVOQUEE) {
            convoke(session, enrolment);
            mails.directorsInformed(session, List.of(enrolment));
        } else {
            mails.enrolled(session, enrolment);
        }
    }

    /** Who waited has a place. */
    void tellServed(TrainingSession session, Enrolment enrolment) {
        mails.waitsNoMore(session, enrolment);
        if (session.state() == SessionState.CONVOQUEE) {
            tell(session, enrolment);
        } else {
            mails.placeFound(session, enrolment);
        }
    }
}
