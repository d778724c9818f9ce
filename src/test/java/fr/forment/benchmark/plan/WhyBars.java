package fr.forment.benchmark.plan;

import fr.forment.alternative.NeedWhy;
import fr.forment.alternative.NeedWhys;
import fr.forment.alternative.PartnerWhy;
import fr.forment.alternative.PlanWhys;
import fr.forment.alternative.SessionAlternatives;
import fr.forment.alternative.UnmetWish;
import fr.forment.alternative.Why;
import fr.forment.benchmark.Figures;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** P7 to P9: what is said of a plan is true, what is said to free something does, and it is said at once. */
final class WhyBars {

    private static final Weights WEIGHTS = Weights.delivered();
    private static final int STEPS = 300;
    /** Of one plan, so that many plans are asked. */
    private static final int OF_ONE_PLAN = 12;

    private WhyBars() {}

    /** {@code --whys=500}, from seed {@code --from=1} on. */
    static void whys(Options options) {
        int wanted = Integer.parseInt(options.given().getOrDefault("whys", "500"));
        long seed = Long.parseLong(options.given().getOrDefault("from", "1"));
        List<Instance> instances = Instances.in(options.instances());
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        int impossible = 0;
        int needs = 0;
        int partners = 0;
        int plans = 0;
        double begun = System.nanoTime();
        for (; asked < wanted; seed++, plans++) {
            WhyGround.Case one = WhyGround.drawn(instances, seed, STEPS);
            for (Why why : some(one, seed, Math.min(OF_ONE_PLAN, wanted - asked))) {
                asked++;
                impossible += why.possible().isEmpty() ? 1 : 0;
                wrong.addAll(named(seed, Doubts.of(one, why, seed + 7_000, 10 * STEPS)));
            }
            for (PartnerWhy why : PartnerDoubts.asked(one)) {
                if (asked < wanted) {
                    asked++;
                    partners++;
                    wrong.addAll(named(seed, PartnerDoubts.of(one, why)));
                }
            }
            for (NeedWhy why : new NeedWhys(one.facts(), one.sessions()).all()) {
                if (asked < wanted) {
                    asked++;
                    needs++;
                    wrong.addAll(named(seed, Doubts.of(one, why, seed + 7_000, 10 * STEPS)));
                }
            }
        }
        Figures.say(
                "%d whys of %d plans: %d wishes said to be impossible, %d schools that never meet, %d groups without a seat; %d steps each; %.0f s",
                asked, plans, impossible, partners, needs, 10 * STEPS, (System.nanoTime() - begun) / 1e9);
        wrong.stream().limit(8).forEach(what -> Figures.say("    %s", what));
        Verdicts.atMost("P7 whys false when re-solved", wrong.size(), 0);
    }

    private static List<String> named(long seed, List<String> wrong) {
        return wrong.stream().map(what -> "seed " + seed + " " + what).toList();
    }

    private static List<Why> some(WhyGround.Case one, long seed, int most) {
        var whys = new PlanWhys(one.facts(), WEIGHTS, one.sessions());
        List<UnmetWish> unmet = new ArrayList<>(whys.unmet());
        Collections.shuffle(unmet, new Random(seed));
        return whys.of(unmet.subList(0, Math.min(most, unmet.size())));
    }

    /** {@code --seeds=100} plans. */
    static void reliefs(Options options) {
        List<Instance> instances = Instances.in(options.instances());
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        int without = 0;
        double begun = System.nanoTime();
        for (long seed : options.seeds(100)) {
            WhyGround.Case one = WhyGround.drawn(instances, seed, STEPS);
            for (Why why : some(one, seed, OF_ONE_PLAN)) {
                if (why.freed().isPresent()) {
                    tried++;
                    wrong.addAll(named(seed, Proofs.of(one, why)));
                } else if (why.possible().isEmpty()) {
                    without++;
                }
            }
            for (NeedWhy why : new NeedWhys(one.facts(), one.sessions()).all()) {
                tried += Proofs.relieved(why);
                without += Proofs.isWithout(why) ? 1 : 0;
                wrong.addAll(named(seed, Proofs.of(one, why)));
            }
        }
        Figures.say(
                "%d relaxations applied, %d whys for which none alone is enough; %.0f s",
                tried, without, (System.nanoTime() - begun) / 1e9);
        wrong.stream().limit(8).forEach(what -> Figures.say("    %s", what));
        Verdicts.atMost("P8 relaxations that do not work when applied", wrong.size(), 0);
    }

    /** {@code --asked=60} sessions of each at most. */
    static void soon(Options options) {
        int asked = Integer.parseInt(options.given().getOrDefault("asked", "60"));
        List<Instance> instances = Instances.in(options.instances());
        var random = new Random(1);
        PlanFacts redon = WhyGround.wishing(
                instances.stream()
                        .filter(one -> one.name().equals("Redon"))
                        .findFirst()
                        .orElse(instances.get(0))
                        .facts(),
                random);
        times("warm up", redon, asked);
        Verdicts.atMost("P9 alternatives of one session, p95, seconds", times("Redon", redon, asked), 1);
        PlanFacts larger = WhyGround.wishing(WhyGround.together(instances.subList(0, 2)), random);
        Verdicts.atMost("P9 the same, two circonscriptions as one", times("two as one", larger, asked), 1);
        times("nineteen as one", WhyGround.wishing(WhyGround.together(instances), random), asked);
    }

    /** Seconds, the 95th of a hundred. */
    private static double times(String name, PlanFacts facts, int asked) {
        List<Draft> sessions = Numbered.plan(facts);
        List<Double> times = new ArrayList<>();
        int step = Math.max(1, sessions.size() / asked);
        for (int n = 0; n < sessions.size(); n += step) {
            double begun = System.nanoTime();
            new SessionAlternatives(facts, WEIGHTS, sessions, sessions.get(n).line()).answers();
            times.add((System.nanoTime() - begun) / 1e9);
        }
        Collections.sort(times);
        double p95 = times.get((int) Math.ceil(times.size() * 0.95) - 1);
        Figures.say(
                "%-16s %d sessions, %d asked: median %.3f s, p95 %.3f s, longest %.3f s",
                name, sessions.size(), times.size(), times.get(times.size() / 2), p95, times.get(times.size() - 1));
        return p95;
    }
}
