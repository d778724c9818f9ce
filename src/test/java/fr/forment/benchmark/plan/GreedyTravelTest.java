package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanCalculator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The proposal a search starts from, frozen: whoever changes it sees by how much, and figures measured against it stay
 * comparable.
 */
class GreedyTravelTest {

    @Test
    void travelsAsFarAsItAlwaysDid() {
        Map<String, Long> found = new HashMap<>();
        double total = 0;
        for (Instance instance : Instances.in(Instances.OF_TESTS)) {
            List<Draft> sessions = PlanCalculator.propose(instance.facts());
            double km = new Travel(instance.facts()).personKm(sessions);
            found.put(instance.name(), Math.round(km));
            total += km;
        }
        assertThat(found)
                .hasSize(19)
                .containsEntry("Redon", 3_012L)
                .containsEntry("Fougères", 2_972L)
                .containsEntry("Saint Malo Ville", 1_407L)
                .containsEntry("Rennes Centre Sud", 511L);
        assertThat(Math.round(total)).isEqualTo(30_626);
    }
}
