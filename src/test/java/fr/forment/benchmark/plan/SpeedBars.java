package fr.forment.benchmark.plan;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.forment.account.AgentFunction;
import fr.forment.benchmark.Figures;
import fr.forment.catalogue.Format;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** P1 and P10: how soon a plan can be looked at, and how fast the search moves. */
final class SpeedBars {

    private static final Pattern MOVES = Pattern.compile("move evaluation speed \\((\\d+)/sec\\)");

    private SpeedBars() {}

    /** 30 schools, 220 teachers, three modules of the schools. */
    static PlanFacts usual(long seed) {
        var ground = new Ground(seed);
        for (int n = 0; n < 30; n++) {
            int teachers = 220 / 30 + (n < 220 % 30 ? 1 : 0) + (n % 2 == 0 ? 3 : -3);
            ground.school(teachers, teachers >= 8 ? 25 : teachers >= 5 ? 20 : 0, null, n % 7 == 0);
        }
        ground.trainers(
                AgentFunction.IEN,
                AgentFunction.ERUN,
                AgentFunction.CPC,
                AgentFunction.CPC,
                AgentFunction.IEN_NUMERIQUE);
        ground.modules(Format.PRESENTIEL);
        ground.modules.removeIf(
                module -> module.code().equals("ADM-DIR") || module.code().equals("PRES-CADRES"));
        return ground.vagues(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 5, 31))
                .staff()
                .facts();
    }

    /** {@code --seconds=60 --seeds=3}, after {@code --warm=10} seconds. */
    static void soonAndBetter(Options options) {
        Weights weights = Weights.delivered();
        double whole = options.seconds(60);
        Watched.forSeconds(
                usual(99), weights, 99, Double.parseDouble(options.given().getOrDefault("warm", "10")));
        List<Double> firsts = new ArrayList<>();
        List<Double> apart = new ArrayList<>();
        for (long seed : options.seeds(3)) {
            Watched run = Watched.forSeconds(usual(seed), weights, seed, whole);
            double first = run.shown().stream()
                    .filter(shown -> shown.plan().score().broken() == 0)
                    .findFirst()
                    .map(Watched.Shown::at)
                    .orElse(Double.POSITIVE_INFINITY);
            long soon = run.total(run.at(whole / 6));
            long late = run.total(run.best());
            firsts.add(first);
            apart.add(late == 0 ? 0 : 100.0 * (soon - late) / late);
            Figures.say(
                    "seed %d: feasible after %.2f s; soft %,d at once, %,d after %.0f s, %,d after %.0f s (%.0f s CPU); unplaced %,d, %,d, %,d",
                    seed,
                    first,
                    run.total(run.first()),
                    soon,
                    whole / 6,
                    late,
                    run.wall(),
                    run.cpu(),
                    run.first().score().unplaced(),
                    run.at(whole / 6).score().unplaced(),
                    run.best().score().unplaced());
        }
        Verdicts.atMost("P1 seconds to a feasible plan, median of seeds", Figures.median(firsts), 1);
        Verdicts.atMost("P1 % above the last value after a sixth of the time", Figures.median(apart), 3);
    }

    /** {@code --seconds=10}, three rounds after one that warms up; the plan of Redon with forty sessions or so. */
    static void moves(Options options) {
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        var logger = (Logger) LoggerFactory.getLogger("ai.timefold.solver.core.impl.solver.DefaultSolver");
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(told);
        told.start();
        List<Double> speeds = new ArrayList<>();
        Instance instance = Instances.in(options.instances()).stream()
                .filter(one -> options.wants("named", one.name()))
                .max(Comparator.comparingInt(one ->
                        -Math.abs(40 - PlanCalculator.propose(one.facts()).size())))
                .orElseThrow();
        for (long seed : options.seeds(4)) {
            told.list.clear();
            Watched run = Watched.forSeconds(instance.facts(), Weights.delivered(), seed, options.seconds(10));
            for (ILoggingEvent event : List.copyOf(told.list)) {
                Matcher speed = MOVES.matcher(event.getFormattedMessage().replaceAll("[,\\u202f\\u00a0]", ""));
                if (event.getFormattedMessage().contains("Solving ended") && speed.find()) {
                    speeds.add(Double.valueOf(speed.group(1)));
                    Figures.say(
                            "%s, %d sessions, seed %d: %,.0f moves/s (%.1f s wall, %.1f s CPU: %,.0f moves a second of CPU)",
                            instance.name(),
                            run.best().sessions().size(),
                            seed,
                            speeds.get(speeds.size() - 1),
                            run.wall(),
                            run.cpu(),
                            speeds.get(speeds.size() - 1) * run.wall() / Math.max(0.1, run.cpu()));
                }
            }
        }
        Verdicts.atLeast(
                "P10 moves a second, median after the first",
                Figures.median(speeds.size() > 1 ? speeds.subList(1, speeds.size()) : speeds),
                15_000);
    }
}
