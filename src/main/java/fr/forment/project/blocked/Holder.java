package fr.forment.project.blocked;

import fr.forment.account.Role;
import java.util.List;

/** On whom something waits. */
public enum Holder {
    DIRECTION("Direction de l'école", Body.EDUCATION_NATIONALE, Role.DIRECTEUR),
    ERUN("E-RUN", Body.EDUCATION_NATIONALE, Role.ERUN),
    IEN("IEN", Body.EDUCATION_NATIONALE, Role.IEN),
    DECISION("IEN ou E-RUN", Body.EDUCATION_NATIONALE, Role.IEN, Role.ERUN),
    EQUIPE("Équipe de circonscription", Body.EDUCATION_NATIONALE, Role.ERUN, Role.CPC, Role.IEN),
    DEPARTEMENT("Équipe du département", Body.EDUCATION_NATIONALE, Role.CPD, Role.IEN_NUMERIQUE),
    FORMATEUR("Formatrice ou formateur", Body.EDUCATION_NATIONALE, Role.ERUN),
    FORMATION("Formation à venir", Body.EDUCATION_NATIONALE, Role.ERUN),
    COLLECTIVITE("Collectivité", Body.COLLECTIVITE, Role.DSI),
    FOURNISSEUR("Fournisseur de l'ENT", Body.FOURNISSEUR, Role.FOURNISSEUR),
    ADMINISTRATION("Administration de FormENT", Body.EDUCATION_NATIONALE, Role.ADMIN);

    private final String label;
    private final Body body;
    private final List<Role> roles;

    Holder(String label, Body body, Role... roles) {
        this.label = label;
        this.body = body;
        this.roles = List.of(roles);
    }

    public String label() {
        return label;
    }

    public Body body() {
        return body;
    }

    /** Those who may act. */
    public List<Role> roles() {
        return roles;
    }
}
