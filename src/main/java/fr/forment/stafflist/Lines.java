package fr.forment.stafflist;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of deposited files, read and written a chunk at a time. */
@Repository
@RequiredArgsConstructor
class Lines {

    /** So many are kept, judged and written together. */
    static final int CHUNK = 500;

    /** People the file leaves out come after its lines. */
    static final int AFTER_LINES = 1_000_000;

    private static final String INSERT = """
            INSERT INTO staff_import_line (import_id, seq, line, outcome, reason, uai, last_name, first_name, folded_name, email, function,
            quotity, constellation, arrives_on, leaves_on, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE staff_import_line SET outcome = ?, reason = ?, agent_id = ?, agent_version = ?, question = ?, decision = ?, main_seq = ?,
                   address_refused = ?
            WHERE import_id = ? AND seq = ?""";
    private static final String SELECT = "SELECT * FROM staff_import_line WHERE import_id = :id ";

    /** The first line with this key, and how many there are. */
    record First(String name, int seq, int count) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    void add(List<ListLine> lines) {
        jdbc.batchUpdate(
                INSERT,
                lines.stream()
                        .map(l -> new Object[] {
                            l.importId(),
                            l.seq(),
                            l.line(),
                            l.outcome().name(),
                            l.reason(),
                            l.uai(),
                            l.lastName(),
                            l.firstName(),
                            l.foldedName(),
                            l.email(),
                            name(l.function()),
                            l.quotity(),
                            l.constellation(),
                            l.arrivesOn(),
                            l.leavesOn(),
                            name(l.said())
                        })
                        .toList());
    }

    void judged(Collection<ListLine> lines) {
        jdbc.batchUpdate(
                UPDATE,
                lines.stream()
                        .map(l -> new Object[] {
                            l.outcome().name(),
                            l.reason(),
                            l.agentId(),
                            l.agentVersion(),
                            name(l.question()),
                            l.decision(),
                            l.mainSeq(),
                            l.addressRefused(),
                            l.importId(),
                            l.seq()
                        })
                        .toList());
    }

    void candidates(long id, Map<Integer, List<Long>> agentsBySeq) {
        jdbc.batchUpdate(
                "INSERT INTO staff_import_candidate (import_id, seq, agent_id) VALUES (?, ?, ?)",
                agentsBySeq.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().distinct().map(agent ->
                                new Object[] {id, entry.getKey(), agent}))
                        .toList());
    }

    List<Long> candidates(long id, int seq) {
        return client.sql(
                        "SELECT agent_id FROM staff_import_candidate WHERE import_id = ? AND seq = ? ORDER BY agent_id")
                .params(id, seq)
                .query(Long.class)
                .list();
    }

    Optional<ListLine> find(long id, int seq) {
        return client.sql(SELECT + "AND seq = :seq")
                .param("id", id)
                .param("seq", seq)
                .query(ListLine.class)
                .optional();
    }

    List<ListLine> between(long id, int from, int to) {
        return client.sql(SELECT + "AND seq >= :from AND seq < :to ORDER BY seq")
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .query(ListLine.class)
                .list();
    }

    List<ListLine> all(long id, Collection<Integer> seqs) {
        return seqs.isEmpty()
                ? List.of()
                : client.sql(SELECT + "AND seq IN (:seqs)")
                        .param("id", id)
                        .param("seqs", seqs)
                        .query(ListLine.class)
                        .list();
    }

    /**
     * The next ones with this outcome. In the order of the whole index: H2 otherwise sorts all that follow, for each
     * chunk.
     */
    List<ListLine> after(long id, Outcome outcome, int seq, int max) {
        return client.sql(SELECT + "AND outcome = :outcome AND seq > :seq ORDER BY import_id, outcome, seq FETCH FIRST "
                        + max + " ROWS ONLY")
                .param("id", id)
                .param("outcome", outcome.name())
                .param("seq", seq)
                .query(ListLine.class)
                .list();
    }

    List<ListLine> page(long id, Outcome outcome, int offset, int max) {
        return client.sql(SELECT + "AND outcome = :outcome ORDER BY import_id, outcome, seq OFFSET " + offset
                        + " ROWS FETCH FIRST " + max + " ROWS ONLY")
                .param("id", id)
                .param("outcome", outcome.name())
                .query(ListLine.class)
                .list();
    }

    /** The first of those whose address stays as it is. */
    List<ListLine> withoutAddress(long id, int max) {
        return client.sql(SELECT + "AND address_refused = TRUE ORDER BY seq FETCH FIRST " + max + " ROWS ONLY")
                .param("id", id)
                .query(ListLine.class)
                .list();
    }

    int countWithoutAddress(long id) {
        return client.sql("SELECT COUNT(*) FROM staff_import_line WHERE import_id = ? AND address_refused = TRUE")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Those somebody has answered a question about. */
    List<ListLine> answered(long id) {
        return client.sql(SELECT + "AND decision IS NOT NULL ORDER BY seq")
                .param("id", id)
                .query(ListLine.class)
                .list();
    }

    /** A line that says the same as one above, word for word. */
    record Copy(int seq, long line, int firstSeq, long firstLine) {}

    List<Copy> copies(long id) {
        return client.sql("""
                SELECT seq, line, first_seq, first_line FROM (SELECT seq, line, ROW_NUMBER() OVER same AS place,
                       FIRST_VALUE(seq) OVER same AS first_seq, FIRST_VALUE(line) OVER same AS first_line
                    FROM staff_import_line WHERE import_id = :id AND folded_name IS NOT NULL
                    WINDOW same AS (PARTITION BY uai, last_name, first_name, email, function, quotity, constellation, arrives_on, leaves_on, said
                                    ORDER BY seq)) numbered WHERE place > 1 ORDER BY seq""").param("id", id).query(Copy.class).list();
    }

    void skip(long id, List<Copy> copies, Function<Copy, String> why) {
        jdbc.batchUpdate(
                "UPDATE staff_import_line SET outcome = 'SKIPPED', reason = ? WHERE import_id = ? AND seq = ?",
                copies.stream()
                        .map(copy -> new Object[] {why.apply(copy), id, copy.seq()})
                        .toList());
    }

    /** Of several lines about one person only the first may be written. */
    void sayTwice(long id) {
        client.sql("""
                UPDATE staff_import_line SET outcome = 'TO_FIX', reason = 'désigne la même personne qu''une ligne plus haut : gardez-en une seule'
                WHERE import_id = :id AND outcome IN ('BACK', 'MOVED', 'CHANGED', 'SAME') AND EXISTS (
                    SELECT 1 FROM staff_import_line f WHERE f.import_id = :id AND f.agent_id = staff_import_line.agent_id
                    AND f.seq < staff_import_line.seq AND f.outcome IN ('BACK', 'MOVED', 'CHANGED', 'SAME'))""").param("id", id).update();
    }

    /** Answers may have made two lines mean one person. */
    boolean hasTwice(long id) {
        return client.sql(
                                "SELECT COUNT(*) FROM (SELECT agent_id FROM staff_import_line WHERE import_id = ? AND agent_id IS NOT NULL"
                                        + " AND outcome IN ('BACK', 'MOVED', 'CHANGED', 'SAME') GROUP BY agent_id HAVING COUNT(*) > 1) t")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void nowAbout(long id, List<Integer> seqs, List<Long> agentIds) {
        jdbc.batchUpdate(
                "UPDATE staff_import_line SET agent_id = ? WHERE import_id = ? AND seq = ?",
                IntStream.range(0, seqs.size())
                        .mapToObj(i -> new Object[] {agentIds.get(i), id, seqs.get(i)})
                        .toList());
    }

    Map<Outcome, Integer> counts(long id) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        client.sql("SELECT outcome, COUNT(*) AS n FROM staff_import_line WHERE import_id = ? GROUP BY outcome")
                .param(id)
                .query((row, number) -> counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("n")))
                .list();
        return counts;
    }

    /** Questions nobody has answered, with the number of lines that ask them. */
    Map<ListQuestion, Integer> open(long id) {
        Map<ListQuestion, Integer> open = new EnumMap<>(ListQuestion.class);
        client.sql(
                        "SELECT question, COUNT(*) AS n FROM staff_import_line WHERE import_id = ? AND outcome = 'DOUBTFUL' GROUP BY question")
                .param(id)
                .query((row, number) -> open.put(ListQuestion.valueOf(row.getString("question")), row.getInt("n")))
                .list();
        return open;
    }

    /**
     * The list of values stands first, on the first column of its index: H2 otherwise walks the whole import for each
     * chunk.
     *
     * @param key the column to look into, of this class's own making; lines to correct do not count
     */
    List<First> firsts(long id, String key, Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : client.sql("SELECT " + key + " AS name, MIN(seq) AS seq, COUNT(*) AS count FROM staff_import_line"
                                + " WHERE " + key
                                + " IN (:values) AND import_id = :id AND outcome NOT IN ('TO_FIX', 'SKIPPED') GROUP BY "
                                + key)
                        .param("id", id)
                        .param("values", values)
                        .query(First.class)
                        .list();
    }

    /** For each of these names, the first line in each place; key "name/uai". */
    List<First> firstsByPlace(long id, Collection<String> foldedNames) {
        return foldedNames.isEmpty()
                ? List.of()
                : client.sql(
                                "SELECT CONCAT(folded_name, '/', uai) AS name, MIN(seq) AS seq, COUNT(*) AS count"
                                        + " FROM staff_import_line WHERE folded_name IN (:names) AND import_id = :id AND outcome NOT IN ('TO_FIX', 'SKIPPED') GROUP BY folded_name, uai")
                        .param("id", id)
                        .param("names", foldedNames)
                        .query(First.class)
                        .list();
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
