package fr.forment.alternative;

import fr.forment.computation.GoalWords;
import fr.forment.plan.calculation.Goal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change costs and gives, in words. */
public final class Prices {

    private Prices() {}

    /** « 12 personnes-kilomètres de plus, 1 vœu de créneau non suivi de moins ». */
    public static String inFrench(Map<Goal, Long> more, long unplaced) {
        String told = Stream.concat(
                        more.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> difference(
                                        amount(entry.getKey(), Math.abs(entry.getValue())), entry.getValue())),
                        unplaced == 0
                                ? Stream.empty()
                                : Stream.of(
                                        unplaced > 0
                                                ? "des personnes ne seraient plus formées à temps"
                                                : "des personnes de plus seraient formées à temps"))
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "sans rien changer d'autre" : told;
    }

    private static String difference(String amount, long more) {
        return amount + (more > 0 ? " de plus" : " de moins");
    }

    private static String amount(Goal goal, long units) {
        return GoalWords.amount(goal, units);
    }
}
