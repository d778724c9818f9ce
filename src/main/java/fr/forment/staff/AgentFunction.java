package fr.forment.staff;

/** What a person does, as the school's and the circonscription's lists name it. */
public enum AgentFunction {

    DIRECTEUR("Directeur ou directrice"),
    ADJOINT("Adjoint ou adjointe"),
    TR("Titulaire remplaçant"),
    CONTRACTUEL("Contractuel ou contractuelle"),
    PES("Professeur des écoles stagiaire"),
    AESH("AESH"),
    ERUN("E-RUN"),
    CPC("Conseiller pédagogique de circonscription"),
    CPD("Conseiller pédagogique départemental"),
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

    /** Has a class or replaces somebody who has one: owes the 18 h of animation pédagogique. */
    public boolean isTeacher() {
        return switch (this) {
            case DIRECTEUR, ADJOINT, TR, CONTRACTUEL, PES -> true;
            default -> false;
        };
    }

    /** Works in a school; the others work for a circonscription or a département. */
    public boolean isOfSchool() {
        return isTeacher() || this == AESH;
    }

    boolean isOfDepartement() {
        return this == CPD || this == IEN_NUMERIQUE;
    }
}
