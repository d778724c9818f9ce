package fr.forment.access.server;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in French why the application refuses to listen. */
class ServerRefusal implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DemonstrationInPublic) {
                return new FailureAnalysis(
                        "FormENT ne démarre pas : la démonstration, dont tous connaissent le mot de passe, n'écoute que sur cette machine (server.address=127.0.0.1).",
                        "Retirez FORMENT_ADDRESS, SERVER_ADDRESS ou --server.address, ou démarrez sans la démonstration.",
                        cause);
            }
            if (cause instanceof UnreadableSetting setting) {
                return new FailureAnalysis(setting.description(), setting.wanted(), cause);
            }
        }
        return null;
    }
}
