package fr.forment.catalogue;

import fr.forment.account.AgentFunction;
import java.util.List;

/** Who trains: the column "formateurs" of the fiche's table. */
public enum TrainerKind {
    IEN_NUMERIQUE("IEN en charge du numérique", AgentFunction.IEN_NUMERIQUE),
    EQUIPE_CIRCONSCRIPTION("Équipe de circonscription", AgentFunction.ERUN, AgentFunction.CPC),
    ENSEIGNANT("Enseignant", AgentFunction.DIRECTEUR, AgentFunction.ADJOINT),
    FOURNISSEUR("Fournisseur d'ENT", AgentFunction.FOURNISSEUR),
    ERUN_DSI("E-RUN, DSI de la collectivité", AgentFunction.ERUN, AgentFunction.DSI);

    private final String label;
    private final List<AgentFunction> functions;

    TrainerKind(String label, AgentFunction... functions) {
        this.label = label;
        this.functions = List.of(functions);
    }

    public String label() {
        return label;
    }

    /** Functions whose people may lead a module of this kind, the usual one first. */
    public List<AgentFunction> functions() {
        return functions;
    }
}
