package fr.forment.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;

/**
 * Counts the sign-ins that were refused on this node: a number that rises says that somebody is guessing. Neither names
 * nor addresses.
 */
@Component
class RefusedSignIns {

    private final Counter refused;

    RefusedSignIns(MeterRegistry registry) {
        this.refused = Counter.builder("forment.signins.refused")
                .description("Sign-ins refused since the start, on this node")
                .register(registry);
    }

    @EventListener
    void count(AbstractAuthenticationFailureEvent refusal) {
        refused.increment();
    }
}
