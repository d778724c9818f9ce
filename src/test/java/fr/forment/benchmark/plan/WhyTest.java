package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.alternative.NeedWhy;
import fr.forment.alternative.NeedWhys;
import fr.forment.alternative.PlanWhys;
import fr.forment.alternative.Why;
import fr.forment.plan.calculation.Weights;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few whys and what they say would free something; the benchmark tries hundreds. */
class WhyTest {

    private static final int STEPS = 100;
    private static final int OF_ONE_PLAN = 5;

    private final List<Instance> instances = Instances.in(Instances.OF_TESTS);

    /** Odd ones are real circonscriptions; among the others no Wednesday, part-time, hours nearly gone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 18, 36})
    void whatIsSaidIsTrueAndWhatFreesDoes(long seed) {
        WhyGround.Case one = WhyGround.drawn(instances, seed, STEPS);
        var whys = new PlanWhys(one.facts(), Weights.delivered(), one.sessions());
        for (Why why : whys.of(whys.unmet().stream().limit(OF_ONE_PLAN).toList())) {
            assertThat(Doubts.of(one, why, seed + 1, 3 * STEPS)).isEmpty();
            assertThat(why.freed().map(found -> Proofs.of(one, why)).orElse(List.of()))
                    .isEmpty();
        }
        for (NeedWhy why : new NeedWhys(one.facts(), one.sessions()).all()) {
            assertThat(Doubts.of(one, why, seed + 1, 3 * STEPS)).isEmpty();
            assertThat(Proofs.of(one, why)).isEmpty();
        }
    }
}
