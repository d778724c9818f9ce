package fr.forment.access;

import fr.forment.limits.Patience;
import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Not even looked at: who tries has to wait. */
class TooManyTries extends LockedException {

    private final long minutes;

    TooManyTries(Duration wait) {
        super("Too many tries");
        this.minutes = Patience.minutes(wait);
    }

    long minutes() {
        return minutes;
    }
}
