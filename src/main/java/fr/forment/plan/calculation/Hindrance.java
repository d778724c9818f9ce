package fr.forment.plan.calculation;

/** What keeps a session from a day or a place, in the words of those who read the plan. */
public enum Hindrance {
    COMPLET("la session est complète"),
    DUREE("le module est trop long pour ce créneau"),
    TROP_TOT("ce qui doit venir avant n'aura pas encore eu lieu"),
    TROP_TARD("ce serait après l'ouverture, ou après une session qui doit suivre celle-ci"),
    ECOLE_EN_CLASSE("une école a classe à cette heure"),
    ECOLE_FERMEE("une école est fermée ce jour-là"),
    ECOLE_PRISE("une école a déjà une session ce jour-là"),
    PARTICIPANTS_PRIS("les mêmes personnes sont déjà attendues ailleurs à cette heure"),
    PERSONNE_HABILITEE("personne n'est habilité pour ce module"),
    SALLE_INCONNUE("l'école n'a pas dit combien de personnes sa salle accueille"),
    SALLE_PETITE("la salle n'accueille pas tout le groupe"),
    SALLE_PRISE("la salle est prise ou fermée"),
    FORMATEURS_PRIS("toutes les personnes habilitées sont prises ou absentes"),
    DEMI_JOURNEES("les personnes habilitées ont déjà donné toutes leurs demi-journées");

    private final String phrase;

    Hindrance(String phrase) {
        this.phrase = phrase;
    }

    /** Follows "parce que" or "car". */
    public String phrase() {
        return phrase;
    }
}
