package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.search.FreeWishes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan that is made anew after a rejection starts from the sessions that were rejected: each stays where it is while
 * it can, under its number, and what people had placed does not move at all. Where looking for all the rest afresh is
 * worth more by the table of what counts most, that is taken. Pure.
 *
 * @param pinned numbers of the sessions that people had placed, and that stay
 * @param lost numbers of those that can no longer be held as they were
 * @param afresh whether the rest was looked for afresh
 * @param worth of the plan that is taken, {@code other} of the one that is not
 */
record MadeAnew(
        List<Draft> sessions,
        Set<Integer> pinned,
        Set<Integer> lost,
        boolean afresh,
        Score worth,
        Score other,
        Weights weights) {

    /**
     * @param before the sessions of the plan that was rejected
     * @param weights what counts most
     */
    static MadeAnew from(PlanFacts facts, PlanLines.WithPins before, Weights weights) {
        int allowed = blocking(facts, numbered(PlanCalculator.propose(facts), List.of(), Set.of()))
                .size();
        Set<Integer> pinned = new TreeSet<>(before.pinned());
        Set<Integer> lost = new TreeSet<>();
        while (true) {
            List<Draft> all = standing(facts, before, pinned);
            Set<Integer> hindered = hindered(facts, all, pinned);
            boolean afresh = !hindered.isEmpty();
            if (afresh) { // what stands may be in the way of a pin that has its place in a new plan
                hindered.retainAll(hindered(facts, afresh(facts, before, pinned), pinned));
            }
            if (hindered.isEmpty()) {
                MadeAnew found = better(facts, afresh ? null : all, before, pinned, lost, weights, allowed);
                List<Warning> left = blocking(facts, found.sessions());
                if (left.size() <= allowed || pinned.isEmpty()) {
                    return found;
                }
                left.stream().map(Warning::line).filter(pinned::contains).forEach(hindered::add);
                if (hindered.isEmpty()) {
                    hindered.addAll(pinned); // which of them keeps the others from their place, nobody can tell
                }
            }
            lost.addAll(hindered);
            pinned.removeAll(hindered);
        }
    }

    private static List<Draft> standing(PlanFacts facts, PlanLines.WithPins before, Set<Integer> pinned) {
        return numbered(
                PlanCalculator.propose(facts.with(facts.conditions().with(held(facts, before.sessions(), pinned)))),
                before.sessions(),
                pinned);
    }

    private static List<Draft> afresh(PlanFacts facts, PlanLines.WithPins before, Set<Integer> pinned) {
        return numbered(PlanCalculator.propose(around(facts, before, pinned)), before.sessions(), pinned);
    }

    private static PlanFacts around(PlanFacts facts, PlanLines.WithPins before, Set<Integer> pinned) {
        List<PlannedSession> only = before.sessions().stream()
                .filter(session -> pinned.contains(session.line()))
                .toList();
        return facts.with(facts.conditions().with(held(facts, only, pinned)));
    }

    /** Of the pins, those that cannot be held in a plan, or are not in it. */
    private static Set<Integer> hindered(PlanFacts facts, List<Draft> plan, Set<Integer> pinned) {
        Set<Integer> hindered = blocking(facts, plan).stream()
                .map(Warning::line)
                .filter(pinned::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> there = plan.stream().map(Draft::line).collect(Collectors.toSet());
        pinned.stream().filter(line -> !there.contains(line)).forEach(hindered::add);
        return hindered;
    }

    private static List<Warning> blocking(PlanFacts facts, List<Draft> plan) {
        return new PlanCheck(facts, lines(plan))
                .warnings().stream()
                        .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT && warning.line() != null)
                        .toList();
    }

    /**
     * Neither a calculation nor a wish that is followed knows all the rules that are checked: what breaks more of them
     * than a plan made from nothing is not taken while the other one breaks fewer.
     *
     * @param standing null where its pins cannot be held beside what stands
     */
    private static MadeAnew better(
            PlanFacts facts,
            List<Draft> standing,
            PlanLines.WithPins before,
            Set<Integer> pinned,
            Set<Integer> lost,
            Weights weights,
            int allowed) {
        PlanFacts around = around(facts, before, pinned);
        List<Draft> fresh = afresh(facts, before, pinned);
        Score anew = PlanSolver.score(around, fresh);
        int inFresh = Math.max(allowed, blocking(facts, fresh).size());
        int inStanding = standing == null
                ? Integer.MAX_VALUE
                : Math.max(allowed, blocking(facts, standing).size());
        Score stands = standing == null ? anew : PlanSolver.score(around, standing);
        boolean afresh = inFresh != inStanding ? inFresh < inStanding : isBetter(anew, stands, weights);
        List<Draft> taken = afresh ? fresh : standing;
        List<Draft> followed = FreeWishes.followed(around, taken, weights);
        return new MadeAnew(
                blocking(facts, followed).size() > Math.min(inFresh, inStanding) ? taken : followed,
                pinned,
                lost,
                afresh,
                afresh ? anew : stands,
                afresh ? stands : anew,
                weights);
    }

    /** Rules, then people, then what counts most: where both are worth the same, what people know stays. */
    static boolean isBetter(Score one, Score other, Weights weights) {
        int order = one.compareTo(other);
        return order > 0 || order == 0 && one.total(weights) < other.total(weights);
    }

    private static List<Held> held(PlanFacts facts, List<PlannedSession> sessions, Set<Integer> pinned) {
        return sessions.stream()
                .flatMap(session -> session.draft(facts).stream()
                        .map(draft -> new Held(session.line(), draft, pinned.contains(session.line()), false)))
                .toList();
    }

    /**
     * The same training for much the same schools keeps its number, so that both plans are compared session by session;
     * what is new gets numbers that the rejected plan never had. A pinned number is of its own session or of none.
     */
    private static List<Draft> numbered(List<Draft> plan, List<PlannedSession> before, Set<Integer> pinned) {
        List<Draft> inOrder = plan.stream().sorted(Draft.IN_ORDER).toList();
        Map<Integer, Integer> kept = alike(
                inOrder,
                before.stream().filter(was -> !pinned.contains(was.line())).toList());
        int next = before.stream().mapToInt(PlannedSession::line).max().orElse(0) + 1;
        List<Draft> all = new ArrayList<>();
        for (int n = 0; n < inOrder.size(); n++) {
            Draft draft = inOrder.get(n);
            Integer line = draft.line() != null ? draft.line() : kept.get(n);
            all.add(draft.with(line == null ? next++ : line, draft.seats(), draft.expected()));
        }
        return all;
    }

    /** Of one training, and how many people of the same schools are expected in both. */
    private record Pair(int draft, PlannedSession was, int together, boolean samePlace, long days) {

        private static final Comparator<Pair> NEAREST = Comparator.comparingInt(Pair::together)
                .reversed()
                .thenComparing(Pair::samePlace, Comparator.reverseOrder())
                .thenComparingLong(Pair::days)
                .thenComparingInt(pair -> pair.was().line())
                .thenComparingInt(Pair::draft);

        static Pair of(int n, Draft draft, PlannedSession was) {
            int together = draft.seats().entrySet().stream()
                    .mapToInt(seat -> Math.min(seat.getValue(), was.seats().getOrDefault(seat.getKey(), 0)))
                    .sum();
            return new Pair(
                    n,
                    was,
                    together,
                    draft.place().equals(was.place()),
                    Math.abs(ChronoUnit.DAYS.between(draft.day(), was.day())));
        }

        boolean isOne() {
            return together > 0 || samePlace && was.seats().isEmpty();
        }
    }

    /** Number by place of the draft, the nearest first; each number once. */
    private static Map<Integer, Integer> alike(List<Draft> plan, List<PlannedSession> before) {
        Set<Integer> taken =
                plan.stream().map(Draft::line).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<Integer, Integer> kept = new HashMap<>();
        IntStream.range(0, plan.size())
                .filter(n -> plan.get(n).line() == null)
                .boxed()
                .flatMap(n -> before.stream()
                        .filter(was -> was.moduleCode()
                                        .equals(plan.get(n).module().code())
                                && Objects.equals(was.vagueRank(), plan.get(n).vagueRank()))
                        .map(was -> Pair.of(n, plan.get(n), was)))
                .filter(Pair::isOne)
                .sorted(Pair.NEAREST)
                .forEach(pair -> {
                    if (!kept.containsKey(pair.draft()) && taken.add(pair.was().line())) {
                        kept.put(pair.draft(), pair.was().line());
                    }
                });
        return kept;
    }

    private static List<PlannedSession> lines(List<Draft> plan) {
        return plan.stream()
                .map(draft -> PlannedSession.of(draft.line(), draft))
                .toList();
    }

    /** For the history, in French. */
    String told(Plan rejected) {
        return "Parti de « " + rejected.title() + " », rejeté"
                + (pinned.isEmpty()
                        ? ""
                        : " ; "
                                + French.count(
                                        pinned.size(),
                                        "session placée par l'équipe reste où elle était",
                                        "sessions placées par l'équipe restent où elles étaient"))
                + (lost.isEmpty()
                        ? ""
                        : " ; "
                                + (lost.size() == 1
                                        ? "ne peut plus rester où elle était : "
                                        : "ne peuvent plus rester où elles étaient : ")
                                + French.lines(lost))
                + (afresh
                        ? " ; les autres sessions sont recalculées, ce qui vaut mieux que de les garder où elles étaient"
                        : " ; les autres sessions restent où elles étaient quand c'est possible, ce qui ne vaut pas moins qu'un calcul entièrement nouveau")
                + " (" + compared() + ")";
    }

    /** What both are worth, by what makes the difference. */
    private String compared() {
        return worth.unplaced() != other.unplaced()
                ? "personnes sans place, comptées avec leur priorité : " + worth.unplaced() + " au lieu de "
                        + other.unplaced()
                : worth.total(weights) == other.total(weights)
                        ? "les deux se valent d'après la page « Ce qui compte le plus cette année »"
                        : "total d'après la page « Ce qui compte le plus cette année » : " + worth.total(weights)
                                + " au lieu de " + other.total(weights) + ", le plus petit étant le meilleur";
    }
}
