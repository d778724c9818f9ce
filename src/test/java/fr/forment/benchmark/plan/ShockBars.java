package fr.forment.benchmark.plan;

import fr.forment.benchmark.Figures;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** P6: a published plan is repaired with the fewest moves. */
final class ShockBars {

    private ShockBars() {}

    /**
     * @param moved sessions whose day or hour changes, {@code least} those that must
     * @param unasked moved though nothing hit them
     * @param seated people of a school that joined, in sessions that were there; {@code floor} as many as there is a
     *     way for at least
     * @param fresh sessions of its own, {@code left} of its people have no seat in the end
     * @param broken by the repaired plan, but for what is said to be stuck
     */
    record Found(
            int hit,
            int moved,
            int least,
            int unasked,
            int stuck,
            int seated,
            int floor,
            int fresh,
            int left,
            List<String> broken) {}

    /** {@code --seeds=100} of each kind. */
    static void hundred(Options options) {
        List<Instance> instances = Instances.in(options.instances());
        for (Shock shock : Shock.values()) {
            if (!options.wants("named", shock.name())) {
                continue;
            }
            int allowed = shock == Shock.TRAINER_ILL ? 0 : 1;
            int beyond = 0;
            int hit = 0;
            int moved = 0;
            int least = 0;
            int stuck = 0;
            int seated = 0;
            int floor = 0;
            int fresh = 0;
            int left = 0;
            List<String> wrong = new ArrayList<>();
            double begun = System.nanoTime();
            for (long seed : options.seeds(100)) {
                Found found =
                        of(shock, instances.get((int) (seed % instances.size())).facts(), seed);
                hit += found.hit();
                moved += found.moved();
                least += found.least();
                stuck += found.stuck();
                seated += found.seated();
                floor += found.floor();
                fresh += found.fresh();
                left += found.left();
                boolean off = shock == Shock.TRAINER_ILL
                        ? found.moved() != found.least() - Math.min(found.stuck(), found.least())
                        : found.moved() > found.least() + allowed;
                if (off
                        || found.seated() < found.floor()
                        || found.unasked() > 0
                        || !found.broken().isEmpty()) {
                    beyond++;
                    wrong.add("seed " + seed + " " + found);
                }
            }
            Figures.say(
                    "%-14s %d sessions hit, %d moved, %d at least, %d stuck; %.1f s",
                    shock, hit, moved, least, stuck, (System.nanoTime() - begun) / 1e9);
            if (shock == Shock.SCHOOL_JOINS) {
                Figures.say(
                        "    %d people seated where sessions were, %d at least; %d sessions of their own, %d people left",
                        seated, floor, fresh, left);
            }
            wrong.stream().limit(3).forEach(what -> Figures.say("    %s", what));
            Verdicts.atMost("P6 " + shock + ", shocks with moves beyond the fewest, or rules broken", beyond, 0);
        }
    }

    static Found of(Shock shock, PlanFacts before, long seed) {
        PlanFacts published = Shock.published(before);
        PlanFacts facts = shock.hits(published, new Random(seed));
        List<Held> held = facts.conditions().held();
        Repaired repaired = Repair.of(facts, Weights.delivered(), before.from());
        Set<Integer> moved = repaired.moved(held);
        Set<Integer> unasked = new TreeSet<>(moved);
        unasked.removeAll(repaired.hit());
        List<Draft> sessions = repaired.sessions();
        Set<String> stuck = new TreeSet<>();
        repaired.stuck().forEach(one -> stuck.add("n° " + one.line() + " "));
        Judged judged = Judged.of(shock.name(), facts, sessions, Weights.delivered(), seed);
        List<String> broken = new ArrayList<>(judged.rules());
        broken.addAll(judged.house());
        broken.removeIf(what -> stuck.stream().anyMatch(what::contains));
        List<Draft> standing =
                sessions.stream().filter(draft -> draft.line() != null).toList();
        int seated = joined(standing);
        return new Found(
                repaired.hit().size(),
                moved.size(),
                FewestMoves.of(facts),
                unasked.size(),
                stuck.size(),
                seated,
                shock == Shock.SCHOOL_JOINS ? SeatsAtLeast.of(facts, Shock.JOINED) : 0,
                sessions.size() - standing.size(),
                facts.needs().stream()
                                .filter(need -> need.schoolUai().equals(Shock.JOINED))
                                .mapToInt(Need::people)
                                .sum()
                        - joined(sessions),
                broken);
    }

    private static int joined(List<Draft> sessions) {
        return sessions.stream()
                .mapToInt(draft -> draft.seats().getOrDefault(Shock.JOINED, 0))
                .sum();
    }
}
