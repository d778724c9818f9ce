package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.Solution;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import fr.forment.plan.calculation.search.FreeWishes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No school reads that its wish was free and is not followed: what one move of one session would give is given. */
class FreeWishesTest {

    private static final Set<Goal> WISHES =
            EnumSet.of(Goal.VOEUX_CRENEAU, Goal.VOEUX_FORMAT, Goal.VOEUX_TRAJET, Goal.VOEUX_PARTENAIRE);
    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final Weights WEIGHTS = Weights.delivered();

    /** Every third school or so wishes for something. */
    private static PlanFacts wishing(long seed) {
        var random = new Random(seed);
        List<Wish> wishes = new ArrayList<>();
        REDON.schools().forEach(school -> {
            if (random.nextInt(3) == 0) {
                wishes.add(new Wish(
                        school.uai(),
                        Wish.Kind.SLOT,
                        List.of("MERCREDI_MATIN", "MERCREDI_APRES_MIDI", "SOIR").get(random.nextInt(3))));
                wishes.add(new Wish(
                        school.uai(),
                        Wish.Kind.FORMAT,
                        List.of("ECOLE", "REGROUPEMENT").get(random.nextInt(2))));
                wishes.add(new Wish(school.uai(), Wish.Kind.TRAVEL, String.valueOf(5 + random.nextInt(20))));
            }
        });
        Conditions said = REDON.conditions();
        return REDON.with(new Conditions(
                said.absences(),
                said.halfDays(),
                said.qualified(),
                said.closed(),
                wishes,
                said.priorities(),
                said.held(),
                said.rooms(),
                said.towns()));
    }

    /** Lines of which one move would follow a wish more, all else being as good. */
    private static List<Integer> free(PlanFacts facts, List<Draft> plan) {
        return plan.stream()
                .filter(draft -> draft.vagueRank() != null && draft.module().mayBeWished())
                .filter(draft -> {
                    List<Draft> ways = Otherwise.of(facts, plan, draft.line()).all().stream()
                            .toList();
                    try (var prices = new Weighing(facts, WEIGHTS, plan, ways)) {
                        return ways.stream().map(prices::price).anyMatch(FreeWishesTest::isFree);
                    }
                })
                .map(Draft::line)
                .toList();
    }

    private static boolean isFree(Priced way) {
        long wishes = way.more().entrySet().stream()
                .filter(each -> WISHES.contains(each.getKey()))
                .mapToLong(each -> each.getValue() * WEIGHTS.of(each.getKey()))
                .sum();
        return wishes < 0
                && way.unplaced() <= 0
                && way.more().entrySet().stream()
                        .allMatch(each -> WISHES.contains(each.getKey()) || each.getValue() <= 0);
    }

    @Test
    void noWishThatOneMoveWouldFollowForNothingIsLeft() {
        long before = IntStream.range(0, 2)
                .mapToObj(seed -> {
                    PlanFacts facts = wishing(seed);
                    List<Draft> plan = Numbered.plan(facts);
                    List<Draft> followed = FreeWishes.followed(facts, plan, WEIGHTS);
                    assertThat(followed).hasSameSizeAs(plan);
                    assertThat(PlanJudge.blocking(facts, followed))
                            .as("seed " + seed)
                            .isEmpty();
                    assertThat(free(facts, followed)).as("seed " + seed).isEmpty();
                    return free(facts, plan).size();
                })
                .mapToLong(Integer::longValue)
                .sum();
        assertThat(before).as("the proposal alone leaves some").isPositive();
    }

    /** « Améliorer » ends with it, however few its steps, and the same steps give the same plan. */
    @Test
    void aSearchLeavesNoneEither() {
        PlanFacts facts = wishing(0);
        Solution found = searched(facts);
        List<Draft> plan = IntStream.range(0, found.sessions().size())
                .mapToObj(n -> found.sessions()
                        .get(n)
                        .with(
                                n + 1,
                                found.sessions().get(n).seats(),
                                found.sessions().get(n).expected()))
                .toList();
        assertThat(PlanJudge.blocking(facts, plan)).isEmpty();
        assertThat(free(facts, plan)).isEmpty();
        assertThat(PlanSolver.score(facts, found.sessions())).isEqualTo(found.score());
        assertThat(searched(facts)).isEqualTo(found);
    }

    private static Solution searched(PlanFacts facts) {
        return PlanSolver.solve(facts, Search.ofSteps(WEIGHTS, 1, 40), plan -> {}, () -> false);
    }

    @Test
    void whereNobodyWishesNothingMoves() {
        List<Draft> plan = Numbered.plan(REDON.with(Conditions.NONE));
        assertThat(FreeWishes.followed(REDON.with(Conditions.NONE), plan, WEIGHTS))
                .isEqualTo(plan);
    }
}
