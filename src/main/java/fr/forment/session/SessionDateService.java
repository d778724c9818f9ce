package fr.forment.session;

import fr.forment.journal.Journal;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A session whose people cannot be convoked in time: its vague began late, its plan was approved late or amended. It is
 * neither announced nor held before a person gives it a date.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionDateService {

    private final SessionRepository sessions;
    private final SessionChanges changes;
    private final WaitingList line;
    private final Journal journal;
    private final SessionMails mails;
    private final SessionDates dates;

    @Transactional(readOnly = true)
    public boolean isNoticeLeft(long sessionId) {
        return dates.isNoticeLeft(sessions.findById(sessionId).orElseThrow());
    }

    public void ask(long sessionId) {
        TrainingSession session = lock(sessionId);
        SessionState before = session.state();
        if (before != SessionState.DATE_A_FIXER) {
            session.askDate();
            line.withdraw(session, "une autre date est cherchée pour cette session");
            sessions.save(session);
            journal.state(
                    TrainingSession.JOURNAL,
                    sessionId,
                    before.label(),
                    session.state().label(),
                    "Sa date ne laisse plus le temps de convoquer.");
        }
        mails.dateAwaited(session, 0);
    }

    public void remind(long sessionId) {
        mails.dateAwaited(lock(sessionId), 1);
    }

    /** @throws Refusal when the answer is incomplete, or names a date that is too near as well */
    public LowDecision record(long sessionId, String decision, String newDay, String newTime, String motive) {
        TrainingSession session = lock(sessionId);
        LowDecision decided = LowDecision.of(decision);
        switch (decided) {
            case MAINTENIR -> keep(session, motive);
            case REPORTER ->
                changes.postponeInTime(session, SessionPreparationService.moment(session, newDay, newTime), motive);
            case ANNULER -> changes.cancel(session, motive);
        }
        return decided;
    }

    private void keep(TrainingSession session, String motive) {
        changes.refuseBadMoment(session, session.startsAt());
        String why = SessionChanges.motiveOf(motive);
        session.waiveNotice();
        sessions.save(session);
        journal.state(
                TrainingSession.JOURNAL, session.id(), session.state().label(), "Convoquée avec un délai réduit", why);
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow();
    }
}
