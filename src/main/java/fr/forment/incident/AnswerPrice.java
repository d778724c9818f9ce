package fr.forment.incident;

import fr.forment.alternative.Prices;
import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.search.Scales;
import fr.forment.resource.MeetingPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an answer costs, beside the plan as it stood before anything happened.
 *
 * @param more units of each goal that counts and changes, but for the dates: more is worse
 * @param rooms sessions more that have a town for their only place: somebody has to book a room
 */
public record AnswerPrice(Map<Goal, Long> more, int rooms) {

    static AnswerPrice of(PlanFacts before, List<Draft> was, PlanFacts after, List<Draft> is, Weights weights) {
        return new AnswerPrice(
                more(
                        PlanSolver.score(before, was).goals(),
                        PlanSolver.score(after, is).goals(),
                        weights),
                toBook(is) - toBook(was));
    }

    /**
     * Of each of some changes, by number, in their order and beside those before it: together they cost what all of
     * them cost at once. Where the same people stay together the plan is laid out once.
     *
     * @param changes how each is held then; empty: no longer at all
     */
    static Map<Integer, AnswerPrice> inTurn(
            PlanFacts facts, List<Draft> was, Map<Integer, Optional<Draft>> changes, Weights weights) {
        Map<Integer, Draft> standing = new TreeMap<>();
        was.forEach(draft -> standing.put(draft.line(), draft));
        Map<Integer, AnswerPrice> found = new LinkedHashMap<>();
        boolean samePeople = changes.entrySet().stream().allMatch(change -> change.getValue()
                .filter(draft -> standing.containsKey(change.getKey())
                        && draft.seats().equals(standing.get(change.getKey()).seats())
                        && draft.expected() == standing.get(change.getKey()).expected())
                .isPresent());
        if (changes.isEmpty()) {
            return found;
        }
        List<Draft> ways = changes.values().stream().flatMap(Optional::stream).toList();
        try (Scales scales = samePeople ? new Scales(facts, was, ways) : null) {
            Map<Goal, Long> then = samePeople ? scales.now().goals() : goals(facts, standing);
            for (Map.Entry<Integer, Optional<Draft>> change : changes.entrySet()) {
                Draft before = standing.get(change.getKey());
                change.getValue()
                        .ifPresentOrElse(
                                draft -> standing.put(change.getKey(), draft), () -> standing.remove(change.getKey()));
                if (samePeople) {
                    scales.settle(change.getValue().orElseThrow());
                }
                Map<Goal, Long> now = samePeople ? scales.now().goals() : goals(facts, standing);
                found.put(
                        change.getKey(),
                        new AnswerPrice(
                                more(then, now, weights),
                                toBook(change.getValue().stream().toList())
                                        - toBook(Stream.ofNullable(before).toList())));
                then = now;
            }
        }
        return found;
    }

    private static Map<Goal, Long> goals(PlanFacts facts, Map<Integer, Draft> sessions) {
        return PlanSolver.score(facts, List.copyOf(sessions.values())).goals();
    }

    /** What is left of it beside these. */
    public AnswerPrice without(Collection<AnswerPrice> some) {
        Map<Goal, Long> left = new EnumMap<>(Goal.class);
        left.putAll(more);
        some.forEach(other -> other.more().forEach((goal, units) -> left.merge(goal, -units, Long::sum)));
        left.values().removeIf(units -> units == 0);
        return new AnswerPrice(
                left, rooms - some.stream().mapToInt(AnswerPrice::rooms).sum());
    }

    private static Map<Goal, Long> more(Map<Goal, Long> then, Map<Goal, Long> now, Weights weights) {
        Map<Goal, Long> more = new EnumMap<>(Goal.class);
        now.forEach((goal, units) -> {
            long difference = units - then.getOrDefault(goal, 0L);
            if (goal != Goal.DATES_DEPLACEES && difference != 0 && weights.tells(goal)) {
                more.put(goal, difference);
            }
        });
        return more;
    }

    private static int toBook(List<Draft> sessions) {
        return (int) sessions.stream()
                .filter(draft -> MeetingPlace.isTown(draft.place()))
                .count();
    }

    /**
     * « 14 personnes-kilomètres de moins, 1 date change pour 12 personnes, 1 salle à réserver de plus ».
     *
     * @param dates sessions whose day or hour changes, {@code people} whom they expect
     */
    public String inFrench(int dates, int people) {
        Map<Goal, Long> others = new EnumMap<>(Goal.class);
        others.putAll(more);
        Long km = others.remove(Goal.PERSONNE_KM);
        List<String> told = new ArrayList<>();
        told.add(km == null ? "aucun kilomètre de plus" : Prices.difference(Goal.PERSONNE_KM, km));
        told.add(
                dates == 0
                        ? "aucune date ne change"
                        : French.count(dates, "date change", "dates changent") + " pour "
                                + French.count(people, "personne"));
        if (rooms != 0) {
            told.add(French.count(Math.abs(rooms), "salle à réserver", "salles à réserver")
                    + (rooms > 0 ? " de plus" : " de moins"));
        }
        others.forEach((goal, units) -> told.add(Prices.difference(goal, units)));
        return String.join(", ", told);
    }
}
