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

    /** « 2 écoles changent de date, 12 personnes-kilomètres de plus, 1 vœu de créneau de plus est suivi ». */
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

    /** Read aloud with 1 as with 2; what does not change is not told. */
    public static String difference(Goal goal, long more) {
        long units = Math.abs(more);
        boolean worse = more > 0;
        String sign = worse ? " de plus" : " de moins";
        String moves = worse ? "augmente de " : "diminue de ";
        return switch (goal) {
            case VOEUX_CRENEAU -> wishes(units, "vœu de créneau", "vœux de créneau", worse);
            case VOEUX_FORMAT -> wishes(units, "vœu de format", "vœux de format", worse);
            case VOEUX_PARTENAIRE -> wishes(units, "vœu de partenaire", "vœux de partenaire", worse);
            case VOEUX_TRAJET ->
                French.count(units, "trajet")
                        + sign
                        + French.word(units, " dépasse la durée souhaitée", " dépassent la durée souhaitée");
            case PERSONNE_KM -> GoalWords.amount(goal, units) + sign;
            case ECOLES_REUNIES ->
                French.count(units, "groupe de collègues", "groupes de collègues") + " de plus"
                        + (worse
                                ? French.word(units, " est séparé", " sont séparés")
                                : French.word(units, " est réuni", " sont réunis"));
            case ECART_FORMATEURS -> "l'écart d'heures entre formateurs " + moves + French.count(units, "heure");
            case ECART_VAGUES -> "l'écart entre les sessions d'une vague " + moves + French.count(units, "jour");
            case PRECOCITE -> "l'attente des écoles prioritaires " + moves + French.count(units, "semaine");
            case REMPLACEMENT -> French.count(units, "demi-journée", "demi-journées") + sign + " à remplacer";
            case SOUS_MINIMUM ->
                "il manque " + French.count(units, "personne") + sign + " pour bien remplir les sessions";
            case DATES_DEPLACEES -> "la date annoncée change pour " + French.count(units, "personne") + sign;
        };
    }

    private static String wishes(long units, String one, String many, boolean worse) {
        return French.count(units, one, many) + " de plus"
                + (worse
                        ? French.word(units, " n'est pas suivi", " ne sont pas suivis")
                        : French.word(units, " est suivi", " sont suivis"));
    }
}
