package fr.forment.session;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.letters.DirectorMails;
import fr.forment.session.letters.WaitingMails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Summons a person: with all the others at the usual date, or alone when enrolled after it. */
@Component
@RequiredArgsConstructor
public class Convoking {

    private final EnrolmentRepository enrolments;
    private final Journal journal;
    private final SessionMails mails;
    private final DirectorMails directorMails;
    private final WaitingMails line;
    private final Clock clock;

    void convoke(TrainingSession session, Enrolment enrolment) {
        EnrolmentState before = enrolment.state();
        enrolment.convoke(clock.instant());
        enrolments.save(enrolment);
        journal.add(enrolment.told(before, null));
        mails.convoked(session, enrolment);
    }

    /** All at once, at the usual date: what their papers have in common is read once, and they are written together. */
    void convoke(TrainingSession session, List<Enrolment> expected) {
        List<JournalEntry> told = new ArrayList<>();
        for (Enrolment enrolment : expected) {
            EnrolmentState before = enrolment.state();
            enrolment.convoke(clock.instant());
            told.add(enrolment.told(before, null));
        }
        enrolments.saveAll(expected);
        journal.addAll(told);
        mails.convoked(session, expected);
    }

    /** The person has moved: what he was sent names a school that is no more his. */
    void convokeAgain(TrainingSession session, Enrolment enrolment) {
        EnrolmentState before = enrolment.state();
        enrolment.convokeAgain(clock.instant());
        enrolments.save(enrolment);
        journal.add(enrolment.told(before, "Nouvelle convocation"));
        mails.convokedAgain(session, enrolment);
    }

    /** After a late enrolment: summoned at once when the others are already, else only told. */
    public void tell(TrainingSession session, Enrolment enrolment) {
        if (session.state() == SessionState.CONVOQUEE) {
            convoke(session, enrolment);
            directorMails.directorsInformed(session, List.of(enrolment));
        } else {
            mails.enrolled(session, enrolment);
        }
    }

    /** Who waited has a place. */
    void tellServed(TrainingSession session, Enrolment enrolment) {
        line.waitsNoMore(session, enrolment);
        if (session.state() == SessionState.CONVOQUEE) {
            tell(session, enrolment);
        } else {
            line.placeFound(session, enrolment);
        }
    }
}
