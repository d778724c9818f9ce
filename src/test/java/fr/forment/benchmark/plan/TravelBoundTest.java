package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The bounds that plans are measured against, tried against every plan there is. */
class TravelBoundTest {

    @RepeatedTest(30)
    void isWhatTheBestOfAllPlansCosts(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        TravelProblem problem = drawn(random, 3 + random.nextInt(2), 3, 2 + random.nextInt(2));

        assertThat(TravelBound.of(problem, 10_000).bound()).isCloseTo(best(problem, 0), within(1e-4));
        assertThat(SplitBound.of(problem, 10_000)).isCloseTo(best(problem, problem.split()), within(1e-4));
    }

    /** The exact costs of Redon, found by another solver too (integer programming). */
    @Test
    void isTheOneOfAnotherSolver() {
        PlanFacts facts = Instances.named("Redon").facts();

        Map<Goal, Integer> weights = new EnumMap<>(Weights.delivered().of());
        weights.put(Goal.ECOLES_REUNIES, 10); // as given to that solver

        Gap gap = Gap.of(facts, PlanCalculator.propose(facts), new Weights(weights));

        assertThat(gap.kmBound()).isCloseTo(1_811.73, within(0.01));
        assertThat(gap.pricedBound()).isCloseTo(1_864.41, within(0.01));
        assertThat(gap.km()).isCloseTo(3_012, within(0.5));
    }

    private static TravelProblem drawn(Random random, int schools, int places, int sessions) {
        int[] capacity = new int[places];
        Arrays.setAll(capacity, p -> 3 + random.nextInt(2));
        int[] people = new int[schools];
        Arrays.setAll(people, s -> 1 + random.nextInt(2));
        for (int room = 3 * sessions; Arrays.stream(people).sum() > room; ) {
            people[random.nextInt(schools)] = 1;
        }
        double[][] km = new double[schools][places];
        for (double[] row : km) {
            Arrays.setAll(row, p -> random.nextInt(100) / 10.0);
        }
        return new TravelProblem(people, km, capacity, sessions, 1 + random.nextInt(3));
    }

    /** Every place of every session, and everybody in every session. */
    private static double best(TravelProblem problem, double split) {
        double best = Double.POSITIVE_INFINITY;
        int choices = (int) Math.pow(problem.places(), problem.sessions());
        for (int choice = 0; choice < choices; choice++) {
            int[] where = new int[problem.sessions()];
            for (int k = 0, left = choice; k < where.length; k++, left /= problem.places()) {
                where[k] = left % problem.places();
            }
            int[] room = Arrays.stream(where).map(p -> problem.capacity()[p]).toArray();
            best = Math.min(best, seat(problem, split, where, room, 0, problem.people()[0], 0, 0));
        }
        return best;
    }

    private static double seat(
            TravelProblem problem,
            double split,
            int[] where,
            int[] room,
            int school,
            int left,
            int session,
            int pieces) {
        if (left == 0) {
            double price = split * Math.max(0, pieces - 1);
            return school + 1 == problem.schools()
                    ? price
                    : price + seat(problem, split, where, room, school + 1, problem.people()[school + 1], 0, 0);
        }
        if (session == where.length) {
            return Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int some = 0; some <= Math.min(left, room[session]); some++) {
            room[session] -= some;
            best = Math.min(
                    best,
                    some * problem.km()[school][where[session]]
                            + seat(
                                    problem,
                                    split,
                                    where,
                                    room,
                                    school,
                                    left - some,
                                    session + 1,
                                    pieces + (some > 0 ? 1 : 0)));
            room[session] += some;
        }
        return best;
    }
}
