package fr.forment.session.closing;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionHeld;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.MissedLevels;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An error is seen after the session was closed: its marks are opened again, nothing of them is lost, and what they
 * were worth is set right at the end. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class MarksReopeningService {

    private static final int LONGEST = 400;

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final MarksReopenings reopenings;
    private final SessionProcess process;
    private final Rewards rewards;
    private final HoursLedger hours;
    private final TrainingRecords records;
    private final Attestations attestations;
    private final SessionDates dates;
    private final MarksMails mails;
    private final MissedLevels missed;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    /** @throws Refusal unless the session is closed, was held with named people, and is not open already */
    public void reopen(long sessionId, String motive) {
        String why = Typed.required(motive, LONGEST, "Indiquez le motif : il est montré à qui corrige.");
        TrainingSession session = lock(sessionId);
        if (session.state() != SessionState.CLOTUREE || session.isForParents()) {
            throw new Refusal(
                    session.isForParents()
                            ? "Une réunion de parents n'a pas d'émargement par personne : il n'y a rien à rouvrir."
                            : "Cette session n'est pas clôturée (état : "
                                    + French.inSentence(session.state().label())
                                    + ") : seul l'émargement d'une session clôturée peut être rouvert.");
        }
        if (reopenings.isOpen(sessionId)) {
            throw new Refusal("L'émargement est déjà rouvert : la tâche « Corriger l'émargement » attend.");
        }
        reopenings.open(sessionId, why);
        if (!process.reopened(sessionId)) {
            throw new Refusal("Le suivi de cette session est terminé : son émargement ne peut plus être rouvert.");
        }
        journal.state(TrainingSession.JOURNAL, sessionId, session.state().label(), "Émargement rouvert", why);
    }

    /** Why; empty once it is corrected. */
    @Transactional(readOnly = true)
    public String motive(long sessionId) {
        return reopenings.motive(sessionId).orElse("");
    }

    public void ask(long sessionId) {
        mails.correctionAwaited(lock(sessionId), motive(sessionId), "correctionAwaited");
    }

    public void remind(long sessionId) {
        if (reopenings.isOpen(sessionId)) {
            mails.correctionAwaited(lock(sessionId), motive(sessionId), "correctionLate");
        }
    }

    /** Attestations, trainings and hours say what the sheet says now. Those that said it already stay as they are. */
    public void record(long sessionId, boolean confirmed) {
        TrainingSession session = lock(sessionId);
        if (!confirmed) {
            throw new Refusal("Cochez « La feuille est corrigée » pour terminer.", "confirmed");
        }
        List<Enrolment> rows = enrolments.findBySessionIdOrderById(sessionId);
        if (rows.stream().anyMatch(row -> row.state().isExpected())) {
            throw new Refusal("Il reste une présence à saisir : complétez la feuille d'émargement.");
        }
        if (rows.stream().noneMatch(row -> row.state().wasThere())) {
            throw new Refusal(
                    "D'après cette feuille, personne n'est venu, alors que la session compte comme tenue. Rétablissez au moins une présence, ou écrivez à l'IEN.");
        }
        rows.forEach(row -> {
            if (row.state().wasThere()) {
                rewards.give(session, row);
            } else if (row.state().isMark()) {
                withdraw(session, row);
            }
            if (!row.state().isComplete() && row.state().isMark()) {
                records.withdraw(row.agentId(), session.moduleCode(), Rewards.source(session));
            }
        });
        reopenings.close(sessionId);
        missed.after(session);
        mails.correctionSettled(session);
        journal.state(TrainingSession.JOURNAL, sessionId, "Émargement rouvert", "Émargement corrigé", null);
        events.publishEvent(new SessionHeld(sessionId));
    }

    private void withdraw(TrainingSession session, Enrolment row) {
        attestations
                .revoke(row.id(), dates.now(session).toLocalDate())
                .ifPresent(revoked -> mails.attestationWithdrawn(session, revoked));
        hours.excuse(row.agentId(), dates.schoolYear(session), row.hoursKey());
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow();
    }
}
