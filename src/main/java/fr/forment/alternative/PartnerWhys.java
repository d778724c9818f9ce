package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Wishes to be trained with another school that the plan does not follow: the two never meet. Each move of one of them
 * into a session of the other is tried. Pure.
 */
public final class PartnerWhys {

    /** Moves that are priced, of all wishes: the whole plan is counted for each. */
    private static final int PRICED = 60;

    private final PlanFacts facts;
    private final Weights weights;
    private final List<Draft> sessions;
    private final NeedWhys seats;
    private final int fresh;
    private Score now;
    private int left = PRICED;

    /** @param sessions of the plan, each under its number */
    public PartnerWhys(PlanFacts facts, Weights weights, List<Draft> sessions) {
        this.facts = facts;
        this.weights = weights;
        this.sessions = sessions;
        this.seats = new NeedWhys(facts, sessions);
        this.fresh = 1 + sessions.stream().mapToInt(Draft::line).max().orElse(0);
    }

    /** In the order of the wishes. */
    public List<PartnerWhy> all() {
        List<PartnerWhy> found = new ArrayList<>();
        facts.conditions().wishes().stream()
                .filter(wish -> wish.kind() == Wish.Kind.PARTNER)
                .filter(wish -> sessions.stream().noneMatch(draft -> areIn(draft, wish)))
                .forEach(wish -> found.add(why(wish.schoolUai(), wish.value())));
        return found;
    }

    private static boolean areIn(Draft draft, Wish wish) {
        return draft.seats().containsKey(wish.schoolUai()) && draft.seats().containsKey(wish.value());
    }

    private PartnerWhy why(String uai, String partner) {
        List<PartnerWhy.Move> possible = new ArrayList<>();
        List<PartnerWhy.Move> tight = new ArrayList<>();
        Map<Hindrance, Integer> obstacles = new EnumMap<>(Hindrance.class);
        int common = 0;
        for (Draft one : of(uai)) {
            for (Draft other : of(partner)) {
                if (one.module().code().equals(other.module().code())
                        && Objects.equals(one.vagueRank(), other.vagueRank())) {
                    common++;
                    look(uai, one, other, possible, tight, obstacles);
                    look(partner, other, one, possible, tight, obstacles);
                }
            }
        }
        int weighed = Math.min(left, possible.size());
        left -= weighed;
        List<PartnerWhy.Move> priced = possible.subList(0, weighed).stream()
                .flatMap(move -> price(move).stream())
                .toList();
        Optional<PartnerWhy.Move> best = weighed == 0
                ? possible.stream().findFirst()
                : priced.stream()
                        .min(Comparator.comparingLong(
                                        (PartnerWhy.Move move) -> move.price().unplaced())
                                .thenComparingLong(move -> move.price().total()));
        return new PartnerWhy(
                uai,
                partner,
                best,
                possible.size() - weighed + priced.size(),
                priced.size(),
                common,
                obstacles,
                best.isPresent()
                        ? Optional.empty()
                        : tight.stream().min(Comparator.comparingInt(PartnerWhy.Move::seats)));
    }

    private List<Draft> of(String uai) {
        return sessions.stream()
                .filter(draft -> draft.seats().containsKey(uai))
                .filter(draft ->
                        !draft.module().isHeldBySchool() && !draft.day().isBefore(facts.from()))
                .toList();
    }

    private void look(
            String uai,
            Draft from,
            Draft to,
            List<PartnerWhy.Move> possible,
            List<PartnerWhy.Move> tight,
            Map<Hindrance, Integer> obstacles) {
        int people = from.seats().get(uai);
        List<Draft> without = without(uai, from);
        Draft alone = from.with(fresh, Map.of(uai, people), people);
        List<Draft> apart = new ArrayList<>(without);
        apart.add(alone);
        Optional<Hindrance> hindered = Otherwise.of(facts, apart, fresh).obstacle(to.day(), to.start());
        int missing = to.expected() + people - seats.places(to);
        if (hindered.isPresent()) {
            obstacles.merge(hindered.get(), 1, Integer::sum);
        } else if (missing > 0) {
            obstacles.merge(Hindrance.COMPLET, 1, Integer::sum);
            tight.add(new PartnerWhy.Move(uai, people, from, to, missing, null));
        } else {
            possible.add(new PartnerWhy.Move(uai, people, from, to, 0, null));
        }
    }

    /** A session nobody is left in is none. */
    private List<Draft> without(String uai, Draft from) {
        List<Draft> all = new ArrayList<>();
        for (Draft draft : sessions) {
            if (!draft.line().equals(from.line())) {
                all.add(draft);
            } else if (draft.seats().size() > 1) {
                Map<String, Integer> left = new TreeMap<>(draft.seats());
                int gone = left.remove(uai);
                all.add(draft.with(draft.line(), left, draft.expected() - gone));
            }
        }
        return all;
    }

    /** Empty where the plan would break a rule. */
    private Optional<PartnerWhy.Move> price(PartnerWhy.Move move) {
        if (now == null) {
            now = PlanSolver.score(facts, sessions);
        }
        List<Draft> changed = without(move.uai(), move.from());
        changed.replaceAll(draft -> {
            if (!draft.line().equals(move.to().line())) {
                return draft;
            }
            Map<String, Integer> seated = new TreeMap<>(draft.seats());
            seated.put(move.uai(), move.people());
            return draft.with(draft.line(), seated, draft.expected() + move.people());
        });
        Score then = PlanSolver.score(facts, changed);
        Map<Goal, Long> more = new EnumMap<>(Goal.class);
        then.goals().forEach((goal, units) -> {
            long difference = units - now.goals().getOrDefault(goal, 0L);
            if (difference != 0 && weights.tells(goal)) {
                more.put(goal, difference);
            }
        });
        if (then.broken() > now.broken()) {
            return Optional.empty();
        }
        return Optional.of(new PartnerWhy.Move(
                move.uai(),
                move.people(),
                move.from(),
                move.to(),
                0,
                new Priced(
                        move.to(),
                        more,
                        then.unplaced() - now.unplaced(),
                        then.total(weights) - now.total(weights),
                        1,
                        null)));
    }
}
