package fr.forment.benchmark.plan;

import fr.forment.benchmark.Figures;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.util.List;

/** P2: a département, one circonscription after the other; and five of them. */
final class DepartmentBars {

    private DepartmentBars() {}

    /** {@code --seconds=60} for all of them. */
    static void nineteen(Options options) {
        List<Instance> instances = Instances.in(options.instances());
        double greedy = instances.stream()
                .mapToDouble(one -> new Travel(one.facts()).personKm(PlanCalculator.propose(one.facts())))
                .sum();
        Figures.say("greedy, each by itself: %,.0f person-km", greedy);
        for (long seed : options.seeds(1)) {
            Found found = plan(options, instances, seed, options.seconds(60), true);
            Verdicts.atMost("P2 rules broken, seed " + seed, found.broken(), 0);
            if (instances.size() == 19) {
                Verdicts.atMost("P2 person-km of all, seed " + seed, found.km(), 21_438);
            }
            Verdicts.atMost("P2 seconds, seed " + seed, found.wall(), options.seconds(60) + 0.5);
        }
    }

    /** The same schools with other people, {@code --seconds=60} for each département. */
    static void fiveDepartments(Options options) {
        for (long seed : options.seeds(5)) {
            List<Instance> drawn = Instances.in(options.instances()).stream()
                    .map(one -> new Instance(
                            one.name(),
                            Facts.drawnAnew(one.facts(), seed * 100 + one.name().hashCode() % 100)))
                    .toList();
            Found found = plan(options, drawn, seed, options.seconds(60), false);
            Verdicts.atMost("five départements, rules broken, seed " + seed, found.broken(), 0);
            Verdicts.atMost(
                    "five départements, share of greedy's person-km, seed " + seed, found.km() / found.greedy(), 1);
        }
    }

    private record Found(double km, double greedy, int broken, double wall) {}

    private static Found plan(Options options, List<Instance> instances, long seed, double seconds, boolean told) {
        Weights weights = Weights.delivered();
        var department = new Department();
        double km = 0;
        double greedy = 0;
        int broken = 0;
        int unplaced = 0;
        double wall = 0;
        double cpu = 0;
        for (int n = 0; n < instances.size(); n++) {
            Instance instance = instances.get(n);
            PlanFacts facts = department.next(instance.facts());
            double share = Math.max(0.2, (seconds - wall) / (instances.size() - n));
            Watched run = Watched.forSeconds(facts, weights, seed, share);
            List<Draft> sessions = run.best().sessions();
            department.book(sessions);
            Judged judged = Judged.of(instance.name(), facts, sessions, weights, seed);
            TravelBars.write(options, instance.name(), seed, judged.json());
            km += judged.recount().personKm();
            greedy += new Travel(facts).personKm(run.first().sessions());
            broken += judged.broken();
            unplaced += judged.recount().unplaced();
            wall += run.wall();
            cpu += run.cpu();
            if (told) {
                Figures.say(
                        "  %-28s %3d sessions %,8.0f person-km, greedy %,8.0f, %d unplaced, %d broken, %.1f s%s",
                        instance.name(),
                        sessions.size(),
                        judged.recount().personKm(),
                        new Travel(facts).personKm(run.first().sessions()),
                        judged.recount().unplaced(),
                        judged.broken(),
                        run.wall(),
                        judged.first());
            }
        }
        Figures.say(
                "seed %d: %d circonscriptions, %,.0f person-km (greedy in turn %,.0f), %d unplaced, shared trainers booked %d times, %d clashes; %.1f s, %.1f s CPU",
                seed, instances.size(), km, greedy, unplaced, department.sessions(), department.clashes(), wall, cpu);
        return new Found(km, greedy, broken + (int) department.clashes(), wall);
    }
}
