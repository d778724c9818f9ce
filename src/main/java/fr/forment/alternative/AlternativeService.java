package fr.forment.alternative;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.SessionChange;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.conditions.Checked;
import fr.forment.plan.conditions.Lack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes somebody thought about, one after the other, kept in a draft of his own; then he applies them: all of them or
 * none.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AlternativeService {

    /**
     * @param sessions with the changes that can be made
     * @param left changes that cannot be made any more
     */
    public record Thought(List<Draft> sessions, List<Change> made, List<Change> left) {}

    /** More would be another plan. */
    public static final int MOST = 20;

    private final ComputedPlanService plans;
    private final Plans sessions;
    private final PlanFollowUp followUp;
    private final DraftChanges drafts;
    private final SignedIn me;

    /**
     * @param lacks of those without a seat, whose hours are not enough: as every page and paper of the version says it
     */
    public record Read(PlanBasis basis, PlanNames.Of called, List<Lack> lacks) {}

    @Transactional(readOnly = true)
    public Read basis(PlanRights.Located located) {
        ComputedPlanService.Read read = plans.named(located);
        Checked checked = sessions.checked(located.plan().id());
        PlanBasis standing = read.basis().withoutCalledOff(followUp.present(located.plan()));
        return new Read(standing.needing(checked.needs()), read.called(), checked.lacks());
    }

    /** As every page of the version counts: from the needs it was last checked against. */
    private PlanBasis seen(Plan plan) {
        return plans.reading(plan).needing(sessions.needs(plan.id()));
    }

    /** Numbers of the sessions of a plan, and of those that a draft of one's own still names. */
    @Transactional(readOnly = true)
    public Collection<Integer> lines(long planId) {
        return Stream.concat(
                        sessions.sessions(planId).stream().map(PlannedSession::line),
                        draft(planId).stream().map(Change::line))
                .toList();
    }

    /** The draft of who is signed in. */
    @Transactional(readOnly = true)
    public List<Change> draft(long planId) {
        return drafts.of(planId, me.login());
    }

    /**
     * Takes the place of another change of the same session. @throws Refusal when the way is none, or there are too
     * many
     */
    public void think(long planId, Change change) {
        PlanBasis basis = seen(plans.version(planId));
        List<Change> before = new ArrayList<>(draft(planId));
        before.removeIf(other -> other.line() == change.line());
        Thought thought = think(basis, before);
        if (before.size() >= MOST) {
            throw new Refusal("Votre brouillon contient déjà " + MOST
                    + " changements. Appliquez-les, ou retirez-en un, puis ajoutez celui-ci.");
        }
        if (way(basis, thought.sessions(), change).isEmpty()) {
            throw new Refusal(
                    "La session de la ligne " + change.line()
                            + " ne peut plus se tenir ainsi : le plan ou votre brouillon a changé. Les propositions ci-dessous sont à jour.");
        }
        drafts.remove(planId, me.login(), change.line());
        drafts.add(planId, me.login(), change);
    }

    /** Whether it was in the draft. */
    public boolean forget(long planId, int line) {
        return drafts.remove(planId, me.login(), line);
    }

    /** The plan as it would be: each change is looked at with those before it. */
    public static Thought think(PlanBasis basis, List<Change> changes) {
        List<Draft> sessions = basis.drafts();
        List<Change> made = new ArrayList<>();
        List<Change> left = new ArrayList<>();
        for (Change change : changes) {
            List<Draft> before = sessions;
            Optional<Draft> way = way(basis, before, change);
            (way.isPresent() ? made : left).add(change);
            sessions = way.map(found -> before.stream()
                            .map(draft -> draft.line().equals(found.line()) ? found : draft)
                            .toList())
                    .orElse(before);
        }
        return new Thought(sessions, made, left);
    }

    private static Optional<Draft> way(PlanBasis basis, List<Draft> sessions, Change change) {
        return sessions.stream().anyMatch(draft -> draft.line() == change.line())
                ? new SessionAlternatives(basis.facts(), basis.weights(), sessions, change.line()).way(change)
                : Optional.empty();
    }

    /**
     * Returns how many sessions changed.
     *
     * @param seen fingerprint of the sessions somebody looked at
     * @throws Refusal when one of the changes cannot be made, or the plan has changed meanwhile; nothing is written
     *     then, and the draft stays
     */
    public int apply(long planId, String seen) {
        Plan plan = plans.hold(planId);
        List<Change> changes = draft(planId);
        if (changes.isEmpty()) {
            throw new Refusal(
                    "Votre brouillon est vide : ces changements viennent peut-être d'être appliqués, dans un autre onglet. Sinon, choisissez d'abord une autre façon de tenir une session.");
        }
        PlanBasis basis = seen(plan);
        if (!basis.sessionsPrint().equals(seen)) {
            throw new Refusal(
                    "Quelqu'un a modifié des sessions depuis l'ouverture de cette page : rien n'est appliqué, votre brouillon est gardé. Relisez-le, il est à jour, puis appliquez-le.");
        }
        Thought thought = think(basis, changes);
        if (!thought.left().isEmpty()) {
            throw new Refusal(
                    "La session de la ligne " + thought.left().get(0).line()
                            + " ne peut plus se tenir ainsi : rien n'est appliqué, votre brouillon est gardé. Retirez-en ce changement, ou choisissez-en un autre.");
        }
        plans.change(
                planId,
                sessions(basis, thought.sessions(), changes),
                "Changements appliqués",
                French.count(changes.size(), "session"),
                changes.stream().map(Change::line).toList());
        drafts.clear(planId, me.login());
        return changes.size();
    }

    /** All that a plan knows of a session, also what no calculation looks at, stays. */
    private static List<PlannedSession> sessions(PlanBasis basis, List<Draft> after, List<Change> changes) {
        Map<Integer, Draft> ways = after.stream()
                .filter(draft -> changes.stream().anyMatch(change -> change.line() == draft.line()))
                .collect(Collectors.toMap(Draft::line, draft -> draft));
        return basis.sessions().stream()
                .map(session -> Optional.ofNullable(ways.get(session.line()))
                        .map(way -> new SessionChange(
                                        way.day(), way.start(), way.place(), way.trainerId(), way.capacity())
                                .on(session))
                        .orElse(session))
                .toList();
    }
}
