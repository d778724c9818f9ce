package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.plan.calculation.PlanFacts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A few shocks of each kind; the benchmark tries a hundred. */
class ShockTest {

    private static final int ROUNDS = 4;

    private final PlanFacts facts = Instances.named("Redon").facts();

    /**
     * Draws in which its people were seated while they were expected elsewhere, or had no hours left, or were kept from
     * a module by another.
     */
    @ParameterizedTest
    @ValueSource(longs = {7, 9, 10})
    void aSchoolThatJoinsSitsDownWhereItsPeopleCanCome(long seed) {
        List<Instance> instances = Instances.in(Instances.OF_TESTS);

        ShockBars.Found found = ShockBars.of(
                Shock.SCHOOL_JOINS,
                instances.get((int) (seed % instances.size())).facts(),
                seed);

        assertThat(found.broken()).isEmpty();
        assertThat(found.moved()).isZero();
        assertThat(found.seated()).isPositive().isGreaterThanOrEqualTo(found.floor());
    }

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
