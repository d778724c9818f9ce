package fr.forment.journal;

import fr.forment.french.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to whatever a room keeps, by whom and why. Lines are only ever added, in the caller's transaction. */
@Repository
@RequiredArgsConstructor
public class Journal {

    /** What is kept where nobody acted: a timer, a calculation. */
    public static final String NOBODY = "système";

    /** Kind of the lines that tell of each sealed line erased: who did it, when; such lines are never erased. */
    static final String ERASED = "ERASED";

    /** As the table keeps it. */
    private static final int LONGEST_REASON = 4000;

    private static final String INSERT =
            "INSERT INTO journal (kind, subject, part, at, by_whom, what, before, after, why) ";
    private static final String SELECT =
            "SELECT id, kind, subject, part, at, by_whom, what, before, after, why FROM journal ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Author author;
    private final Clock clock;

    /** Who is acting now, as lines keep it. */
    public String author() {
        return Objects.requireNonNullElse(author.signature(), NOBODY);
    }

    public void add(JournalEntry entry) {
        addAll(List.of(entry));
    }

    public void add(Object subject, JournalCode what, String why, String before, String after) {
        add(JournalEntry.of(subject, what, why, before, after));
    }

    /** Something was in one state, and is in another. */
    public void state(String kind, Object subject, Object before, Object after, String why) {
        add(JournalEntry.of(kind, subject).change(before, after).because(why));
    }

    /** However many, in one batch. */
    public void addAll(Collection<JournalEntry> entries) {
        entries.forEach(Journal::refuseTooLong);
        OffsetDateTime now = OffsetDateTime.now(clock);
        batches.batchUpdate(
                INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(each -> new Object[] {
                            each.kind(),
                            each.subject(),
                            each.part(),
                            now,
                            whom(each),
                            each.what(),
                            each.before(),
                            each.after(),
                            each.why()
                        })
                        .toList());
    }

    /** What people give as reason is kept whole or not at all, wherever they type it. */
    private static void refuseTooLong(JournalEntry entry) {
        if (entry.why() != null && entry.why().length() > LONGEST_REASON) {
            throw new Refusal("Ce motif dépasse 4 000 caractères : raccourcissez-le.", "motive");
        }
    }

    /**
     * The same line for everybody a query names, in one statement.
     *
     * @param subjects SQL whose only column is called {@code id}
     * @param line whose own subject does not count
     */
    public void addEach(String subjects, JournalEntry line) {
        refuseTooLong(line);
        jdbc.sql(INSERT + """
                SELECT CAST(? AS VARCHAR(20)), CAST(s.id AS VARCHAR(40)), CAST(? AS VARCHAR(60)), CAST(? AS TIMESTAMP WITH TIME ZONE),
                       CAST(? AS VARCHAR(200)), CAST(? AS VARCHAR(200)), CAST(? AS VARCHAR(20000)), CAST(? AS VARCHAR(20000)), CAST(? AS VARCHAR(4000))
                FROM (%s) s""".formatted(subjects))
                .params(Arrays.asList(
                        line.kind(),
                        line.part(),
                        OffsetDateTime.now(clock),
                        whom(line),
                        line.what(),
                        line.before(),
                        line.after(),
                        line.why()))
                .update();
    }

    /** Oldest first. */
    public List<JournalEntry> of(String kind, Object subject) {
        return read("subject = :subjects ORDER BY id", kind, subject.toString());
    }

    /** Of all of these, oldest first. */
    public List<JournalEntry> ofAll(String kind, Collection<?> subjects) {
        return subjects.isEmpty() ? List.of() : read("subject IN (:subjects) ORDER BY id", kind, texts(subjects));
    }

    /** Newest first. */
    public List<JournalEntry> latest(String kind, Object subject) {
        return read("subject = :subjects ORDER BY id DESC", kind, subject.toString());
    }

    /** How often who is acting now gave this reason since then. */
    public int count(String kind, String why, Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM journal WHERE kind = ? AND by_whom = ? AND at >= ? AND why = ?")
                .params(kind, author(), since.atOffset(ZoneOffset.UTC), why)
                .query(Integer.class)
                .single();
    }

    /**
     * The subjects are erased, as if they had never been; of what was sealed a digest stays, which tells nothing, and a
     * line of its own, which is sealed in its turn.
     */
    public void forget(String kind, Collection<?> subjects) {
        if (kind.equals(ERASED)) {
            throw new IllegalArgumentException("what tells of erasures stays");
        }
        if (subjects.isEmpty()) {
            return;
        }
        // Locked first: a line that is being sealed meanwhile is read again with its seal.
        List<SealedLine> lines = jdbc.sql(
                        SealedLine.SELECT + "WHERE kind = :kind AND subject IN (:subjects) ORDER BY id FOR UPDATE")
                .param("kind", kind)
                .param("subjects", texts(subjects))
                .query(SealedLine::read)
                .list();
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<SealedLine> sealed = lines.stream().filter(SealedLine::isSealed).toList();
        batches.batchUpdate(
                "INSERT INTO journal_erased (id, seal, digest, erased_at) VALUES (?, ?, ?, ?)",
                sealed.stream()
                        .map(line -> new Object[] {line.entry().id(), line.seal(), Digests.hex(line.digest()), now})
                        .toList());
        addAll(sealed.stream()
                .map(line ->
                        JournalEntry.of(ERASED, line.entry().id()).what(kind).change(null, Digests.hex(line.digest())))
                .toList());
        batches.batchUpdate(
                "DELETE FROM journal WHERE id = ?",
                lines.stream().map(line -> new Object[] {line.entry().id()}).toList());
    }

    /** The batch they belong to, once. */
    static void mark(JdbcTemplate batches, List<SealedLine> lines) {
        batches.batchUpdate(
                "UPDATE journal SET seal = ?, salt = ? WHERE id = ?",
                lines.stream()
                        .map(line -> new Object[] {
                            line.seal(), line.salt(), line.entry().id()
                        })
                        .toList());
    }

    private List<JournalEntry> read(String which, String kind, Object subjects) {
        return jdbc.sql(SELECT + "WHERE kind = :kind AND " + which)
                .param("kind", kind)
                .param("subjects", subjects)
                .query(JournalEntry.class)
                .list();
    }

    private String whom(JournalEntry entry) {
        return entry.byWhom() == null ? author() : entry.byWhom();
    }

    private static List<String> texts(Collection<?> subjects) {
        return subjects.stream().map(Object::toString).toList();
    }
}
