package fr.forment.alternative;

import fr.forment.computation.GoalWords;
import fr.forment.french.French;
import fr.forment.plan.calculation.Goal;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change costs and gives, in words. */
public final class Prices {

    private Prices() {}

    /** « 2 écoles changent de date, 12 personnes-kilomètres de plus, 1 vœu de créneau non suivi de moins ». */
    public static String inFrench(Priced priced) {
        String told = Stream.of(
                        priced.schools() == 0
                                ? Stream.<String>empty()
                                : Stream.of(French.count(
                                        priced.schools(), "école change de date", "écoles changent de date")),
                        priced.more().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> difference(entry.getKey(), entry.getValue())),
                        priced.unplaced() == 0
                                ? Stream.<String>empty()
                                : Stream.of(
                                        priced.unplaced() > 0
                                                ? "des personnes seraient formées après l'ouverture"
                                                : "des personnes de plus seraient formées à temps"))
                .flatMap(some -> some)
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "sans rien changer d'autre" : told;
    }

    private static String difference(Goal goal, long more) {
        return GoalWords.amount(goal, Math.abs(more)) + (more > 0 ? " de plus" : " de moins");
    }
}
