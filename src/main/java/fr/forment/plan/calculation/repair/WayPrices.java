package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.search.Scales;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What it costs to hold sessions otherwise, by the weights of the plan; less is better. Somebody who leads a session in
 * place of another, though that one could, is a person whose date changes. Half-days of sessions that no line says are
 * no part of the plan, and cost nothing.
 */
final class WayPrices implements AutoCloseable {

    /** Ways weighed on the whole plan: a page waits for them. */
    private static final int MOST_WEIGHED = 60;
    /** Of a way nobody weighed any more: dearer than all that were, so that the nearest of these comes first. */
    private static final long UNWEIGHED = 1_000_000_000L;

    private final PlanFacts facts;
    private final Weights weights;
    private final Map<Integer, Draft> sessions = new TreeMap<>();
    private final Map<Draft, Long> known = new HashMap<>();
    private Scales scales;
    private int left = MOST_WEIGHED;

    /** @param sessions of the plan as they stand, each under its number */
    WayPrices(PlanFacts facts, Weights weights, Collection<Draft> sessions) {
        this.facts = facts;
        this.weights = weights;
        sessions.forEach(draft -> this.sessions.put(draft.line(), draft));
    }

    /** Laid out when first asked: where there is one way only, nobody asks. */
    private Scales scales() {
        if (scales == null) {
            scales = new Scales(facts, List.copyOf(sessions.values()), List.of());
        }
        return scales;
    }

    /** The session is held so from now on; all else is priced beside it. */
    void settle(Draft way) {
        Draft was = sessions.get(way.line());
        if (was != null && !was.equals(way)) {
            sessions.put(way.line(), way);
            known.clear();
            if (scales != null) {
                scales.settle(way);
            }
        }
    }

    long of(Draft way) {
        return known.computeIfAbsent(way, one -> of(List.of(one)));
    }

    /** Of all of them at once. */
    long of(List<Draft> ways) {
        List<Draft> lines =
                ways.stream().filter(way -> sessions.containsKey(way.line())).toList();
        if (lines.isEmpty()) {
            return 0;
        }
        if (left-- <= 0) {
            return UNWEIGHED;
        }
        return scales().with(lines).total(weights) - scales().now().total(weights) + otherTrainers(lines);
    }

    /** People, times the priority of their need, who would be trained too late. */
    long late(Draft way) {
        return sessions.containsKey(way.line())
                ? scales().with(way).unplaced() - scales().now().unplaced()
                : 0;
    }

    /**
     * What comes before the opening would be held when its vague is open already: nobody pays that for a shorter way.
     */
    boolean endangers(Draft way) {
        Draft was = sessions.get(way.line());
        return was != null && Openings.endangers(facts, was, way);
    }

    /**
     * No opening at risk, then nobody trained too late, then the weights of the plan; of those that cost as much the
     * first.
     */
    Optional<Draft> cheapest(List<Draft> some) {
        return some.size() < 2
                ? some.stream().findFirst()
                : some.stream()
                        .min(Comparator.comparing(this::endangers)
                                .thenComparingLong(this::late)
                                .thenComparingLong(this::of));
    }

    /** Of a session that keeps its moment no longer. */
    long ofMoving(Draft session) {
        return (long) session.expected() * weights.of(Goal.DATES_DEPLACEES);
    }

    private long otherTrainers(List<Draft> ways) {
        return ways.stream()
                        .filter(way -> !Objects.equals(
                                way.trainerId(), sessions.get(way.line()).trainerId()))
                        .count()
                * weights.of(Goal.DATES_DEPLACEES);
    }

    @Override
    public void close() {
        if (scales != null) {
            scales.close();
        }
    }
}
