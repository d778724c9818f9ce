package fr.forment.plan.calculation;

/**
 * What makes one plan better than another, each counted in a unit people understand. How much a unit weighs is theirs
 * to say ({@link Weights}).
 */
public enum Goal {
    /** One school in one session at another moment than those it wished for. */
    VOEUX_CRENEAU("Créneaux souhaités", "vœu de créneau non suivi"),
    /** One school in one session held otherwise (remotely, at the school, together) than it wished for. */
    VOEUX_FORMAT("Formats souhaités", "vœu de format non suivi"),
    /** One school, and another one it named, that never meet. */
    VOEUX_PARTENAIRE("Écoles partenaires", "vœu de partenaire non suivi"),
    /** One school in one session farther away, by road, than it wished for. */
    VOEUX_TRAJET("Durées de trajet souhaitées", "trajet plus long que souhaité"),
    /** One person and one kilometre as the bird flies, from the school to the place, one way. */
    PERSONNE_KM("Trajets", "personne-kilomètre"),
    /** One session more for the same module among the people of an RPI, or of a school outside one. */
    ECOLES_REUNIES("Collègues et RPI réunis", "groupe séparé"),
    /** One hour that a trainer leads beyond an equal share of all who may lead. */
    ECART_FORMATEURS("Charge des formateurs", "heure d'écart"),
    /** One day between the first and the last session of one module in one vague. */
    ECART_VAGUES("Écoles d'une vague au même pas", "jour d'écart"),
    /**
     * One week between the first day possible and a session of a school served before others; each rank before the last
     * one counts once, three at most.
     */
    PRECOCITE("Écoles prioritaires d'abord", "semaine d'attente"),
    /** One person and one half-day of class in which somebody else has to teach. */
    REMPLACEMENT("Remplacements", "demi-journée remplacée"),
    /** One person less than a quarter of a full group, and less than four. */
    SOUS_MINIMUM("Sessions bien remplies", "personne manquante"),
    /** One person who was told a date and has a session on another. */
    DATES_DEPLACEES("Dates déjà annoncées", "personne dont la date change");

    private final String title;
    private final String unit;

    Goal(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** Singular, in French. */
    public String unit() {
        return unit;
    }
}
