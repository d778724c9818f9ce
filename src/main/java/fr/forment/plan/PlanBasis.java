package fr.forment.plan;

import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.FactsPrint;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a better version of a plan is looked for from, read at one moment: the facts, the sessions that stand, those
 * that have to stay, what counts most. Works on without the database.
 *
 * @param open the version may still be changed
 * @param pinned numbers of the sessions that people placed
 * @param firstFree a number no session ever had
 */
public record PlanBasis(
        long planId,
        boolean open,
        PlanFacts facts,
        List<PlannedSession> sessions,
        Set<Integer> pinned,
        Weights weights,
        int firstFree) {

    /**
     * The facts with what stands: pinned sessions, those that last or are held otherwise than the catalogue says, and
     * those whose people are convoked already stay as they are; of an amendment, moving any other one costs those who
     * were told its date.
     */
    public PlanFacts toSolve(boolean keepsPins) {
        Map<Integer, Held> held = new TreeMap<>();
        facts.conditions().held().forEach(each -> held.put(each.line(), each));
        for (PlannedSession session : sessions) {
            boolean told = facts.isInForce(session.line(), session.startsAt());
            boolean fixed = keepsPins && pinned.contains(session.line())
                    || session.differsFromCatalogue(facts)
                    || told && session.day().isBefore(facts.from());
            if (fixed || told) {
                session.draft(facts)
                        .ifPresent(draft -> held.put(session.line(), new Held(session.line(), draft, fixed, told)));
            }
        }
        Conditions known = facts.conditions();
        return facts.with(known.with(List.copyOf(held.values())));
    }

    /** The same, with more time taken already. */
    public PlanBasis taking(List<Busy> more) {
        return new PlanBasis(planId, open, facts.taking(more), sessions, pinned, weights, firstFree);
    }

    /** The same without the sessions that were called off: their people have no seat. */
    public PlanBasis withoutCalledOff(Map<Integer, PlanFollowUp.Present> present) {
        List<PlannedSession> left = sessions.stream()
                .filter(session -> !present.containsKey(session.line())
                        || !present.get(session.line()).cancelled())
                .toList();
        return new PlanBasis(planId, open, facts, left, pinned, weights, firstFree);
    }

    /** The same for the needs of some other moment; what schools asked for first stays known. */
    public PlanBasis needing(List<Need> needs) {
        Map<Need, Integer> wishes = new HashMap<>();
        facts.needs().forEach(need -> wishes.merge(anyHow(need), need.wish(), Math::max));
        return new PlanBasis(
                planId,
                open,
                facts.needing(needs.stream()
                        .map(need -> new Need(
                                need.schoolUai(),
                                need.moduleCode(),
                                need.profile(),
                                need.people(),
                                wishes.getOrDefault(anyHow(need), 0)))
                        .toList()),
                sessions,
                pinned,
                weights,
                firstFree);
    }

    private static Need anyHow(Need need) {
        return new Need(need.schoolUai(), need.moduleCode(), need.profile(), 0);
    }

    /** The plan as it stands, as the search knows sessions; without those whose module was withdrawn. */
    public List<Draft> drafts() {
        return drafts(sessions);
    }

    /** The same of other sessions. */
    public List<Draft> drafts(List<PlannedSession> some) {
        return some.stream().flatMap(session -> session.draft(facts).stream()).toList();
    }

    /** What the search found, as the plan knows sessions: number 0 where nothing stood before. */
    public List<PlannedSession> sessions(List<Draft> drafts) {
        return drafts.stream()
                .sorted(Comparator.comparing(Draft::vagueRank, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Draft::day)
                        .thenComparing(Draft::start)
                        .thenComparing(draft -> draft.module().code())
                        .thenComparing(Draft::place))
                .map(draft -> PlannedSession.of(draft.line() == null ? 0 : draft.line(), draft))
                .toList();
    }

    /** What keeps sessions from taking place, by the judge of the plan, not by the search. */
    public List<Warning> blocking(List<PlannedSession> some) {
        return new PlanCheck(facts, some)
                .warnings().stream()
                        .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT)
                        .toList();
    }

    /** Pins that cannot all be kept: what the judge says of them alone. */
    public List<Warning> contradictions() {
        return blocking(sessions.stream()
                .filter(session -> pinned.contains(session.line()))
                .toList());
    }

    /** Of the pinned sessions, those that a plan does not leave when, where and with whom they are. */
    public Set<Integer> pinsMoved(List<PlannedSession> plan) {
        Map<Integer, PlannedSession> there = new HashMap<>();
        plan.forEach(session -> there.put(session.line(), session));
        Set<Integer> moved = new TreeSet<>();
        sessions.stream()
                .filter(session -> pinned.contains(session.line()))
                .filter(session ->
                        !there.containsKey(session.line()) || !isWhereItWas(session, there.get(session.line())))
                .forEach(session -> moved.add(session.line()));
        return moved;
    }

    private static boolean isWhereItWas(PlannedSession before, PlannedSession after) {
        return before.startsAt().equals(after.startsAt())
                && before.place().equals(after.place())
                && Objects.equals(before.trainerAgentId(), after.trainerAgentId());
    }

    /** Of what the plan is made from, part by part. */
    public Map<String, String> factsPrint() {
        return FactsPrint.of(facts);
    }

    /** Of the sessions and pins of the version, and nothing else. */
    public String sessionsPrint() {
        return print(sessions, pinned);
    }

    static String print(List<PlannedSession> sessions, Set<Integer> pinned) {
        return FactsPrint.digest(List.of(
                sessions.stream()
                        .map(session -> session.numbered(session.line()))
                        .sorted(Comparator.comparingInt(PlannedSession::line))
                        .toList(),
                pinned));
    }
}
