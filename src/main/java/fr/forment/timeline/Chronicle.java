package fr.forment.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing's timeline, as its room describes it: which lines are about it. Rights are the room's: whatever it adds is
 * shown.
 */
public final class Chronicle {

    /** Order of lines with one and the same number in a column of text. */
    private static final String ID = "LPAD(CAST(%s AS VARCHAR(40)), 20, '0')";

    private final List<String> sources = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final boolean reasons;

    /** @param reasons whether the reader is one of those to whom people say why; a partner reads what was done */
    Chronicle(boolean reasons) {
        this.reasons = reasons;
    }

    /** A parameter of the SQL of the sources. */
    public Chronicle with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** What a code is called, among what happened or among states. */
    public Chronicle called(String code, String label) {
        labels.put(code, label);
        return this;
    }

    /**
     * @param which condition on {@code j}, a line of the journal
     * @param texts whether the reader may read what was written: before, after and why
     */
    public Chronicle journal(String kind, String which, boolean texts) {
        return journal(kind, which, "CAST(NULL AS VARCHAR(400))", texts);
    }

    /** @param part SQL of what of the thing it is about */
    public Chronicle journal(String kind, String which, String part, boolean texts) {
        return journal(kind, which, part, texts, texts);
    }

    /** From which state to which, without why: a reason is for those who organise. */
    public Chronicle states(String kind, String which, String part) {
        return journal(kind, which, part, true, false);
    }

    private Chronicle journal(String kind, String which, String part, boolean states, boolean why) {
        return source(
                "SELECT j.at AS at, '%s' AS src, %s AS id, CASE WHEN j.by_whom = 'système' THEN 'ETAPE' ELSE 'DECISION' END AS kind,"
                                .formatted("journal " + kind, ID.formatted("j.id"))
                        + " j.what AS what, " + part + " AS part, j.by_whom AS by_whom, " + column("before", states)
                        + ", "
                        + column("after", states) + ", " + column("why", why && reasons)
                        + " FROM journal j WHERE j.kind = '" + kind + "' AND " + which);
    }

    private static String column(String name, boolean shown) {
        return shown ? "j." + name : "CAST(NULL AS VARCHAR(4000)) AS " + name;
    }

    /**
     * Letters, counted by subject and day: nobody is named.
     *
     * @param which condition on {@code m}, a letter
     */
    public Chronicle letters(String which) {
        return source("""
                SELECT MIN(m.queued_at) AS at, 'courriel' AS src, %s AS id, 'COURRIEL' AS kind, COALESCE(m.subject, 'Courriel en préparation') AS what,
                       CAST(NULL AS VARCHAR(400)) AS part, 'système' AS by_whom, CAST(NULL AS VARCHAR(4000)) AS before,
                       CASE WHEN COUNT(*) = 1 THEN '1 courriel' ELSE COUNT(*) || ' courriels' END AS after, CAST(NULL AS VARCHAR(4000)) AS why
                  FROM outbox_mail m WHERE %s GROUP BY m.template, m.subject, CAST(m.queued_at AS DATE)""".formatted(ID.formatted("MIN(m.id)"), which));
    }

    /** @param source SQL with the columns of {@link ChronicleLine}, in its order */
    public Chronicle source(String source) {
        sources.add(source);
        return this;
    }

    String sql() {
        return String.join("\nUNION ALL\n", sources);
    }

    Map<String, Object> params() {
        return params;
    }

    /** Null where it is none of the codes. */
    String label(String code) {
        return code == null ? null : labels.get(code);
    }
}
