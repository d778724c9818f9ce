package fr.forment.access.server;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in French why the application refuses to listen. */
class ServerRefusal implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DemonstrationInPublic) {
                return new FailureAnalysis("FormENT ne démarre pas : la démonstration, dont tous connaissent le mot de passe, n'écoute que sur cette machine (server.address=127.0.0.1).",
                        "Retirez FORMENT_ADDRESS, SERVER_ADDRESS ou --server.address, ou démarrez sans la démonstration.", cause);
            }
            if (cause instanceof UnreadableProxy) {
                return new FailureAnalysis("FormENT ne démarre pas : FORMENT_TRUSTED_PROXIES contient « " + cause.getMessage() + " », qui n'est pas une adresse IP.",
                        "Donnez les adresses de vos serveurs mandataires, séparées par des virgules, par exemple 192.0.2.10,2001:db8::10.", cause);
            }
        }
        return null;
    }
}
