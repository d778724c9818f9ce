package fr.forment.session;

/** Why somebody cannot be enrolled, in words for that person. A motive lets an organiser pass over some of them. */
public enum Obstacle {

    PARTI("n'est plus en poste à cette date", false),
    DEJA_INSCRIT("figure déjà sur la liste de cette session", false),
    CHEVAUCHEMENT("participe à une autre session au même moment", false),
    COMPLET("ne peut pas être accueilli : la session est complète", false),
    AUTRE_SESSION("est déjà inscrit à une autre session de ce module", true),
    DEJA_FORME("a déjà suivi ce module", true),
    HEURES("n'a plus assez d'heures de formation disponibles cette année", true);

    private final String label;
    private final boolean waivable;

    Obstacle(String label, boolean waivable) {
        this.label = label;
        this.waivable = waivable;
    }

    /** A French sentence without its subject. */
    public String label() {
        return label;
    }

    public boolean isWaivable() {
        return waivable;
    }
}
