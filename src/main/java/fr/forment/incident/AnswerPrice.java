package fr.forment.incident;

import fr.forment.alternative.Prices;
import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Weights;
import fr.forment.resource.MeetingPlace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an answer costs, beside the plan as it stood before anything happened.
 *
 * @param more units of each goal that counts and changes, but for the dates: more is worse
 * @param rooms sessions more that have a town for their only place: somebody has to book a room
 */
public record AnswerPrice(Map<Goal, Long> more, int rooms) {

    static AnswerPrice of(PlanFacts before, List<Draft> was, PlanFacts after, List<Draft> is, Weights weights) {
        return of(PlanSolver.score(before, was).goals(), was, after, is, weights);
    }

    private static AnswerPrice of(
            Map<Goal, Long> then, List<Draft> was, PlanFacts after, List<Draft> is, Weights weights) {
        Map<Goal, Long> more = new EnumMap<>(Goal.class);
        PlanSolver.score(after, is).goals().forEach((goal, units) -> {
            long difference = units - then.getOrDefault(goal, 0L);
            boolean told = weights.of(goal) > 0 || goal == Goal.PERSONNE_KM;
            if (goal != Goal.DATES_DEPLACEES && difference != 0 && told) {
                more.put(goal, difference);
            }
        });
        return new AnswerPrice(more, toBook(is) - toBook(was));
    }

    /** Of each of some sessions held otherwise, by number, all others staying as they were. */
    static Map<Integer, AnswerPrice> ofEach(PlanFacts facts, List<Draft> was, List<Draft> changed, Weights weights) {
        Map<Goal, Long> then = PlanSolver.score(facts, was).goals();
        Map<Integer, AnswerPrice> found = new TreeMap<>();
        changed.forEach(draft -> {
            List<Draft> with = new ArrayList<>(was);
            with.replaceAll(each -> each.line().equals(draft.line()) ? draft : each);
            found.put(draft.line(), of(then, was, facts, with, weights));
        });
        return found;
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
