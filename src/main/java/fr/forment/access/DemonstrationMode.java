package fr.forment.access;

import fr.forment.engine.TimeMachine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Whether this is the demonstration: known by the presence of the bean that moves the clock, which exists nowhere else.
 */
@Component
class DemonstrationMode {

    private final boolean on;

    DemonstrationMode(ObjectProvider<TimeMachine> timeMachine) {
        this.on = timeMachine.getIfAvailable() != null;
    }

    boolean isOn() {
        return on;
    }

    /** The clock is moved by somebody signed in, and only here. */
    AuthorizationDecision decision(Authentication who) {
        return new AuthorizationDecision(
                on && who != null && !(who instanceof AnonymousAuthenticationToken) && who.isAuthenticated());
    }
}
