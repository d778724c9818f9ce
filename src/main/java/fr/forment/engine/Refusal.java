package fr.forment.engine;

/**
 * A "no" for the person who acts: the transaction rolls back, the task stays, and the message (French, says how to mend) is shown.
 * The message must not name a person: it may reach the engine's logs.
 */
public class Refusal extends RuntimeException {

    /** Marks around the message once the engine has wrapped it in its own words; {@link FrenchTaskErrors} takes it out again. */
    public static final String OPEN = "⟦";
    static final String CLOSE = "⟧";

    public Refusal(String message) {
        super(message);
    }

    @Override
    public String toString() {
        return OPEN + getMessage() + CLOSE;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // a business answer, not a defect: its trace says nothing
    }
}
