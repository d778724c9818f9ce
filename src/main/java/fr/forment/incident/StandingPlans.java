package fr.forment.incident;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads a version with what became of its sessions. */
@Component
@RequiredArgsConstructor
class StandingPlans {

    private final ComputedPlanService plans;
    private final Sessions sessions;
    private final Reminders reminders;

    StandingPlan of(Plan plan) {
        PlanBasis basis = plans.basis(plan.id());
        Map<Integer, TrainingSession> opened = sessions.ofProject(plan.projectId()).stream()
                .filter(session -> session.planLine() != null)
                .collect(Collectors.toMap(TrainingSession::planLine, Function.identity(), (one, later) -> later));
        List<PlannedSession> standing = basis.sessions().stream()
                .filter(line -> mayBeHeld(opened.get(line.line())))
                .map(line -> plan.state() == PlanState.APPROUVE ? as(line, opened.get(line.line())) : line)
                .toList();
        return new StandingPlan(
                plan,
                basis,
                basis.sessions(),
                standing,
                opened.entrySet().stream()
                        .filter(each -> each.getValue().state().isToCome())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().id())),
                standing.stream()
                        .map(PlannedSession::line)
                        .filter(line -> isUndated(opened.get(line)))
                        .collect(Collectors.toSet()),
                reminders.offset(Reminder.PLAN_APPROVAL, 1));
    }

    private static boolean isUndated(TrainingSession session) {
        return session == null || session.state() == SessionState.DATE_A_FIXER;
    }

    private static boolean mayBeHeld(TrainingSession session) {
        return session == null
                || session.state() != SessionState.ANNULEE && !session.state().isOver();
    }

    /**
     * The line says whom it is for; where, when and with whom is the session's. A version to come may move it again.
     */
    private static PlannedSession as(PlannedSession line, TrainingSession session) {
        return session == null || !session.state().isToCome()
                ? line
                : new PlannedSession(
                        line.id(),
                        line.planId(),
                        line.line(),
                        line.phase(),
                        line.vagueRank(),
                        line.moduleCode(),
                        session.day(),
                        session.startsAt().toLocalTime(),
                        line.minutes(),
                        session.place(),
                        line.format(),
                        session.capacity(),
                        line.trainerKind(),
                        session.trainerId(),
                        line.profiles(),
                        line.seats(),
                        line.expected());
    }
}
