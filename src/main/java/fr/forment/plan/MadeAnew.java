package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A plan that is made anew after a rejection starts from the sessions that were rejected: each stays where it is while
 * it can, under its number, and what people had placed does not move at all. Pure.
 *
 * @param pinned numbers of the sessions that people had placed, and that stay
 * @param lost numbers of those that can no longer be held as they were
 */
record MadeAnew(List<Draft> sessions, Set<Integer> pinned, Set<Integer> lost) {

    /** @param before the sessions of the plan that was rejected */
    static MadeAnew from(PlanFacts facts, PlanLines.WithPins before) {
        Set<Integer> pinned = new TreeSet<>(before.pinned());
        Set<Integer> lost = new TreeSet<>();
        while (true) {
            List<Draft> all = numbered(
                    PlanCalculator.propose(facts.with(facts.conditions().with(held(facts, before.sessions(), pinned)))),
                    before.sessions());
            Set<Integer> hindered = new PlanCheck(facts, lines(all))
                    .warnings().stream()
                            .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT)
                            .map(Warning::line)
                            .filter(Objects::nonNull)
                            .filter(pinned::contains)
                            .collect(Collectors.toCollection(TreeSet::new));
            Set<Integer> there = all.stream().map(Draft::line).collect(Collectors.toSet());
            pinned.stream().filter(line -> !there.contains(line)).forEach(hindered::add);
            if (hindered.isEmpty()) {
                return new MadeAnew(better(facts, all, before, pinned), pinned, lost);
            }
            lost.addAll(hindered);
            pinned.removeAll(hindered);
        }
    }

    /** Where the rest, looked for afresh around what people had placed, serves more people in time, it is taken. */
    private static List<Draft> better(
            PlanFacts facts, List<Draft> standing, PlanLines.WithPins before, Set<Integer> pinned) {
        List<PlannedSession> only = before.sessions().stream()
                .filter(session -> pinned.contains(session.line()))
                .toList();
        List<Draft> fresh = numbered(
                PlanCalculator.propose(facts.with(facts.conditions().with(held(facts, only, pinned)))),
                before.sessions());
        return Comparator.comparingInt((List<Draft> plan) -> missing(facts, plan))
                                .thenComparingInt(plan -> late(facts, plan))
                                .compare(fresh, standing)
                        < 0
                ? fresh
                : standing;
    }

    private static int missing(PlanFacts facts, List<Draft> plan) {
        return Coverage.missing(Coverage.of(
                facts.needs(),
                lines(plan),
                code -> facts.module(code).filter(ModuleFacts::trainsTrainers).isPresent(),
                Coverage.serves(facts)));
    }

    /** Sessions that must precede the opening of their vague, and do not. */
    private static int late(PlanFacts facts, List<Draft> plan) {
        return (int) plan.stream()
                .filter(session -> session.vagueRank() != null)
                .filter(session -> session.module().isCompulsory()
                        || PlannedSession.of(0, session).isForParents())
                .filter(session -> facts.vague(session.vagueRank())
                        .filter(vague -> !session.day().isBefore(vague.opensOn()))
                        .isPresent())
                .count();
    }

    private static List<Held> held(PlanFacts facts, List<PlannedSession> sessions, Set<Integer> pinned) {
        return sessions.stream()
                .flatMap(session -> session.draft(facts).stream()
                        .map(draft -> new Held(session.line(), draft, pinned.contains(session.line()), false)))
                .toList();
    }

    /** What is new gets numbers that the rejected plan never had: both are compared by them. */
    private static List<Draft> numbered(List<Draft> plan, List<PlannedSession> before) {
        int next = before.stream().mapToInt(PlannedSession::line).max().orElse(0) + 1;
        List<Draft> all = new ArrayList<>();
        for (Draft draft : plan.stream().sorted(Draft.IN_ORDER).toList()) {
            all.add(draft.line() != null ? draft : draft.with(next++, draft.seats(), draft.expected()));
        }
        return all;
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
                                        ? "ne peut plus rester où elle était : session n° "
                                        : "ne peuvent plus rester où elles étaient : sessions n° ")
                                + lost.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
