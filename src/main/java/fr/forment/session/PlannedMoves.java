package fr.forment.session;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.TeamRights;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.Tolerance;
import fr.forment.session.guard.AskedMove;
import fr.forment.session.guard.MoveBounds;
import fr.forment.session.guard.OrderGuard;
import fr.forment.session.halfday.PlannedHands;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Holds a change made by hand against the plan in force: small ones pass and are traced in its history, others are the
 * IEN's, or ask for an amendment. A session of no plan, or of a line that the plan no longer has, is nobody's promise.
 */
@Component
@RequiredArgsConstructor
public class PlannedMoves {

    private final Plans plans;
    private final MoveBounds bounds;
    private final PlannedHands hands;
    private final OrderGuard order;
    private final SessionWords words;
    private final TeamRights team;
    private final SignedIn me;
    private final Journal journal;

    /** To be kept from before the change until after it. */
    public interface Trace {
        void write(TrainingSession changed, String motive);
    }

    /** What of several changes made together is beyond the tolerance, in French; empty: all may be made at once. */
    public List<String> beyond(Plan plan, List<AskedMove> all) {
        Map<Integer, PlannedSession> lines = lines(plan);
        return all.stream().anyMatch(asked -> !lines.containsKey(asked.session().planLine()))
                ? List.of("une des sessions ne figure plus au plan")
                : Stream.concat(bounds.beyond(all, lines).stream(), outOfOrder(plan, all).stream())
                        .distinct()
                        .toList();
    }

    /** Sessions that move together are judged where all of them are to be. */
    private List<String> outOfOrder(Plan plan, List<AskedMove> all) {
        Map<Integer, List<LocalDate>> moved = all.stream()
                .filter(asked -> asked.start() != null)
                .collect(Collectors.toMap(asked -> asked.session().planLine(), AskedMove::days));
        return moved.isEmpty()
                ? List.of()
                : order.broken(plan.projectId(), moved, all.get(0).session());
    }

    /**
     * What hinders one change, in French: that nobody may decide on, or that it is beyond the tolerance; empty where
     * who acts may decide on it, or nobody need to.
     */
    public List<String> notMine(AskedMove asked) {
        TrainingSession session = asked.session();
        List<String> broken = asked.start() == null ? List.of() : order.broken(session, asked.days());
        return broken.isEmpty() ? beyondMine(session).apply(asked) : broken;
    }

    /** The same of places, many of which may be proposed: the plan is read once. */
    Predicate<String> places(TrainingSession session) {
        Function<AskedMove, List<String>> beyond = beyondMine(session);
        return place -> beyond.apply(new AskedMove(session, null, place, null)).isEmpty();
    }

    private Function<AskedMove, List<String>> beyondMine(TrainingSession session) {
        Map<Integer, PlannedSession> lines = session.planLine() == null || session.state() == SessionState.DATE_A_FIXER
                ? new HashMap<>()
                : plans.approved(session.projectId()).map(this::lines).orElseGet(HashMap::new);
        return !lines.containsKey(session.planLine()) || me.acts(() -> team.answersFor(session.circonscriptionUai()))
                ? asked -> List.of()
                : asked -> bounds.beyond(List.of(asked), lines);
    }

    /** For changes made together, all of them within the tolerance. The caller holds the plan. */
    public Trace together(Plan plan, List<AskedMove> all) {
        List<String> beyond = beyond(plan, all);
        if (!beyond.isEmpty()) {
            throw new Refusal("Ces changements dépassent la tolérance du plan approuvé : " + String.join(" ; ", beyond)
                    + ". Préparez un avenant, que l'IEN approuvera.");
        }
        Map<Long, String> before =
                all.stream().map(AskedMove::session).collect(Collectors.toMap(TrainingSession::id, this::told));
        return (changed, motive) -> trace(plan, Tolerance.WITHIN, before.get(changed.id()), changed, motive);
    }

    private void trace(Plan plan, String what, String before, TrainingSession changed, String motive) {
        if (!told(changed).equals(before)) {
            journal.add(plan.told(what)
                    .part(changed.planLine())
                    .change(before, told(changed))
                    .because(motive));
        }
    }

    private Map<Integer, PlannedSession> lines(Plan plan) {
        return plans.sessions(plan.id()).stream().collect(Collectors.toMap(PlannedSession::line, line -> line));
    }

    /**
     * @throws Refusal beyond the tolerance, unless who acts answers for the circonscription; and, whoever acts, where
     *     what must come first no longer would
     */
    public Trace look(AskedMove asked) {
        if (asked.start() != null) {
            order.refuse(asked.session(), asked.days());
        }
        return look(asked, false);
    }

    /** What is said of a half-day that is being held, or was: it is traced, for nobody can refuse what happened. */
    public Trace happened(AskedMove asked) {
        return look(asked, true);
    }

    private Trace look(AskedMove asked, boolean happened) {
        TrainingSession session = asked.session();
        Optional<Plan> plan = inForce(session);
        Map<Integer, PlannedSession> lines = plan.map(this::lines).orElseGet(HashMap::new);
        PlannedSession line = lines.get(session.planLine());
        if (line == null) {
            return (changed, motive) -> {};
        }
        String before = told(session);
        boolean sought = session.state() == SessionState.DATE_A_FIXER;
        List<String> beyond = sought ? List.of() : bounds.beyond(List.of(asked), lines);
        if (happened) {
            String what = beyond.isEmpty() ? Tolerance.WITHIN : Tolerance.HAPPENED;
            return (changed, motive) -> trace(plan.orElseThrow(), what, before, changed, motive);
        }
        boolean decides = !beyond.isEmpty() && me.acts(() -> team.answersFor(session.circonscriptionUai()));
        if (!beyond.isEmpty() && !decides) {
            throw new Refusal(
                    "Ce changement dépasse la tolérance du plan approuvé : " + String.join(" ; ", beyond)
                            + ". Préparez un avenant sur la page du plan, que l'IEN approuvera ; l'IEN peut aussi faire ce changement ici.");
        }
        String what = decides ? Tolerance.BY_DECISION : sought ? Tolerance.DATE_SOUGHT : Tolerance.WITHIN;
        return (changed, motive) -> trace(plan.orElseThrow(), what, before, changed, motive);
    }

    /** One hand at a time counts what has moved already: two would both find one place left. */
    private Optional<Plan> inForce(TrainingSession session) {
        return session.planLine() == null
                ? Optional.empty()
                : plans.approved(session.projectId()).map(Plan::id).map(plans::held);
    }

    /** A trainer by number: not every reader of a plan's history knows each by name. */
    private String told(TrainingSession session) {
        return words.day(session) + ", " + words.hours(session) + ", " + words.place(session) + ", "
                + (session.trainerId() == null ? words.trainer(session) : PlanNames.numbered(session.trainerId()))
                + hands.standIns(session);
    }
}
