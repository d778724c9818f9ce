package fr.forment.forecast;

import java.math.BigDecimal;

/**
 * What the load rests on. The house's own values are starting points to be corrected by those who know the place: they
 * are no statistics.
 */
public enum Assumption {
    TURNOVER(
            "Personnes nouvelles chaque année",
            "%",
            "Parmi les personnes en poste dans les écoles équipées",
            100,
            8,
            12,
            18),
    RELEASES("Versions de l'ENT à présenter par an", "", "Mises à jour qui demandent une formation", 12, 0, 1, 2),
    RELEASE_SHARE(
            "Personnes concernées par une version",
            "%",
            "Parmi les personnes en poste dans les écoles équipées",
            100,
            5,
            10,
            30),
    RENEWAL(
            "Personnes dont la formation est reprise chaque année",
            "%",
            "Parmi celles qui restent en poste ; d'après la validité des formations, chaque année a son nombre et la moyenne figure ici",
            100,
            0,
            10,
            25),
    OTHER_SCHOOLS(
            "Écoles ouvertes par an en plus des vagues prévues",
            "",
            "Les vagues déjà prévues sont comptées à leur date",
            200,
            0,
            0,
            2),
    HALF_DAYS_NEW("Demi-journées par personne nouvelle", "", "Parcours d'arrivée", 20, 1, 2, 3),
    HALF_DAYS_SCHOOL(
            "Demi-journées par personne d'une école qui ouvre", "", "Modules préalables et suivants", 20, 2, 3, 4),
    HALF_DAYS_RELEASE("Demi-journées par personne et par version", "", "", 20, 0.5, 0.5, 1),
    HALF_DAYS_RENEWAL("Demi-journées par reprise", "", "", 20, 0.5, 1, 1),
    GROUP("Personnes par session", "", "Le grand groupe fait la charge basse", 100, 18, 15, 12),
    REPLACED("Formation prise sur le temps de classe", "%", "Ce que des remplaçants assurent", 100, 0, 30, 60);

    private final String label;
    private final String unit;
    private final String meaning;
    private final BigDecimal most;
    private final Range own;

    Assumption(String label, String unit, String meaning, int most, double low, double central, double high) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
        this.most = BigDecimal.valueOf(most);
        this.own = new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(central), BigDecimal.valueOf(high));
    }

    public String label() {
        return label;
    }

    /** « % » or empty. */
    public String unit() {
        return unit;
    }

    public boolean isShare() {
        return unit.equals("%");
    }

    public String meaning() {
        return meaning;
    }

    /** The house's own value, while nobody said. */
    public Range own() {
        return own;
    }

    BigDecimal most() {
        return most;
    }

    /** The greater, the lower the load: its three values fall. */
    public boolean isFalling() {
        return this == GROUP;
    }
}
