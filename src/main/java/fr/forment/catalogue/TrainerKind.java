package fr.forment.catalogue;

/** Who trains: the column "formateurs" of the fiche's table. */
public enum TrainerKind {
    IEN_NUMERIQUE("IEN en charge du numérique"),
    EQUIPE_CIRCONSCRIPTION("Équipe de circonscription"),
    ENSEIGNANT("Enseignant"),
    FOURNISSEUR("Fournisseur d'ENT"),
    ERUN_DSI("E-RUN, DSI de la collectivité");

    private final String label;

    TrainerKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
