package fr.forment.french;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A "no" for the person who acts: the transaction rolls back, the task stays, and the message (French, says how to
 * mend) is shown. The message must not name a person: it may reach the engine's logs.
 */
public class Refusal extends RuntimeException {

    /**
     * Marks around the message once the engine has wrapped it in its own words; {@code FrenchTaskErrors} takes it out
     * again.
     */
    public static final String OPEN = "⟦";

    static final String CLOSE = "⟧";

    /** Between the keys of fields and the message. */
    private static final String AT = "⟧⟦";
    /** Finds it in the engine's words: the fields, if any are named, and the message. */
    public static final Pattern TOLD =
            Pattern.compile(OPEN + "(?:([A-Za-z0-9,]+)" + AT + ")?(.*?)" + CLOSE, Pattern.DOTALL);

    private final List<String> fields;

    public Refusal(String message) {
        this(message, new String[0]);
    }

    /** @param fields keys of the fields of the form that are to be mended: the refusal leads there */
    public Refusal(String message, String... fields) {
        super(message);
        this.fields = List.of(fields);
    }

    public List<String> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return OPEN + (fields.isEmpty() ? "" : String.join(",", fields) + AT) + getMessage() + CLOSE;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // a business answer, not a defect: its trace says nothing
    }
}
