package fr.forment.catalogue;

import fr.forment.account.AgentFunction;
import java.util.Set;

/**
 * A public to train. Those up to the DSI, resource persons apart, and the parents have rows in the fiche's table;
 * resource persons, trainers, pupils and non-teaching staff are named by its text only.
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
            "Direction d'école", false, "La fiche demande de prévoir pour les directeurs des formations spécifiques."),
    ADMINISTRATEUR(
            "Administrateur",
            false,
            "Administrateurs de l'ENT : leur formation technique relève du porteur de projet, de la collectivité."),
    PERSONNE_RESSOURCE(
            "Personnes ressources",
            false,
            "La fiche demande d'appuyer les efforts sur leur formation, dans les écoles, par zones géographiques."),
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
            "Leur accompagnement relève de l'Éducation nationale ; il faut les sensibiliser aux différents outils disponibles."
                    + " Ils sont comptés, jamais convoqués ni nommés."),
    ELEVE(
            "Élèves",
            false,
            "Usagers finaux, formés en classe par leurs enseignants : ils sont comptés, jamais convoqués ni nommés."),
    NON_ENSEIGNANT(
            "Personnels non enseignants",
            false,
            "AESH, ATSEM, périscolaire : public que les formations peuvent viser.");

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

    /** Whether these people are only counted: no convocation, no hours, no personal data. */
    public boolean isOnlyCounted() {
        return this == PARENT || this == ELEVE;
    }

    /** Whether they work for a circonscription or a département, not for a school. */
    public boolean isOfOffice() {
        return !functions().isEmpty();
    }

    /** The functions outside schools whose people are this public; empty for the publics of a school. */
    public Set<AgentFunction> functions() {
        return switch (this) {
            case IEN -> Set.of(AgentFunction.IEN);
            case IEN_NUMERIQUE -> Set.of(AgentFunction.IEN_NUMERIQUE);
            case CPD -> Set.of(AgentFunction.CPD);
            case CPC -> Set.of(AgentFunction.CPC);
            case ERUN -> Set.of(AgentFunction.ERUN);
            case DSI -> Set.of(AgentFunction.DSI);
            case FORMATEUR -> Set.of(AgentFunction.CPD, AgentFunction.CPC, AgentFunction.ERUN);
            case DIRECTEUR, ADMINISTRATEUR, PERSONNE_RESSOURCE, ENSEIGNANT, PARENT, ELEVE, NON_ENSEIGNANT -> Set.of();
        };
    }

    /** What the fiche says of this public, in French. */
    public String statement() {
        return statement;
    }
}
