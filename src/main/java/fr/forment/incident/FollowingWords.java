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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        moved.keySet().forEach(line -> kept(line, moved.keySet(), after).ifPresent(told::add));
        lost(moved.keySet(), after).forEach(told::add);
        moved.values().forEach(line -> late(line, after.get(line.line())).ifPresent(told::add));
        return List.copyOf(told);
    }

    private Optional<String> kept(int line, Set<Integer> moved, Map<Integer, Days> after) {
        Days day = after.get(line);
        List<PlannedSession> stay = order.after(line).stream()
                .filter(then -> after.containsKey(then.line()) && !moved.contains(then.line()))
                .filter(then -> after.get(then.line()).first().isAfter(day.last()))
                .toList();
        return stay.isEmpty()
                ? Optional.empty()
                : Optional.of(stay.stream()
                                .map(then -> "la session de la ligne " + then.line() + " (le "
                                        + French.day(after.get(then.line()).first()) + ")")
                                .collect(Collectors.collectingAndThen(Collectors.joining(", "), French::capital))
                        + (stay.size() == 1 ? " vient" : " viennent") + " toujours après celle de la ligne " + line
                        + (stay.size() == 1 ? " : elle garde sa date." : " : elles gardent leur date."));
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

    private Optional<String> late(PlannedSession line, Days now) {
        return Optional.ofNullable(line.vagueRank())
                .flatMap(facts::vague)
                .map(VagueFacts::opensOn)
                .filter(opening -> !isToldAsRisk(line))
                .filter(opening -> before.get(line.line()).last().isBefore(opening)
                        && !now.last().isBefore(opening))
                .map(
                        opening ->
                                "La session de la ligne " + line.line() + " aurait lieu après l'ouverture de la vague "
                                        + line.vagueRank() + ", prévue le " + French.day(opening)
                                        + " : aucun jour n'est libre avant. Déplacez aussi l'ouverture, sur la page du projet, ou donnez une date plus proche à la session depuis sa page.");
    }
}
