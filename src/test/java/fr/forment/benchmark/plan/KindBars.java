package fr.forment.benchmark.plan;

import fr.forment.benchmark.Figures;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** P3: nothing forbidden, in situations where a plan is easily wrong. */
final class KindBars {

    private KindBars() {}

    /** {@code --seeds=10} of each kind, {@code --steps=300}, {@code --named=} some kinds. */
    static void all(Options options) {
        int broken = 0;
        int steps = Integer.parseInt(options.given().getOrDefault("steps", "300"));
        for (Kind kind : Kind.values()) {
            if (options.wants("named", kind.name())) {
                List<String> found = new ArrayList<>();
                double begun = System.nanoTime();
                int sessions = 0;
                int unplaced = 0;
                for (long seed : options.seeds(10)) {
                    Found one = of(kind, seed, steps);
                    one.broken().forEach(what -> found.add("seed " + seed + ": " + what));
                    sessions += one.sessions();
                    unplaced += one.unplaced();
                }
                broken += found.size();
                Figures.say(
                        "%-22s %d broken, %d sessions, %d people without, %.1f s%s",
                        kind,
                        found.size(),
                        sessions,
                        unplaced,
                        (System.nanoTime() - begun) / 1e9,
                        found.stream()
                                .limit(3)
                                .map(what -> "%n    ".formatted() + what)
                                .collect(Collectors.joining()));
            }
        }
        Verdicts.atMost("P3 rules broken", broken, 0);
    }

    private static List<Draft> pinned(PlanFacts facts) {
        return facts.conditions().held().stream()
                .filter(Held::fixed)
                .map(Held::session)
                .toList();
    }

    /** What a search does with one draw. */
    record Found(List<String> broken, int sessions, int unplaced) {}

    static Found of(Kind kind, long seed, int steps) {
        PlanFacts facts = kind.drawn(seed);
        Weights weights = Weights.delivered();
        Watched run = Watched.of(facts, Search.ofSteps(weights, seed, steps));
        Set<String> broken = new TreeSet<>();
        List<Watched.Shown> looked = new ArrayList<>(run.shown()
                .subList(Math.max(0, run.shown().size() - 3), run.shown().size()));
        looked.add(run.shown().get(0));
        looked.add(new Watched.Shown(run.wall(), run.best()));
        Judged last = null;
        for (Watched.Shown shown : looked) {
            last = Judged.of(kind.name(), facts, shown.plan().sessions(), weights, seed);
            broken.addAll(last.rules());
            broken.addAll(last.house());
        }
        broken.addAll(Pins.lost(last.recount()));
        // what pins break by themselves no search can mend: they are kept, and the page says which contradict
        broken.removeAll(HardRules.brokenByPins(last.recount()));
        broken.removeAll(PlanJudge.blocking(facts, pinned(facts)));
        if (run.worseThanFirst() > 0) {
            broken.add(run.worseThanFirst() + " plans shown that are worse than the first");
        }
        return new Found(
                List.copyOf(broken),
                run.best().sessions().size(),
                last.recount().unplaced());
    }
}
