package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.plan.calculation.PlanFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few shocks of each kind; the benchmark tries a hundred. */
class ShockTest {

    private static final int ROUNDS = 4;

    private final PlanFacts facts = Instances.named("Redon").facts();

    @ParameterizedTest
    @EnumSource(Shock.class)
    void movesTheFewest(Shock shock) {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            ShockBars.Found found = ShockBars.of(shock, facts, seed);

            assertThat(found.unasked()).as("%s %d", shock, seed).isZero();
            assertThat(found.broken()).as("%s %d", shock, seed).isEmpty();
            assertThat(found.moved())
                    .as("%s %d", shock, seed)
                    .isBetween(found.least() - found.stuck(), found.least() + (shock == Shock.TRAINER_ILL ? 0 : 1));
        }
    }
}
