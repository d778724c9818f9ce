package fr.forment.session;

import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import fr.forment.journal.Journal;
import fr.forment.session.guard.AbsentTraineeService;
import fr.forment.session.guard.MissedLevels;
import fr.forment.session.letters.DirectorMails;
import fr.forment.session.letters.TeamMails;
import fr.forment.session.letters.TrainerMails;
import fr.forment.session.told.EnrolmentsShort;
import fr.forment.session.told.SessionAnnounced;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process does with a session until it begins. */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionPreparationService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final SessionChanges changes;
    private final Convoking convoking;
    private final WaitingList line;
    private final MissedLevels missed;
    private final AbsentTraineeService away;
    private final Journal journal;
    private final SessionMails mails;
    private final TeamMails teamMails;
    private final TrainerMails trainerMails;
    private final DirectorMails directorMails;
    private final SessionDates dates;
    private final ApplicationEventPublisher events;

    /** Opens the enrolments and tells the trainer; a session cancelled meanwhile stays so. */
    public void announce(long sessionId) {
        TrainingSession session = lock(sessionId);
        if (session.open()) {
            line.serve(session);
            sessions.save(session);
            journal.state(
                    TrainingSession.JOURNAL,
                    sessionId,
                    SessionState.PLANIFIEE.label(),
                    session.state().label(),
                    null);
            trainerMails.announced(session);
            teamMails.roomAwaited(session);
        }
        if (session.state().isToCome()) {
            events.publishEvent(new SessionAnnounced(sessionId));
        }
    }

    @Transactional(readOnly = true)
    public boolean isCancelled(long sessionId) {
        return get(sessionId).state() == SessionState.ANNULEE;
    }

    /** Before it is asked whether so few are enough, whomever the plan means and may come by now has a place. */
    public boolean isMinimumReached(long sessionId) {
        if (isConfirmed(sessionId)) { // what it lacked was given meanwhile
            return true;
        }
        if (!get(sessionId).isMinimumReached()) {
            events.publishEvent(new EnrolmentsShort(sessionId));
        }
        return get(sessionId).isMinimumReached();
    }

    /** Nobody is asked what is settled in the same breath: on the eve there is no time to answer. */
    public void askDecision(long sessionId) {
        TrainingSession session = lock(sessionId);
        if (dates.decision(session).isAfter(dates.now(session))) {
            teamMails.decisionAwaited(session, session.booked());
        }
    }

    /**
     * Nobody decided in time, and silence decides nothing: nobody is summoned, nothing is cancelled. Who expects the
     * session hears that its date is open again; the team is asked for it next.
     */
    public void noteUndecided(long sessionId) {
        TrainingSession session = lock(sessionId);
        session.leaveUndecided();
        sessions.save(session);
        if (!session.hasBegun(dates.now(session))) {
            enrolments.expected(sessionId).forEach(row -> mails.dateInDoubt(session, row));
            trainerMails.dateInDoubt(session);
        }
    }

    /** @throws Refusal when the answer is incomplete or cannot be followed */
    public LowDecision recordLow(long sessionId, String decision, String newDay, String newTime, String motive) {
        TrainingSession session = lock(sessionId);
        LowDecision decided = LowDecision.of(decision);
        switch (decided) {
            case MAINTENIR -> {
                refuseNobody(session);
                SessionChanges.refuseTooLong(motive);
                session.keep();
                sessions.save(session);
                journal.state(
                        TrainingSession.JOURNAL, sessionId, session.state().label(), decided.label(), motive);
            }
            case REPORTER -> changes.postponeInTime(session, moment(session, newDay, newTime), motive);
            default -> changes.cancel(session, motive);
        }
        return decided;
    }

    private static void refuseNobody(TrainingSession session) {
        if (session.booked() == 0) {
            throw new Refusal(
                    "Personne n'est inscrit : une session ne se maintient pas sans inscrits. Inscrivez quelqu'un depuis la page de la session, reportez-la ou annulez-la.");
        }
    }

    /** What it lacks is asked for next; it is confirmed already where that was given meanwhile. */
    public void confirm(long sessionId) {
        if (!isConfirmed(sessionId)) {
            teamMails.decisionSettled(change(sessionId, SessionState.OUVERTE, SessionState.CONFIRMEE));
        }
    }

    private boolean isConfirmed(long sessionId) {
        return get(sessionId).state() == SessionState.CONFIRMEE;
    }

    /** Everybody enrolled is summoned by name; their directors and the trainer are informed. */
    public void convoke(long sessionId) {
        boolean wasEnough = lock(sessionId).isMinimumReached();
        missed.before(sessionId);
        away.before(sessionId);
        tellBelowMinimum(sessionId, wasEnough);
        TrainingSession session = change(sessionId, SessionState.CONFIRMEE, SessionState.CONVOQUEE);
        List<Enrolment> expected = enrolments.expected(sessionId);
        convoking.convoke(session, expected);
        directorMails.directorsInformed(session, expected);
        trainerMails.trainerInformed(session, expected.size());
    }

    /**
     * Those still expected who were summoned before the instant of the reminder; who came later has just been written
     * to.
     */
    public void remind(long sessionId) {
        boolean wasEnough = lock(sessionId).isMinimumReached();
        missed.before(sessionId);
        tellBelowMinimum(sessionId, wasEnough);
        TrainingSession session = lock(sessionId);
        var due = dates.instant(session, dates.reminder(session));
        if (!session.hasBegun(dates.now(session))) {
            enrolments.expected(sessionId).stream()
                    .filter(enrolment -> enrolment.convokedAt() != null
                            && enrolment.convokedAt().isBefore(due))
                    .forEach(enrolment -> mails.reminded(session, enrolment));
        }
    }

    /** The question of the minimum is behind: whoever could have answered it is told. */
    private void tellBelowMinimum(long sessionId, boolean wasEnough) {
        TrainingSession session = get(sessionId);
        if (wasEnough && !session.isMinimumReached()) {
            teamMails.belowMinimum(session);
        }
    }

    /** Of use before it begins; while nobody is named the E-RUN has been asked to name somebody. */
    public void remindTrainer(long sessionId) {
        TrainingSession session = lock(sessionId);
        if (!session.hasBegun(dates.now(session))) {
            trainerMails.trainersReminded(
                    session, enrolments.expected(sessionId).size());
        }
    }

    public void begin(long sessionId) {
        change(sessionId, SessionState.CONVOQUEE, SessionState.EN_COURS);
    }

    private TrainingSession change(long sessionId, SessionState from, SessionState to) {
        TrainingSession session = lock(sessionId);
        session.enter(from, to);
        sessions.save(session);
        journal.state(TrainingSession.JOURNAL, sessionId, from.label(), to.label(), null);
        return session;
    }

    static LocalDateTime moment(TrainingSession session, String day, String time) {
        LocalTime hour = time == null || time.isBlank()
                ? session.startsAt().toLocalTime()
                : TypedHours.time(time).orElseThrow(() -> new Refusal(TypedHours.advice(time), "newTime"));
        return Typed.date(day, "Indiquez la nouvelle date de la session.", "newDay")
                .atTime(hour);
    }

    private TrainingSession get(long sessionId) {
        return sessions.findById(sessionId).orElseThrow();
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow();
    }
}
