package fr.forment.phase;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanApproved;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.post.Keeping;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.Occupations;
import fr.forment.session.SessionChanges;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionPhases;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.AmendedAway;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An amendment of the plan is approved: coming sessions follow it. What cannot follow stays as it is, the history says
 * why, and the E-RUN is told. Letters about what changes, and about what is called off, are drafts until a person lets
 * them go.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionAmendmentService {

    private static final String WHY = "Avenant au plan de formation";

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Occupations occupations;
    private final SessionChanges changes;
    private final AmendedSession amended;
    private final SessionPhases phases;
    private final PhaseService opening;
    private final AmendmentMails mails;
    private final SessionWords words;
    private final SessionDates dates;
    private final SessionProcess process;
    private final Plans plans;
    private final Keeping keeping;

    @EventListener
    void on(PlanApproved event) {
        if (event.replacedPlanId() == null) {
            return;
        }
        Plan amendment = plans.find(event.planId()).orElseThrow();
        Map<Integer, PlannedSession> before = byLine(plans.toldBefore(amendment));
        Map<Integer, PlannedSession> after = byLine(plans.sessions(amendment.id()));
        List<TrainingSession> all = sessions.findByProjectIdOrderByStartsAtAscIdAsc(event.projectId()).stream()
                .filter(session -> session.planLine() != null)
                .map(TrainingSession::id)
                .sorted()
                .map(id -> sessions.lock(id).orElseThrow())
                .toList();
        holdEverybody(all, after);
        List<TrainingSession> coming = all.stream()
                .filter(session -> session.state().isToCome() && !session.hasBegun(dates.now(session)))
                .toList();
        coming.stream()
                .filter(session -> !after.containsKey(session.planLine()))
                .forEach(this::cancel);
        Map<TrainingSession, AmendedLine> changed = changed(all, before, after);
        // they may exchange hours, people and trainers among each other
        changed.forEach((session, line) -> {
            if (coming.contains(session) && (line.changesMoment() || line.changesTrainer())) {
                occupations.freeAll(session.id());
            }
        });
        List<String> refused = new ArrayList<>();
        changed.forEach((session, line) ->
                keeping.during(session.circonscriptionUai(), "/plans/" + event.planId(), AmendedAway.TITLE, () -> {
                    List<AmendedFact> facts =
                            coming.contains(session) ? follow(session, line) : amended.refuse(session, line, WHY);
                    facts.stream()
                            .filter(fact -> !fact.isTaken())
                            .forEach(fact -> refused.add(words.title(session) + ", " + words.day(session) + " – "
                                    + fact.refused() + " – " + fact.no()));
                }));
        if (!refused.isEmpty()) {
            mails.refused(all.get(0).circonscriptionUai(), words.circonscription(all.get(0)), event.planId(), refused);
        }
        phases.ofProject(event.projectId()).forEach(phase -> openNewLines(phase.id()));
    }

    private List<AmendedFact> follow(TrainingSession session, AmendedLine line) {
        List<AmendedFact> facts = amended.follow(session, line, WHY);
        boolean sought = session.state() == SessionState.DATE_A_FIXER; // perhaps the amendment mends what was asked for
        if (facts.stream()
                .anyMatch(fact -> fact.isTaken() && (sought || fact.name().equals(AmendedFact.DATE)))) {
            process.changed(session.id());
        }
        return facts;
    }

    private void cancel(TrainingSession session) {
        occupations.freeAll(session.id());
        changes.cancel(session, AmendedAway.WHY);
        process.cancelled(session.id());
    }

    /** Sessions whose line the amendment changes, those first whose people stay where they are. */
    private static Map<TrainingSession, AmendedLine> changed(
            List<TrainingSession> all, Map<Integer, PlannedSession> before, Map<Integer, PlannedSession> after) {
        return all.stream()
                .filter(session -> before.containsKey(session.planLine()) && after.containsKey(session.planLine()))
                .map(session -> Map.entry(
                        session, new AmendedLine(before.get(session.planLine()), after.get(session.planLine()))))
                .filter(entry -> entry.getValue().changesAnything())
                .sorted((one, other) -> Boolean.compare(
                        one.getValue().changesMoment(), other.getValue().changesMoment()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** At once: session by session, two who need the same people could wait for each other. */
    private void holdEverybody(List<TrainingSession> all, Map<Integer, PlannedSession> after) {
        Stream<Long> people = all.stream()
                .filter(session -> session.state().isToCome())
                .flatMap(session -> enrolments.findBySessionIdOrderById(session.id()).stream())
                .map(Enrolment::agentId);
        Stream<Long> trainers = Stream.concat(
                all.stream().map(TrainingSession::trainerId),
                after.values().stream().map(PlannedSession::trainerAgentId));
        occupations.hold(
                Stream.concat(people, trainers.filter(Objects::nonNull)).toList());
    }

    private static Map<Integer, PlannedSession> byLine(List<PlannedSession> lines) {
        return lines.stream().collect(Collectors.toMap(PlannedSession::line, Function.identity()));
    }

    private void openNewLines(long phaseId) {
        boolean more = true;
        while (more) {
            more = opening.openSessions(phaseId);
        }
    }
}
