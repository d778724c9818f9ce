package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.search.Scales;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prices of ways that were found, all of one plan: it is laid out once for all of them. */
final class Weighing implements AutoCloseable {

    private final PlanFacts facts;
    private final Weights weights;
    private final List<Draft> sessions;
    private final Scales scales;

    Weighing(PlanFacts facts, Weights weights, List<Draft> sessions, Collection<Draft> ways) {
        this.facts = facts;
        this.weights = weights;
        this.sessions = sessions;
        this.scales = new Scales(facts, sessions, ways);
    }

    Priced price(Draft way) {
        Score now = scales.now();
        Score then = way.vagueRank() == null ? anew(way) : scales.with(way);
        Map<Goal, Long> more = new EnumMap<>(Goal.class);
        then.goals().forEach((goal, units) -> {
            long difference = units - now.goals().getOrDefault(goal, 0L);
            if (difference != 0 && weights.tells(goal)) {
                more.put(goal, difference);
            }
        });
        Draft was = sessions.stream()
                .filter(draft -> draft.line().equals(way.line()))
                .findFirst()
                .orElseThrow();
        boolean moves = !was.day().equals(way.day()) || !was.start().equals(way.start());
        return new Priced(
                way,
                more,
                then.unplaced() - now.unplaced(),
                then.total(weights) - now.total(weights),
                moves ? way.seats().size() : 0,
                was.place().equals(way.place()) ? null : was.place());
    }

    /** The training of trainers says when all else can begin: what waits for it is counted anew. */
    private Score anew(Draft way) {
        List<Draft> changed = new ArrayList<>(sessions);
        changed.replaceAll(draft -> draft.line().equals(way.line()) ? way : draft);
        return PlanSolver.score(facts, changed);
    }

    @Override
    public void close() {
        scales.close();
    }
}
