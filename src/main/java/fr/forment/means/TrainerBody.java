package fr.forment.means;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;

/** Who gives the time of a trainer. */
public enum TrainerBody {
    EDUCATION_NATIONALE("Éducation nationale"),
    COLLECTIVITE("Collectivité (porteur de projet)"),
    FOURNISSEUR("Fournisseur d'ENT");

    private final String label;

    TrainerBody(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static TrainerBody of(AgentFunction function) {
        return switch (function) {
            case DSI -> COLLECTIVITE;
            case FOURNISSEUR -> FOURNISSEUR;
            default -> EDUCATION_NATIONALE;
        };
    }

    /** While nobody is named: whoever is looked for. An E-RUN or the DSI may lead: then who answers for the module. */
    static TrainerBody of(TrainerKind wanted, ResponsibleBody answers) {
        return switch (wanted) {
            case FOURNISSEUR -> FOURNISSEUR;
            case ERUN_DSI -> answers == ResponsibleBody.COLLECTIVITE ? COLLECTIVITE : EDUCATION_NATIONALE;
            default -> EDUCATION_NATIONALE;
        };
    }
}
