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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
     * Of each of some sessions held otherwise, by number, all others staying as they were: the plan is laid out once.
     */
    static Map<Integer, AnswerPrice> ofEach(PlanFacts facts, List<Draft> was, List<Draft> changed, Weights weights) {
        Map<Integer, Draft> before = was.stream().collect(Collectors.toMap(Draft::line, Function.identity()));
        Map<Integer, AnswerPrice> found = new TreeMap<>();
        if (changed.isEmpty()) {
            return found;
        }
        try (Scales scales = new Scales(facts, was, changed)) {
            Map<Goal, Long> then = scales.now().goals();
            for (Draft draft : changed) {
                found.put(
                        draft.line(),
                        new AnswerPrice(
                                more(then, scales.with(draft).goals(), weights),
                                toBook(List.of(draft)) - toBook(List.of(before.get(draft.line())))));
            }
        }
        return found;
    }

    private static Map<Goal, Long> more(Map<Goal, Long> then, Map<Goal, Long> now, Weights weights) {
        Map<Goal, Long> more = new EnumMap<>(Goal.class);
        now.forEach((goal, units) -> {
            long difference = units - then.getOrDefault(goal, 0L);
            boolean told = weights.of(goal) > 0 || goal == Goal.PERSONNE_KM;
            if (goal != Goal.DATES_DEPLACEES && difference != 0 && told) {
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
