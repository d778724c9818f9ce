package fr.forment.territory;

/** Why a line that is right is nevertheless left aside. */
public enum IgnoredRow {
    PRIVATE("école privée"),
    NOT_A_SCHOOL("établissement qui n’est pas une école"),
    OTHER_DEPARTEMENT("autre département que celui choisi"),
    OUTSIDE("école hors de votre périmètre, telle que FormENT la connaît"),
    CIRCONSCRIPTION_WITHOUT_SCHOOL("circonscription sans école publique"),
    UNKNOWN_SCHOOL("école privée ou absente de l’annuaire importé"),
    OLDER_YEAR("année plus ancienne"),
    TWICE("copie d’une ligne plus haut"),
    TOTAL("ligne de total"),
    OTHER_CALENDAR("autre calendrier (enseignants, hors zones A, B et C)");

    private final String label;

    IgnoredRow(String label) {
        this.label = label;
    }

    /** French label for screens. */
    public String label() {
        return label;
    }
}
