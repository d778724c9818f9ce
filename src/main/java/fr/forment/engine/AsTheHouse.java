package fr.forment.engine;

import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Runs engine calls with the rights of the application: the person's rights were checked by the caller. */
@Component
@RequiredArgsConstructor
public class AsTheHouse {

    private final IdentityService identity;

    public <T> T call(Supplier<T> action) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return action.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}
