package fr.forment.start;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.List;

/**
 * An exception as the log shows it: class, frames, the database's code; its message only where that can hold nothing
 * about a person.
 */
final class QuietThrowable extends ThrowableProxy {

    static final String RETAINED = "[message retenu]";
    static final int DEEPEST = 50;

    private static final List<String> OF_MACHINES = List.of(
            "java.net.",
            "java.nio.file.",
            "javax.net.ssl.",
            "java.lang.OutOfMemoryError",
            "java.lang.NoClassDefFoundError",
            "org.springframework.boot.",
            "org.springframework.beans.",
            "org.springframework.context.",
            "org.flywaydb.",
            "com.zaxxer.hikari.",
            "java.util.concurrent.TimeoutException");

    private final Throwable throwable;
    private final int depth;

    QuietThrowable(Throwable throwable) {
        this(throwable, 0);
    }

    private QuietThrowable(Throwable throwable, int depth) {
        super(throwable);
        this.throwable = throwable;
        this.depth = depth;
    }

    /** One that wraps another repeats what that one says. */
    static boolean maySpeak(Throwable throwable) {
        int depth = 0;
        for (Throwable each = throwable; each != null && depth < DEEPEST; each = each.getCause(), depth++) {
            String name = each.getClass().getName();
            if (OF_MACHINES.stream().noneMatch(name::startsWith)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String getMessage() {
        if (throwable.getMessage() == null || maySpeak(throwable)) {
            return throwable.getMessage();
        }
        return throwable instanceof SQLException problem
                ? RETAINED + " SQLState " + problem.getSQLState() + ", code " + problem.getErrorCode()
                : RETAINED;
    }

    @Override
    public IThrowableProxy getCause() {
        return throwable.getCause() == null || depth >= DEEPEST
                ? null
                : new QuietThrowable(throwable.getCause(), depth + 1);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return new IThrowableProxy[0];
    }

    /** Shown whole, without the frames that it shares with the one it caused. */
    @Override
    public int getCommonFrames() {
        return 0;
    }
}
