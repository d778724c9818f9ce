package fr.forment.benchmark.plan;

import fr.forment.benchmark.Figures;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** P4 and P5: one circonscription at a time, against the first proposal, the floor and the bound. */
final class TravelBars {

    private record Limits(double km, double gap) {}

    private static final Map<String, Limits> LIMITS = Map.of(
            "Redon", new Limits(1_850, 1.5),
            "Fougères", new Limits(2_065, 6),
            "Saint Malo Ville", new Limits(1_040, 11),
            "Rennes Centre Sud", new Limits(270, 20));

    private TravelBars() {}

    static List<Instance> wanted(Options options, boolean onlyLimited) {
        return Instances.in(options.instances()).stream()
                .filter(one -> options.wants("named", one.name()))
                .filter(one -> !onlyLimited
                        || LIMITS.containsKey(one.name())
                        || options.given().containsKey("named"))
                .toList();
    }

    /** {@code --seconds=60} each and seed; {@code --floor=10} seconds for each goal alone. */
    static void betterThanGreedy(Options options) {
        Weights weights = Weights.delivered();
        for (Instance instance : wanted(options, true)) {
            List<Double> km = new ArrayList<>();
            List<Watched> runs = new ArrayList<>();
            long worse = 0;
            for (long seed : options.seeds(1)) {
                Watched run = Watched.forSeconds(instance.facts(), weights, seed, options.seconds(60));
                Judged judged =
                        Judged.of(instance.name(), instance.facts(), run.best().sessions(), weights, seed);
                write(options, instance.name(), seed, judged.json());
                runs.add(run);
                km.add(judged.recount().personKm());
                worse += run.worseThanFirst() + judged.broken();
                Figures.say(
                        "%s seed %d: greedy %,.0f person-km, soft %,d, unplaced %,d; after %.0f s (%.0f s CPU) %,.0f person-km, soft %,d, unplaced %,d; %d plans shown%s",
                        instance.name(),
                        seed,
                        new Travel(instance.facts()).personKm(run.first().sessions()),
                        run.total(run.first()),
                        run.first().score().unplaced(),
                        run.wall(),
                        run.cpu(),
                        judged.recount().personKm(),
                        run.total(run.best()),
                        run.best().score().unplaced(),
                        run.shown().size(),
                        judged.first());
            }
            double floor = floor(runs, Double.parseDouble(options.given().getOrDefault("floor", "10")));
            List<Double> better = runs.stream()
                    .map(run -> 100
                            * (run.total(run.first()) - run.total(run.best()))
                            / Math.max(1, run.total(run.first()) - floor))
                    .toList();
            goals(runs.get(runs.size() - 1));
            Verdicts.atMost("P4 " + instance.name() + ", rules broken or worse than greedy", worse, 0);
            if (LIMITS.containsKey(instance.name())) {
                Verdicts.atMost(
                        "P4 " + instance.name() + ", person-km",
                        Figures.median(km),
                        LIMITS.get(instance.name()).km());
            }
            Verdicts.atLeast("P4 " + instance.name() + ", % better above the floor", Figures.median(better), 40);
        }
    }

    private static void goals(Watched run) {
        run.best().score().goals().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(goal ->
                        goal.getValue() > 0 || run.first().score().goals().get(goal.getKey()) > 0)
                .forEach(goal -> Figures.say(
                        "    %-18s greedy %,8d   now %,8d   x %d",
                        goal.getKey(),
                        run.first().score().goals().get(goal.getKey()),
                        goal.getValue(),
                        run.weights().of(goal.getKey())));
    }

    /**
     * What remains of the total when each goal is minimised alone: as far as a search that knows only that goal gets
     * it, or one that knows all; of person-km the exact bound.
     */
    private static double floor(List<Watched> runs, double seconds) {
        PlanFacts facts = runs.get(0).facts();
        Weights weights = runs.get(0).weights();
        Map<Goal, Long> least = new EnumMap<>(Goal.class);
        for (Goal goal : Goal.values()) {
            long units = runs.stream()
                    .flatMap(run -> Stream.of(run.first(), run.best()))
                    .mapToLong(plan -> plan.score().goals().getOrDefault(goal, 0L))
                    .min()
                    .orElse(0);
            if (units > 0 && weights.of(goal) > 0) {
                units = goal == Goal.PERSONNE_KM
                        ? (long) Gap.of(facts, runs.get(0).best().sessions(), weights)
                                .kmBound()
                        : Math.min(units, alone(facts, goal, weights, seconds));
            }
            least.put(goal, units);
        }
        Figures.say("    floor, each goal alone: %s", least);
        return new Score(0, 0, least).total(weights);
    }

    private static long alone(PlanFacts facts, Goal goal, Weights weights, double seconds) {
        var only = new Weights(Map.of(goal, weights.of(goal)));
        return Watched.forSeconds(facts, only, 1, seconds)
                .best()
                .score()
                .goals()
                .getOrDefault(goal, 0L);
    }

    /** {@code --seconds=20} each. */
    static void gaps(Options options) {
        Weights weights = Weights.delivered();
        Gap all = new Gap(0, 0, 0, 0);
        Gap greedy = new Gap(0, 0, 0, 0);
        for (Instance instance : wanted(options, false)) {
            PlanFacts facts = instance.facts();
            Watched run = Watched.forSeconds(facts, weights, options.seeds(1).get(0), options.seconds(20));
            long begun = System.nanoTime();
            Gap gap = Gap.of(facts, run.best().sessions(), weights);
            greedy = greedy.plus(Gap.of(facts, run.first().sessions(), weights));
            all = all.plus(gap);
            Figures.say(
                    "%s: %d sessions, %,.1f person-km, bound %,.1f, gap %.1f %%; with splits %,.1f, bound %,.1f, gap %.1f %% (bounds in %.1f s)",
                    instance.name(),
                    run.best().sessions().size(),
                    gap.km(),
                    gap.kmBound(),
                    gap.ofKm(),
                    gap.priced(),
                    gap.pricedBound(),
                    gap.ofPriced(),
                    (System.nanoTime() - begun) / 1e9);
            if (LIMITS.containsKey(instance.name())) {
                Verdicts.atMost(
                        "P5 " + instance.name() + ", % above the bound, km alone",
                        gap.ofKm(),
                        LIMITS.get(instance.name()).gap());
                Verdicts.atMost(
                        "P5 " + instance.name() + ", % above the bound with splits",
                        gap.ofPriced(),
                        LIMITS.get(instance.name()).gap());
            }
        }
        Figures.say(
                "all: %,.0f person-km, bound %,.0f, gap %.1f %%; with splits %,.0f, bound %,.0f, gap %.1f %%; greedy %,.0f, gap %.1f %%",
                all.km(),
                all.kmBound(),
                all.ofKm(),
                all.priced(),
                all.pricedBound(),
                all.ofPriced(),
                greedy.km(),
                greedy.ofKm());
    }

    static void write(Options options, String name, long seed, byte[] json) {
        if (options.out() == null) {
            return;
        }
        try {
            Path folder = Files.createDirectories(options.out());
            Files.write(folder.resolve(name.replace(' ', '-') + "-" + seed + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
