package fr.forment.incident;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.conditions.SessionOrder;
import fr.forment.plan.conditions.SessionOrder.Days;
import fr.forment.plan.conditions.SessionOrder.Pair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of what must come one after the other when sessions move: kept, moved along, or lost with the way out.
 */
final class FollowingWords {

    private final StandingPlan standing;
    private final PlanFacts facts;
    private final LocalDate today;
    private final SessionOrder order;
    private final Map<Integer, Days> before = new HashMap<>();

    FollowingWords(StandingPlan standing, PlanFacts facts, LocalDate today) {
        this.standing = standing;
        this.facts = facts;
        this.today = today;
        this.order = new SessionOrder(facts.modules(), standing.sessions());
        standing.sessions().forEach(session -> before.put(session.line(), days(standing.parts(session))));
    }

    private static Days days(Collection<PlannedSession> parts) {
        return Days.of(parts.stream().map(PlannedSession::day).toList());
    }

    /** @param lines of the repaired version, {@code spreads} what changes beside them */
    List<String> of(List<PlannedSession> lines, List<Aftermath.Spread> spreads) {
        Map<Integer, PlannedSession> moved = new TreeMap<>();
        Map<Integer, Days> after = new HashMap<>(before);
        after.keySet().retainAll(lines.stream().map(PlannedSession::line).toList());
        lines.stream()
                .filter(line -> before.containsKey(line.line()))
                .filter(line ->
                        spreads.stream().noneMatch(each -> each.session().line() == line.line()))
                .forEach(line -> {
                    Days was = before.get(line.line());
                    if (was.first().equals(was.last()) && !was.first().equals(line.day())) {
                        after.put(line.line(), new Days(line.day(), line.day()));
                        moved.put(line.line(), line);
                    }
                });
        spreads.stream().filter(Aftermath.Spread::changesDates).forEach(spread -> {
            after.put(spread.session().line(), days(spread.after()));
            moved.put(spread.session().line(), spread.session());
        });
        Set<String> told = new LinkedHashSet<>();
        told.addAll(kept(moved.keySet(), after));
        lost(moved.keySet(), after).forEach(told::add);
        told.addAll(late(moved.values(), after));
        return List.copyOf(told);
    }

    /** Each that stays once, under all that it comes after. */
    private List<String> kept(Set<Integer> moved, Map<Integer, Days> after) {
        Map<Integer, Set<Integer>> first = new TreeMap<>();
        moved.forEach(line -> order.after(line).stream()
                .filter(then -> after.containsKey(then.line()) && !moved.contains(then.line()))
                .filter(then ->
                        after.get(then.line()).first().isAfter(after.get(line).last()))
                .forEach(then -> first.computeIfAbsent(then.line(), none -> new TreeSet<>())
                        .add(line)));
        Map<Set<Integer>, List<Integer>> together = new LinkedHashMap<>();
        first.forEach((then, lines) ->
                together.computeIfAbsent(lines, none -> new ArrayList<>()).add(then));
        return together.entrySet().stream()
                .map(each -> French.capital(French.sessions(each.getValue())) + " ("
                        + span(each.getValue().stream()
                                .map(then -> after.get(then).first())
                                .toList())
                        + (each.getValue().size() == 1 ? ") vient" : ") viennent") + " toujours après "
                        + (each.getKey().size() == 1 ? "celle de la " : "celles des ")
                        + French.lines(each.getKey())
                        + (each.getValue().size() == 1 ? " : elle garde sa date." : " : elles gardent leur date."))
                .toList();
    }

    /** « le lundi 11 janvier 2027 », or from the first of several to the last. */
    private static String span(List<LocalDate> some) {
        LocalDate first = Collections.min(some);
        LocalDate last = Collections.max(some);
        return first.equals(last) ? "le " + French.day(first) : "du " + French.day(first) + " au " + French.day(last);
    }

    private List<String> lost(Set<Integer> moved, Map<Integer, Days> after) {
        Set<Pair> already = Set.copyOf(order.broken(line -> Optional.ofNullable(before.get(line.line())), today));
        List<String> found = new ArrayList<>();
        order.broken(line -> Optional.ofNullable(after.get(line.line())), today).stream()
                .filter(pair -> !already.contains(pair) && moved.stream().anyMatch(pair::concerns))
                .forEach(pair -> found.add("L'ordre n'est plus tenu : "
                        + order.why(pair, after.get(pair.first().line()).last())
                        + ", et la session de la ligne " + pair.then().line() + " a lieu le "
                        + French.day(after.get(pair.then().line()).first())
                        + ". Déplacez ensuite la session de la ligne "
                        + pair.then().line() + "."));
        return found;
    }

    /** {@link OpeningRisk} says it, with what would free it; not of a session that no line says whole. */
    private boolean isToldAsRisk(PlannedSession line) {
        return !standing.byHand().containsKey(line.line())
                && facts.module(line.moduleCode())
                        .filter(ModuleFacts::comesBeforeOpening)
                        .isPresent();
    }

    /** Each vague once, with all that would come after it opens. */
    private List<String> late(Collection<PlannedSession> moved, Map<Integer, Days> after) {
        Map<Integer, List<Integer>> late = new TreeMap<>();
        moved.stream().filter(line -> !isToldAsRisk(line)).forEach(line -> Optional.ofNullable(line.vagueRank())
                .flatMap(facts::vague)
                .map(VagueFacts::opensOn)
                .filter(opening -> before.get(line.line()).last().isBefore(opening)
                        && !after.get(line.line()).last().isBefore(opening))
                .ifPresent(opening -> late.computeIfAbsent(line.vagueRank(), none -> new ArrayList<>())
                        .add(line.line())));
        return late.entrySet().stream()
                .map(each -> {
                    boolean one = each.getValue().size() == 1;
                    return French.capital(French.sessions(each.getValue()))
                            + (one ? " aurait" : " auraient") + " lieu après l'ouverture de la vague " + each.getKey()
                            + ", prévue le "
                            + French.day(
                                    facts.vague(each.getKey()).orElseThrow().opensOn())
                            + " : aucun jour n'est libre avant. Déplacez aussi l'ouverture, sur la page du projet, ou donnez une date plus proche "
                            + (one ? "à la session depuis sa page." : "à ces sessions depuis leur page.");
                })
                .toList();
    }
}
