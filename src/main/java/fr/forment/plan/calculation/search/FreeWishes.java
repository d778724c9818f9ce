package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Whereabouts;
import fr.forment.plan.calculation.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The last touch of a proposal and of every search: where one session alone could follow a wish and nothing that counts
 * would get worse, it does. No school then reads that its wish was free and is not followed.
 */
public final class FreeWishes {

    private static final Set<Goal> WISHES =
            EnumSet.of(Goal.VOEUX_CRENEAU, Goal.VOEUX_FORMAT, Goal.VOEUX_PARTENAIRE, Goal.VOEUX_TRAJET);

    /** What one session follows may free the moment for another; they settle soon. */
    private static final int ROUNDS = 3;

    /** A proposal is made while somebody waits for it; what is not looked at by then stays. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Sessions looked at after a search, in all rounds: the same steps must give the same plan, whatever the clock. */
    private static final int MOST = 120;

    private final PlanFacts facts;
    private final Weights weights;
    private final Whereabouts map;
    private final Map<String, Map<Wish.Kind, Set<String>>> wishes;

    private FreeWishes(PlanFacts facts, Weights weights) {
        this.facts = facts;
        this.weights = weights;
        this.map = new Whereabouts(facts);
        this.wishes = facts.conditions().wishes().stream()
                .collect(Collectors.groupingBy(
                        Wish::schoolUai,
                        Collectors.groupingBy(Wish::kind, Collectors.mapping(Wish::value, Collectors.toSet()))));
    }

    /**
     * @param plan each session under its number
     * @return the same sessions, in the same order
     */
    public static List<Draft> followed(PlanFacts facts, List<Draft> plan, Weights weights) {
        return new FreeWishes(facts, weights).followed(plan, System.nanoTime() + LONGEST.toNanos());
    }

    /**
     * The same of what a search found, numbered or not. No clock bounds it: most of its wishes are followed by then.
     */
    static List<Draft> afterSearch(PlanFacts facts, List<Draft> plan, Weights weights) {
        if (facts.conditions().wishes().isEmpty()) {
            return plan;
        }
        int free = plan.stream()
                        .map(Draft::line)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                + 1;
        List<Draft> known = IntStream.range(0, plan.size())
                .mapToObj(n -> plan.get(n).line() != null ? plan.get(n) : numbered(plan.get(n), free + n))
                .toList();
        List<Draft> found = new FreeWishes(facts, weights).followed(known, Long.MAX_VALUE);
        return IntStream.range(0, plan.size())
                .mapToObj(n -> numbered(found.get(n), plan.get(n).line()))
                .toList();
    }

    private static Draft numbered(Draft draft, Integer line) {
        return draft.with(line, draft.seats(), draft.expected());
    }

    private List<Draft> followed(List<Draft> plan, long end) {
        Set<Integer> held = facts.conditions().held().stream().map(Held::line).collect(Collectors.toSet());
        List<Draft> now = new ArrayList<>(plan);
        int looks = 0;
        boolean moves = !wishes.isEmpty();
        for (int round = 0; moves && round < ROUNDS; round++) {
            moves = false;
            for (int n = 0; n < now.size() && looks < MOST && System.nanoTime() < end; n++) {
                Draft session = now.get(n);
                boolean asks = session.vagueRank() != null && !held.contains(session.line()) && missed(session) > 0;
                looks += asks ? 1 : 0;
                Optional<Draft> better = asks ? better(now, session) : Optional.empty();
                if (better.isPresent()) {
                    now.set(n, better.get());
                    moves = true;
                }
            }
        }
        return now;
    }

    private Optional<Draft> better(List<Draft> now, Draft session) {
        int missed = missed(session);
        List<Draft> ways = Otherwise.of(facts, now, session.line()).all().stream()
                .filter(way -> missed(way) < missed)
                .toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        try (Scales scales = new Scales(facts, now, ways)) {
            Score is = scales.now();
            return ways.stream().filter(way -> isFree(is, scales.with(way))).findFirst();
        }
    }

    /** Wishes of its schools that it does not follow; with whom it meets stays as it is. */
    private int missed(Draft draft) {
        return !draft.module().mayBeWished()
                ? 0
                : (int) draft.seats().keySet().stream()
                        .flatMap(uai -> wishes.getOrDefault(uai, Map.of()).entrySet().stream()
                                .filter(wish -> isMissed(draft, uai, wish.getKey(), wish.getValue())))
                        .count();
    }

    private boolean isMissed(Draft draft, String uai, Wish.Kind kind, Set<String> values) {
        return switch (kind) {
            case SLOT -> !values.contains(Wish.slot(draft.day(), draft.start()));
            case FORMAT -> !values.contains(draft.place().equals(uai) ? "ECOLE" : "REGROUPEMENT");
            case TRAVEL ->
                values.stream().filter(value -> value.matches("[0-9]{1,4}")).mapToInt(Integer::parseInt).max().stream()
                        .anyMatch(most -> Whereabouts.minutes(map.kilometres(uai, draft.place())) > most);
            case PARTNER -> false;
        };
    }

    /** More wishes are followed, and nothing else that counts gets worse. */
    private boolean isFree(Score is, Score then) {
        return then.broken() <= is.broken()
                && then.unplaced() <= is.unplaced()
                && missed(then) < missed(is)
                && Arrays.stream(Goal.values())
                        .filter(goal -> weights.of(goal) > 0 && !WISHES.contains(goal))
                        .allMatch(goal -> units(then, goal) <= units(is, goal));
    }

    private long missed(Score score) {
        return WISHES.stream()
                .mapToLong(goal -> units(score, goal) * weights.of(goal))
                .sum();
    }

    private static long units(Score score, Goal goal) {
        return Objects.requireNonNullElse(score.goals().get(goal), 0L);
    }
}
