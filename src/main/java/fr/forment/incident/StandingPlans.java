package fr.forment.incident;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Busy;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final SessionHalfDays halfDays;
    private final PlanFollowUp followUp;

    StandingPlan of(Plan plan) {
        Map<Integer, TrainingSession> opened = sessions.ofProject(plan.projectId()).stream()
                .filter(session -> session.planLine() != null)
                .collect(Collectors.toMap(TrainingSession::planLine, Function.identity(), (one, later) -> later));
        PlanBasis basis = plans.basis(plan.id());
        Map<Integer, List<PlannedSession>> byHand = byHand(plan, basis, opened);
        List<PlannedSession> standing = basis.sessions().stream()
                .filter(line -> mayBeHeld(opened.get(line.line())))
                .map(line -> plan.state() == PlanState.APPROUVE ? as(line, opened.get(line.line())) : line)
                .toList();
        return new StandingPlan(
                plan,
                basis.taking(byHand.values().stream()
                        .flatMap(List::stream)
                        .map(StandingPlans::taken)
                        .toList()),
                lines(plan, basis.sessions()),
                standing,
                opened.entrySet().stream()
                        .filter(each -> each.getValue().state().isToCome() || byHand.containsKey(each.getKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().id())),
                standing.stream()
                        .map(PlannedSession::line)
                        .filter(line -> isUndated(opened.get(line)))
                        .collect(Collectors.toSet()),
                reminders.offset(Reminder.PLAN_APPROVAL, 1),
                byHand);
    }

    /** What an amendment starts from: the sessions of the plan in force where people expect them. */
    private List<PlannedSession> lines(Plan plan, List<PlannedSession> all) {
        return plan.state() == PlanState.APPROUVE ? PlanFollowUp.asTheyStand(followUp.present(plan), all) : all;
    }

    private static boolean isUndated(TrainingSession session) {
        return session == null || session.state() == SessionState.DATE_A_FIXER;
    }

    /** Also of a session under way whose next date is still to come. */
    private Map<Integer, List<PlannedSession>> byHand(
            Plan plan, PlanBasis basis, Map<Integer, TrainingSession> opened) {
        if (plan.state() != PlanState.APPROUVE) {
            return Map.of();
        }
        List<TrainingSession> open =
                opened.values().stream().filter(StandingPlans::mayBeHeld).toList();
        Map<Long, List<HalfDay>> all = halfDays.of(open);
        Map<Integer, List<PlannedSession>> found = new HashMap<>();
        for (PlannedSession line : basis.sessions()) {
            TrainingSession session = opened.get(line.line());
            if (session != null && mayBeHeld(session) && isSaidByNoLine(session, all.get(session.id()))) {
                found.put(
                        line.line(),
                        all.get(session.id()).stream()
                                .map(half -> as(line, session, half))
                                .toList());
            }
        }
        return found;
    }

    private static boolean isSaidByNoLine(TrainingSession session, List<HalfDay> parts) {
        return session.isOnSeveralDays() || parts.stream().anyMatch(half -> half.trainerId() != null);
    }

    static Busy taken(PlannedSession part) {
        return new Busy(
                part.trainerAgentId(), part.place(), part.day(), part.start(), part.end(), part.seats(), Set.of());
    }

    private static PlannedSession as(PlannedSession line, TrainingSession session, HalfDay half) {
        return as(
                line,
                session,
                half.startsAt(),
                (int) Duration.between(half.startsAt(), half.endsAt()).toMinutes(),
                half.trainer(session));
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
                : as(line, session, session.startsAt(), line.minutes(), session.trainerId());
    }

    private static PlannedSession as(
            PlannedSession line, TrainingSession session, LocalDateTime start, int minutes, Long trainer) {
        return new PlannedSession(
                line.id(),
                line.planId(),
                line.line(),
                line.phase(),
                line.vagueRank(),
                line.moduleCode(),
                start.toLocalDate(),
                start.toLocalTime(),
                minutes,
                session.place(),
                line.format(),
                session.capacity(),
                line.trainerKind(),
                trainer,
                line.profiles(),
                line.seats(),
                line.expected());
    }
}
