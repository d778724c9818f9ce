package fr.forment.plan.calculation.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A way weighed by its difference costs what the whole plan, counted anew, says. */
class ScalesTest {

    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final List<Draft> PLAN = Numbered.plan(REDON);

    @Test
    void weighsAsIfThePlanWereCountedAnew() {
        var random = new Random(3);
        int weighed = 0;
        for (int n = 0; n < 8; n++) {
            Draft session = PLAN.get(random.nextInt(PLAN.size()));
            var otherwise = Otherwise.of(REDON, PLAN, session.line());
            List<Draft> ways = new ArrayList<>(otherwise.all());
            if (session.vagueRank() == null || ways.isEmpty()) {
                continue;
            }
            try (var scales = new Scales(REDON, PLAN, ways)) {
                for (int tried = 0; tried < 3; tried++) {
                    Draft way = ways.get(random.nextInt(ways.size()));
                    Score anew = PlanSolver.score(REDON, otherwise.with(way));
                    assertThat(scales.with(way).goals()).as("%s", way).isEqualTo(anew.goals());
                    assertThat(scales.with(way).unplaced()).isEqualTo(anew.unplaced());
                    weighed++;
                }
                assertThat(scales.now()).isEqualTo(PlanSolver.score(REDON, PLAN));
            }
        }
        assertThat(weighed).isGreaterThan(9);
    }
}
