package fr.forment.engine;

import java.sql.SQLException;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Runs engine calls with the rights of the application: the person's rights were checked by the caller. Two hands at
 * once are told to rooms as what they are, for none of them knows the engine.
 */
@Component
@RequiredArgsConstructor
public class AsTheHouse {

    private static final String DUPLICATE_KEY = "23505";

    private final IdentityService identity;

    public <T> T call(Supplier<T> action) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return action.get();
        } catch (OptimisticLockingException | ProcessEnginePersistenceException meanwhile) {
            if (Context.getCommandContext() != null || !isOfTwoHands(meanwhile)) {
                throw meanwhile; // a job is tried again by the engine; another fault is no second hand
            }
            throw new ConcurrencyFailureException("Changed in the engine meanwhile", meanwhile);
        } finally {
            identity.setAuthentication(person);
        }
    }

    /** Somebody wrote the same row, or one with the same key. */
    private static boolean isOfTwoHands(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof SQLException sql && DUPLICATE_KEY.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
