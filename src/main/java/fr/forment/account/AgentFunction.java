package fr.forment.account;

/** What a person does, as the school's and the circonscription's lists name it. */
public enum AgentFunction {
    DIRECTEUR("Directeur ou directrice"),
    ADJOINT("Adjoint ou adjointe"),
    TR("Titulaire remplaçant ou remplaçante"),
    CONTRACTUEL("Contractuel ou contractuelle"),
    PES("Professeure ou professeur des écoles stagiaire (PES)"),
    AESH("AESH"),
    /** Of the commune, in a school: no inspector's list names them, the direction declares them. */
    COMMUNAL("Agent communal ou agente communale (ATSEM, périscolaire)"),
    ERUN("E-RUN"),
    CPC("Conseiller ou conseillère pédagogique de circonscription (CPC)"),
    CPD("Conseiller ou conseillère pédagogique du département (CPD)"),
    IEN("IEN de circonscription"),
    IEN_NUMERIQUE("IEN en charge du numérique"),
    SECRETAIRE("Secrétaire de circonscription"),
    DSI("DSI de la collectivité"),
    FOURNISSEUR("Formateur du fournisseur d'ENT");

    private final String label;

    AgentFunction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Behind the name of somebody, whose sex is not known: "poste d'adjoint", not "adjoint ou adjointe". */
    public String post() {
        return switch (this) {
            case DIRECTEUR -> "direction";
            case ADJOINT -> "poste d'adjoint";
            case TR -> "TR";
            case CONTRACTUEL -> "poste sous contrat";
            case PES -> "PES";
            case COMMUNAL -> "poste communal (ATSEM, périscolaire)";
            case CPC -> "CPC";
            case CPD -> "CPD";
            case SECRETAIRE -> "secrétariat de circonscription";
            case FOURNISSEUR -> "fournisseur d'ENT";
            default -> label;
        };
    }

    /** Has a class or replaces somebody who has one: owes the 18 h of animation pédagogique. */
    public boolean isTeacher() {
        return switch (this) {
            case DIRECTEUR, ADJOINT, TR, CONTRACTUEL, PES -> true;
            default -> false;
        };
    }

    /** Works in a school and does not teach: the public "personnels non enseignants". */
    public boolean isOtherStaff() {
        return this == AESH || this == COMMUNAL;
    }

    /** Works in a school; the others work for a circonscription or a département. */
    public boolean isOfSchool() {
        return isTeacher() || isOtherStaff();
    }

    public boolean isOfDepartement() {
        return this == CPD || this == IEN_NUMERIQUE;
    }
}
