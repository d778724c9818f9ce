package fr.forment.plan.calculation;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much one unit of each goal weighs: "ce qui compte le plus cette année".
 *
 * @param of 0 to 1,000; a goal of weight 0 does not count
 */
public record Weights(Map<Goal, Integer> of) {

    public static final int MOST = 1_000;

    public Weights {
        Map<Goal, Integer> all = new EnumMap<>(Goal.class);
        for (Goal goal : Goal.values()) {
            all.put(goal, of.getOrDefault(goal, 0));
        }
        of = Map.copyOf(all);
    }

    /** As delivered. */
    public static Weights delivered() {
        return new Weights(Map.ofEntries(
                Map.entry(Goal.VOEUX_CRENEAU, 20),
                Map.entry(Goal.VOEUX_FORMAT, 10),
                Map.entry(Goal.VOEUX_PARTENAIRE, 10),
                Map.entry(Goal.VOEUX_TRAJET, 10),
                Map.entry(Goal.PERSONNE_KM, 1),
                Map.entry(Goal.ECOLES_REUNIES, 7),
                Map.entry(Goal.ECART_FORMATEURS, 5),
                Map.entry(Goal.ECART_VAGUES, 1),
                Map.entry(Goal.PRECOCITE, 2),
                Map.entry(Goal.REMPLACEMENT, 5),
                Map.entry(Goal.SOUS_MINIMUM, 5),
                Map.entry(Goal.DATES_DEPLACEES, 30)));
    }

    public int of(Goal goal) {
        return of.get(goal);
    }

    /** What a change is priced in: what counts this year, and kilometres always, for people drive them all the same. */
    public boolean tells(Goal goal) {
        return of(goal) > 0 || goal == Goal.PERSONNE_KM;
    }
}
