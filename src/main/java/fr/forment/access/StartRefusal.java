package fr.forment.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in French, instead of a stack trace, why the application refuses to start. */
class StartRefusal extends AbstractFailureAnalyzer<MissingAdministratorPassword> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MissingAdministratorPassword cause) {
        return new FailureAnalysis("FormENT ne démarre pas sans mot de passe d'administration.",
                "Donnez-le par la variable d'environnement FORMENT_ADMIN_PASSWORD (12 caractères au moins, trois sortes de signes), "
                        + "ou lancez la démonstration avec --spring.profiles.active=demo.", cause);
    }
}
