package fr.forment.catalogue;

/**
 * A public to train. The first nine and the parents have rows in the fiche's table; trainers, pupils and non-teaching
 * staff are named by its text only.
 */
public enum Profile {
    IEN("IEN", false, "Corps d'inspection : la fiche demande de prévoir pour lui des formations spécifiques."),
    IEN_NUMERIQUE(
            "IEN en charge du numérique",
            true,
            "Présente l'ENT aux cadres et aux formateurs ; suit chaque enrichissement de l'ENT."),
    CPD(
            "CPD",
            true,
            "Conseillers pédagogiques départementaux : informés en premier, pour élaborer le planning de déploiement."),
    CPC(
            "CPC",
            true,
            "Conseillers pédagogiques de circonscription : informés en premier, ils forment ensuite les écoles."),
    ERUN("E-RUN", true, "Formés en premier par le fournisseur ; ils forment ensuite directeurs et administrateurs."),
    DIRECTEUR(
            "Direction d'école",
            false,
            "Personne ressource de l'école : la fiche demande de prévoir pour les directeurs des formations spécifiques."),
    ADMINISTRATEUR(
            "Administrateur",
            false,
            "Administrateurs de l'ENT : leur formation technique relève du porteur de projet, de la collectivité."),
    ENSEIGNANT("Enseignants", false, "Usagers finaux : leur formation relève de l'Éducation nationale."),
    DSI(
            "DSI de la collectivité",
            true,
            "Profil spécialisé : sa formation technique relève du porteur de projet, de la collectivité."),
    FORMATEUR(
            "Formateur",
            true,
            "Formés dans une première phase du déploiement. Leur formation technique relève du porteur de projet ;"
                    + " la fiche demande de prévoir pour eux des formations spécifiques."),
    PARENT(
            "Parents",
            false,
            "Leur accompagnement relève de l'Éducation nationale ; il faut les sensibiliser aux différents outils disponibles."),
    ELEVE(
            "Élèves",
            false,
            "Usagers finaux : leur formation relève de l'Éducation nationale. La grille de la fiche ne leur consacre pas de module."),
    NON_ENSEIGNANT(
            "Personnels non enseignants",
            false,
            "Public que les formations peuvent viser. La grille de la fiche ne leur consacre pas de module.");

    private final String label;
    private final boolean trainer;
    private final String statement;

    Profile(String label, boolean trainer, String statement) {
        this.label = label;
        this.trainer = trainer;
        this.statement = statement;
    }

    public String label() {
        return label;
    }

    /** Whether these people train others in turn, and so are trained in the first phase. */
    public boolean isTrainer() {
        return trainer;
    }

    /** What the fiche says of this public, in French. */
    public String statement() {
        return statement;
    }
}
