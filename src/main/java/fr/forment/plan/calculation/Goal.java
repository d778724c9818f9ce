package fr.forment.plan.calculation;

/**
 * What makes one plan better than another, each counted in a unit people understand. How much a unit weighs is theirs
 * to say ({@link Weights}).
 */
public enum Goal {
    VOEUX_CRENEAU("Créneaux souhaités", "vœu de créneau non suivi"),
    VOEUX_FORMAT("Formats souhaités", "vœu de format non suivi"),
    VOEUX_PARTENAIRE("Écoles partenaires", "vœu de partenaire non suivi"),
    VOEUX_TRAJET("Durées de trajet souhaitées", "trajet plus long que souhaité"),
    PERSONNE_KM("Trajets", "personne-kilomètre"),
    ECOLES_REUNIES("Collègues et RPI réunis", "groupe séparé"),
    ECART_FORMATEURS("Charge des formateurs", "heure d'écart"),
    ECART_VAGUES("Avancement des zones", "jour d'écart"),
    PRECOCITE("Écoles prioritaires d'abord", "semaine d'attente"),
    REMPLACEMENT("Remplacements", "demi-journée remplacée"),
    SOUS_MINIMUM("Sessions bien remplies", "personne manquante"),
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
