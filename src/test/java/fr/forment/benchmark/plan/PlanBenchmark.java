package fr.forment.benchmark.plan;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.forment.benchmark.Figures;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * What the computation of a plan is worth: {@code --only=P1,P2…} names the bars to measure, {@code --instances=DIR} the
 * circonscriptions, {@code --named=Redon,…} some of them, {@code --seconds=} and {@code --seeds=} how long and how
 * often, {@code --out=DIR} where facts and plans are written as JSON. Each bar prints its figure, its limit, and
 * whether it is reached.
 */
public final class PlanBenchmark {

    /** A bar, or several that one measure answers. */
    interface Bar {
        void measure(Options options);
    }

    private static final Map<String, Bar> BARS = new LinkedHashMap<>();

    static {
        BARS.put("P1", SpeedBars::soonAndBetter);
        BARS.put("P2", DepartmentBars::nineteen);
        BARS.put("P3", KindBars::all);
        BARS.put("P4", TravelBars::betterThanGreedy);
        BARS.put("P5", TravelBars::gaps);
        BARS.put("P6", ShockBars::hundred);
        BARS.put("P7", WhyBars::whys);
        BARS.put("P8", WhyBars::reliefs);
        BARS.put("P9", WhyBars::soon);
        BARS.put("P10", SpeedBars::moves);
        BARS.put("five", DepartmentBars::fiveDepartments);
    }

    private PlanBenchmark() {}

    public static void main(String[] args) {
        Options options = Options.of(args);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Weights weights = Weights.delivered();
        Figures.say(
                "weights as delivered: %s",
                Arrays.stream(Goal.values())
                        .map(goal -> goal + " " + weights.of(goal))
                        .collect(Collectors.joining(", ")));
        BARS.forEach((name, bar) -> {
            if (options.wants("only", name)) {
                Figures.say("%n== %s ==", name);
                bar.measure(options);
            }
        });
        System.exit(0);
    }
}
