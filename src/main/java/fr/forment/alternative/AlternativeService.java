package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.calculation.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes somebody thought about, one after the other, and then decides to apply: all of them or none. */
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

    @Transactional(readOnly = true)
    public PlanBasis basis(long planId) {
        return plans.basis(planId);
    }

    /** The plan as it would be: each change is looked at with those before it. */
    public static Thought think(PlanBasis basis, List<Change> changes) {
        List<Draft> sessions = basis.drafts();
        List<Change> made = new ArrayList<>();
        List<Change> left = new ArrayList<>();
        for (Change change : changes) {
            List<Draft> before = sessions;
            Optional<SessionAlternatives> about = before.stream().anyMatch(draft -> draft.line() == change.line())
                    ? Optional.of(SessionAlternatives.of(basis, before, change.line()))
                    : Optional.empty();
            Optional<List<Draft>> after =
                    about.flatMap(alternatives -> alternatives.way(change).map(alternatives::with));
            (after.isPresent() ? made : left).add(change);
            sessions = after.orElse(before);
        }
        return new Thought(sessions, made, left);
    }

    /**
     * @param seen fingerprint of the sessions somebody looked at
     * @throws Refusal when one of the changes cannot be made, or the plan has changed meanwhile; nothing is written
     *     then
     */
    public void apply(long planId, List<Change> changes, String seen) {
        Plan plan = plans.hold(planId);
        PlanBasis basis = plans.basis(plan.id());
        if (changes.isEmpty() || changes.size() > MOST) {
            throw new Refusal(
                    "Choisissez d'abord une autre façon de tenir une session, " + MOST + " au plus à la fois.");
        }
        if (!basis.sessionsPrint().equals(seen)) {
            throw new Refusal(
                    "Quelqu'un a modifié des sessions depuis l'ouverture de cette page : rien n'est appliqué. Relisez les propositions, elles sont à jour.");
        }
        Thought thought = think(basis, changes);
        if (!thought.left().isEmpty()) {
            throw new Refusal(
                    "La session n° " + thought.left().get(0).line()
                            + " ne peut plus se tenir ainsi : rien n'est appliqué. Retirez ce changement du brouillon, ou choisissez-en un autre.");
        }
        plans.change(
                planId,
                basis.sessions(thought.sessions()),
                "Changements appliqués",
                French.count(thought.made().size(), "session"),
                thought.made().stream().map(Change::line).toList());
    }
}
