package fr.forment.session;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.forment.engine.Refusal;
import fr.forment.plan.PlanApproved;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An amendment of the plan is approved: coming sessions follow it. What cannot follow keeps its date, and the history says why. */
@Service
@Transactional
public class SessionAmendmentService {

    private static final String WHY = "Avenant au plan de formation";

    private final SessionRepository sessions;
    private final SessionChanges changes;
    private final SessionPhases phases;
    private final PhaseService opening;
    private final SessionHistory history;
    private final SessionDates dates;
    private final SessionProcess process;
    private final Plans plans;

    SessionAmendmentService(SessionRepository sessions, SessionChanges changes, SessionPhases phases, PhaseService opening, SessionHistory history,
            SessionDates dates, SessionProcess process, Plans plans) {
        this.sessions = sessions;
        this.changes = changes;
        this.phases = phases;
        this.opening = opening;
        this.history = history;
        this.dates = dates;
        this.process = process;
        this.plans = plans;
    }

    @EventListener
    void on(PlanApproved event) {
        if (event.replacedPlanId() == null) {
            return;
        }
        Map<Integer, PlannedSession> lines = plans.sessions(event.planId()).stream().collect(Collectors.toMap(PlannedSession::line, Function.identity()));
        List<TrainingSession> coming = sessions.findByProjectIdOrderByStartsAtAscIdAsc(event.projectId()).stream()
                .filter(session -> session.planLine() != null && session.state().isToCome() && !session.hasBegun(dates.now())).toList();
        coming.forEach(session -> follow(sessions.lock(session.id()).orElseThrow(), lines.get(session.planLine())));
        phases.ofProject(event.projectId()).forEach(phase -> openNewLines(phase.id()));
    }

    private void follow(TrainingSession session, PlannedSession line) {
        if (line == null) {
            changes.cancel(session, WHY + " : cette session n'y figure plus.");
            process.cancelled(session.id());
            return;
        }
        LocalDateTime start = line.day().atTime(line.start());
        if (start.equals(session.startsAt())) {
            return;
        }
        try {
            changes.postpone(session, start, line.place(), WHY);
            process.changed(session.id());
        } catch (Refusal no) {
            history.session(session.id(), session.state().label(), session.state().label(), WHY + ", date non reprise : " + no.getMessage());
        }
    }

    private void openNewLines(long phaseId) {
        boolean more = true;
        while (more) {
            more = opening.openSessions(phaseId);
        }
    }
}
