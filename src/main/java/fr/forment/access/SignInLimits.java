package fr.forment.access;

import fr.forment.limits.Limit;
import fr.forment.limits.Limiter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * How often passwords may be tried. In a browser the person has used before only its own tries count, and only wrong
 * ones are written down. Elsewhere each try is taken from the name's before it is made, so that many at once are no
 * more than one after the other; and wrong ones count for the place, unless the same person then gets it right: people
 * mistype.
 */
@Component
@RequiredArgsConstructor
class SignInLimits {

    /** Passwords are made to cost time: more checks at once than processors only make everybody wait. */
    private final Semaphore checks =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final Limiter limiter;

    /**
     * Makes one try.
     *
     * @param device the browser's number when this person signed in there before, or null
     * @throws TooManyTries when it may not be made now
     */
    boolean attempt(String name, String place, String device, BooleanSupplier password) {
        if (!entered()) {
            throw new TooManyTries(Duration.ofMinutes(1));
        }
        try {
            return device != null ? atHome(name + "|" + device, password) : elsewhere(name, place, password);
        } finally {
            checks.release();
        }
    }

    private boolean atHome(String who, BooleanSupplier password) {
        refuse(limiter.waitOf(Limit.SIGN_IN_DEVICE, who));
        boolean right = password.getAsBoolean();
        if (!right) {
            limiter.count(Limit.SIGN_IN_DEVICE, who);
        }
        return right;
    }

    private boolean elsewhere(String name, String place, BooleanSupplier password) {
        refuse(limiter.waitOf(Limit.SIGN_IN_PLACE, place));
        refuse(limiter.take(Limit.SIGN_IN_NAME, name));
        if (password.getAsBoolean()) {
            limiter.giveBack(Limit.SIGN_IN_PLACE, place, limiter.forget(Limit.SIGN_IN_NAME, name) - 1);
            return true;
        }
        limiter.count(Limit.SIGN_IN_PLACE, place);
        return false;
    }

    private static void refuse(Duration wait) {
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
    }

    private boolean entered() {
        try {
            return checks.tryAcquire(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
