package fr.forment.session.closing;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Seating;
import fr.forment.session.SessionCancelled;
import fr.forment.session.SessionClosed;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionHeld;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionPhase;
import fr.forment.session.SessionPhases;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.WaitingList;
import fr.forment.session.guard.MissedLevels;
import fr.forment.session.letters.Followers;
import fr.forment.session.letters.TeamMails;
import fr.forment.session.letters.TrainerMails;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does with a session once it is over, or will not take place. */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionClosingService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Seating seating;
    private final LostPlaces lost;
    private final WaitingList line;
    private final MissedLevels missed;
    private final SessionPhases phases;
    private final SessionProcess process;
    private final Rewards rewards;
    private final HoursLedger hours;
    private final Journal journal;
    private final Signatures signatures;
    private final SessionMails mails;
    private final TeamMails teamMails;
    private final TrainerMails trainerMails;
    private final MarksMails marksMails;
    private final MarksReminders marksReminders;
    private final Followers followers;
    private final LastTold told;
    private final AmendedAway keeping;
    private final SessionDates dates;
    private final Reminders reminders;
    private final ApplicationEventPublisher events;

    public void askMarks(long sessionId) {
        marksMails.marksAwaited(change(sessionId, SessionState.EN_COURS, SessionState.A_EMARGER));
        events.publishEvent(new MarksAwaited(sessionId));
    }

    /** A reminder that goes to the IEN opens the task to him and to the secretary. */
    public void remindMarks(long sessionId, int occurrence) {
        TrainingSession session = lock(sessionId);
        if (session.state() != SessionState.A_EMARGER) {
            return;
        }
        if (!reminders.goesTo(Reminder.MARKS, occurrence, "IEN")) {
            marksReminders.late(session, occurrence);
        } else {
            marksReminders.escalated(session, occurrence);
            process.openMarksTo(
                    sessionId,
                    List.of(
                            Groups.of(Role.IEN, session.circonscriptionUai()),
                            Groups.of(Role.SECRETAIRE, session.circonscriptionUai())));
        }
    }

    /** @throws Refusal while somebody is not marked, or the parents are not counted */
    public void recordMarks(long sessionId, boolean confirmed, String headCount) {
        TrainingSession session = lock(sessionId);
        if (session.isForParents()) {
            session.countHeads(heads(headCount));
            sessions.save(session);
            journal.state(
                    TrainingSession.JOURNAL,
                    sessionId,
                    session.state().label(),
                    "Présences comptées : " + French.count(session.headCount(), "parent"),
                    null);
            return;
        }
        int unmarked = enrolments.expected(sessionId).size();
        if (unmarked > 0) {
            throw new Refusal(
                    unmarked == 1
                            ? "Il reste une personne sans présence saisie : complétez la feuille d'émargement."
                            : "Il reste " + unmarked
                                    + " personnes sans présence saisie : complétez la feuille d'émargement.");
        }
        if (!confirmed) {
            throw new Refusal("Cochez « Toutes les présences sont saisies » pour terminer.", "confirmed");
        }
        journal.state(TrainingSession.JOURNAL, sessionId, session.state().label(), "Présences confirmées", null);
    }

    @Transactional(readOnly = true)
    public boolean isHeld(long sessionId) {
        TrainingSession session = sessions.findById(sessionId).orElseThrow();
        return session.isForParents()
                ? session.headCount() > 0
                : enrolments.findBySessionIdOrderById(sessionId).stream()
                        .anyMatch(row -> row.state().wasThere());
    }

    /** Attestations, trainings and hours of those who were there; then the news. */
    public void issue(long sessionId) {
        TrainingSession session = change(sessionId, SessionState.A_EMARGER, SessionState.CLOTUREE);
        marksMails.marksSettled(session);
        for (Enrolment row : enrolments.findBySessionIdOrderById(sessionId)) {
            if (row.state().wasThere()) {
                rewards.give(session, row);
            } else if (row.state().isMark()) {
                hours.excuse(row.agentId(), dates.schoolYear(session), row.hoursKey());
            }
        }
        line.end(session, EnrolmentState.ANNULE_ADMIN, "aucune place ne s'est libérée");
        sessions.save(session);
        missed.after(session);
        events.publishEvent(new SessionHeld(sessionId));
        events.publishEvent(new SessionClosed(sessionId));
        leavePhase(session);
    }

    /** Nobody came: no attestation, the hours are free again, and people of the circonscription are told. */
    public void noteNotHeld(long sessionId) {
        TrainingSession session = change(sessionId, SessionState.A_EMARGER, SessionState.NON_REALISEE);
        marksMails.marksSettled(session);
        enrolments.findBySessionIdOrderById(sessionId).stream()
                .filter(row -> row.state().isMark())
                .forEach(row -> {
                    hours.excuse(row.agentId(), dates.schoolYear(session), row.hoursKey());
                    lost.next(session, row.agentId(), true);
                });
        line.end(session, EnrolmentState.ANNULE_ADMIN, "la session n'a pas eu lieu");
        sessions.save(session);
        missed.after(session);
        teamMails.notHeld(session);
        events.publishEvent(new SessionCancelled(sessionId));
        leavePhase(session);
    }

    /** After somebody cancelled the session, or an amendment: everybody leaves it and is told. */
    public void cancel(long sessionId) {
        TrainingSession session = lock(sessionId);
        Optional<JournalEntry> decided = journal.of(TrainingSession.JOURNAL, sessionId).stream()
                .filter(line -> SessionState.ANNULEE.label().equals(line.after()))
                .findFirst();
        String motive = decided.map(JournalEntry::why).orElse("");
        Long author = decided.map(JournalEntry::byWhom).map(signatures::agentId).orElse(null);
        keeping.during(session, () -> empty(session, motive, author));
        seating.clear(session);
        sessions.save(session);
        events.publishEvent(new SessionCancelled(sessionId));
        leavePhase(session);
    }

    /** @param author who cancelled it: he need not be told; null: nobody of the lists */
    private void empty(TrainingSession session, String motive, Long author) {
        long sessionId = session.id();
        line.end(
                session,
                EnrolmentState.SESSION_ANNULEE,
                "la session est annulée" + (motive.isEmpty() ? "" : " (" + motive + ")"));
        int again = 0;
        int expected =
                session.isForParents() ? -1 : enrolments.expected(sessionId).size();
        for (Enrolment row : enrolments.findBySessionIdOrderById(sessionId)) {
            if (row.state().isActive()) {
                seating.unseat(session, row, EnrolmentState.SESSION_ANNULEE, motive);
                String next = lost.next(session, row.agentId(), true);
                again += next.isEmpty() ? 0 : 1;
                mails.cancelled(session, row, motive, next);
            }
        }
        mails.othersSpared(session, SessionMails.CANCELLED_FIRST);
        if (session.trainerId() != null) {
            trainerMails.trainerSpared(session);
        }
        Map<Long, Tidings> known = told.of(session);
        followers.cancelled(session, motive, expected, author);
        if (session.trainerId() != null) {
            trainerMails.trainerCancelled(session, motive, expected);
        }
        if (again > 0) {
            teamMails.toReplan(session, again, known, author); // kept with the others: what leaves drops what is kept
        }
    }

    public void askColdEvaluation(long sessionId) {
        events.publishEvent(new ColdEvaluationDue(sessionId));
    }

    /** Those who were there and have said nothing are reminded, once of each questionnaire. */
    public void remindEvaluation(long sessionId, boolean cold) {
        events.publishEvent(new EvaluationSilent(sessionId, cold));
    }

    public void archive(long sessionId) {
        change(sessionId, SessionState.CLOTUREE, SessionState.ARCHIVEE);
    }

    private void leavePhase(TrainingSession session) {
        if (session.phaseId() == null) {
            return;
        }
        SessionPhase phase = phases.removeOne(session.phaseId());
        if (phases.isReady(phase)) {
            process.phaseReady(phase.id()); // heard once, by the phase that waits for it
        }
        if (phase.remaining() == 0) {
            process.phaseSettled(phase.id());
        }
    }

    private static int heads(String count) {
        return Typed.number(count)
                .filter(people -> people >= 0 && people <= 5000)
                .orElseThrow(() ->
                        new Refusal("Indiquez le nombre de parents présents (0 si personne n'est venu).", "headCount"));
    }

    private TrainingSession change(long sessionId, SessionState from, SessionState to) {
        TrainingSession session = lock(sessionId);
        session.enter(from, to);
        sessions.save(session);
        journal.state(TrainingSession.JOURNAL, sessionId, from.label(), to.label(), null);
        return session;
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow();
    }
}
