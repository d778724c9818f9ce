package fr.forment.incident;

import fr.forment.alternative.Relief;
import fr.forment.alternative.Reliefs;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.repair.Repaired;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where an answer moves many dates, somebody whom it would do to certify for fewer to move. Each is tried: the repair
 * is made once more as if it were so.
 *
 * @param held the sessions as they stand, by number, {@code open} those that may change
 */
record Sparing(PlanFacts facts, Map<Integer, Held> held, Collection<Held> open, Function<PlanFacts, Repaired> again) {

    /** Dates that change from which on it is looked for. */
    private static final int MANY = 4;
    /** Whole repairs made for it: a page waits. */
    private static final int TRIED = 6;

    Optional<Aftermath.Spared> of(Repaired repaired) {
        Set<Integer> moved = repaired.moved(List.copyOf(open));
        Aftermath.Spared best = null;
        int tried = 0;
        for (Draft draft : moved.size() < MANY ? List.<Draft>of() : hit(repaired, moved)) {
            for (Relief relief : Reliefs.certifying(facts, draft)) {
                if (tried++ == TRIED || best != null && best.dates() == 0) {
                    return Optional.ofNullable(best);
                }
                Repaired then = again.apply(relief.facts());
                int dates = then.moved(List.copyOf(open)).size();
                // one date fewer among thirty is no reason to certify anybody
                if (dates < (best == null ? moved.size() / 2 + 1 : best.dates())
                        && then.stuck().size() <= repaired.stuck().size()) {
                    best = new Aftermath.Spared(relief.who(), draft.module().code(), changed(then), dates);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of each module the first session that is hit itself, and moves. */
    private List<Draft> hit(Repaired repaired, Set<Integer> moved) {
        Map<String, Draft> first = repaired.hit().stream()
                .filter(line -> moved.contains(line) && held.containsKey(line))
                .map(line -> held.get(line).numbered())
                .sorted(Comparator.comparing(Draft::day))
                .collect(Collectors.toMap(
                        draft -> draft.module().code(), draft -> draft, (one, later) -> one, LinkedHashMap::new));
        return List.copyOf(first.values());
    }

    private int changed(Repaired then) {
        return (int) then.sessions().stream()
                .filter(draft -> held.containsKey(draft.line())
                        && !draft.equals(held.get(draft.line()).numbered()))
                .count();
    }
}
