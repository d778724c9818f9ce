package fr.forment.session;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.session.guard.AbsentTrainerService;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.halfday.SessionShifted;
import fr.forment.session.told.ChangeMails;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a session another trainer, or none, and tells whom it concerns. The caller holds the lock. */
@Component
@RequiredArgsConstructor
class Entrusting {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Occupations occupations;
    private final MomentRules moments;
    private final AbsentTrainerService absent;
    private final ChangeMails mails;
    private final SessionWords words;
    private final SessionProcess process;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    /** @param agentId null when nobody is known any more @return false, and nothing changes, where it is his already */
    boolean entrust(TrainingSession session, Long agentId) {
        if (agentId != null && agentId.equals(session.trainerId())) {
            return false;
        }
        if (agentId != null
                && enrolments
                        .active(session.id(), agentId)
                        .filter(row -> row.state().holdsPlace())
                        .isPresent()) {
            throw new Refusal("Cette personne est inscrite à la session : elle ne peut pas l'animer.", "trainer");
        }
        moments.refuseTrainer(session, agentId);
        String before = words.trainer(session);
        Long formerly = session.trainerId();
        if (formerly != null) {
            occupations.free(formerly, session.id());
        }
        session.entrustTo(agentId);
        sessions.save(session);
        if (agentId != null) {
            occupations.take(agentId, session);
        }
        process.entrusted(session.id());
        mails.entrusted(session, formerly);
        absent.changed(session);
        journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                "Formateur : " + before,
                "Formateur : " + words.trainer(session),
                null);
        events.publishEvent(new SessionShifted(session.id()));
        return true;
    }
}
