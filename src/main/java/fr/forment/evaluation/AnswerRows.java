package fr.forment.evaluation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps answers so that nothing in the database joins them to whoever gave them. Marks, progress and texts of one
 * person are rows apart. Of what waits for its lot, all rows are written anew, in a drawn order, with each answer:
 * where a row stands in the file and which transaction wrote it then tell nothing but the hour of the last one.
 */
@Component
@RequiredArgsConstructor
class AnswerRows {

    static final String MARKS = "evaluation_answer";
    static final String PROGRESS = "evaluation_progress";
    static final String WORDS = "evaluation_word";

    private static final SecureRandom DRAWN = new SecureRandom();

    private final JdbcClient jdbc;

    /** Those who answer about the same thing at once come one after the other: none is missed by a lot. */
    void hold(QuestionnaireKind kind, Followed followed) {
        jdbc.sql(("SELECT id FROM evaluation_invitation WHERE id = (SELECT MIN(id) FROM evaluation_invitation"
                                + " WHERE kind = ? AND %s = ?) FOR UPDATE")
                        .formatted(followed.column()))
                .params(kind.name(), followed.id())
                .query(Long.class)
                .list();
    }

    void add(QuestionnaireVersion version, Followed followed, Answer answer) {
        Map<String, Object> marks = row(version, followed);
        marks.put("version_id", version.id());
        version.questions().stream().filter(each -> each.kind().hasSlot()).forEach(each -> answer.number(each)
                .ifPresent(number -> marks.put("m" + each.slot(), number)));
        version.of(QuestionKind.HELP)
                .forEach(each -> marks.put(
                        "help_wanted", answer.help(each).map(Enum::name).orElse(null)));
        insert(MARKS, marks);
        version.of(QuestionKind.PAIR).forEach(each -> answer.pair(each).ifPresent(pair -> {
            Map<String, Object> progress = row(version, followed);
            progress.put("skill", each.code());
            progress.put("skill_before", pair.before());
            progress.put("skill_after", pair.after());
            insert(PROGRESS, progress);
        }));
        version.of(QuestionKind.TEXT).forEach(each -> answer.text(each).ifPresent(said -> {
            Map<String, Object> word = row(version, followed);
            word.put("version_id", version.id());
            word.put("question", each.code());
            word.put("said", said);
            word.put("review", Review.A_LIRE.name());
            insert(WORDS, word);
        }));
        List.of(MARKS, PROGRESS, WORDS).forEach(table -> shuffle(table, version.kind(), followed));
    }

    private static Map<String, Object> row(QuestionnaireVersion version, Followed followed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", UUID.randomUUID());
        row.put("kind", version.kind().name());
        row.put(followed.column(), followed.id());
        return row;
    }

    private void insert(String table, Map<String, Object> row) {
        jdbc.sql("INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table,
                                String.join(", ", row.keySet()),
                                String.join(", ", Collections.nCopies(row.size(), "?"))))
                .params(new ArrayList<>(row.values()))
                .update();
    }

    private void shuffle(String table, QuestionnaireKind kind, Followed followed) {
        String which = waits(followed);
        List<Map<String, Object>> rows = jdbc.sql("SELECT * FROM " + table + which)
                .params(kind.name(), followed.id())
                .query()
                .listOfRows();
        jdbc.sql("DELETE FROM " + table + which)
                .params(kind.name(), followed.id())
                .update();
        Collections.shuffle(rows, DRAWN);
        rows.forEach(row -> insert(table, row));
    }

    /**
     * What is read by lots of its own.
     *
     * @param skill of progress: each skill, because not everybody says how they stand with each
     */
    record Heap(String table, QuestionnaireKind kind, String skill) {

        static Heap marks(QuestionnaireKind kind) {
            return new Heap(MARKS, kind, null);
        }

        static Heap skill(QuestionnaireKind kind, String skill) {
            return new Heap(PROGRESS, kind, skill);
        }

        boolean isMarks() {
            return table.equals(MARKS);
        }

        private String which(Followed followed) {
            return waits(followed) + (skill == null ? "" : " AND skill = ?");
        }

        private List<Object> values(Followed followed) {
            return skill == null ? List.of(kind.name(), followed.id()) : List.of(kind.name(), followed.id(), skill);
        }
    }

    int waiting(Heap heap, Followed followed) {
        return jdbc.sql("SELECT COUNT(*) FROM " + heap.table() + heap.which(followed))
                .params(heap.values(followed))
                .query(Integer.class)
                .single();
    }

    /** All that waits of them is one lot from now on; texts go with the marks. */
    void lot(Heap heap, Set<Followed> together) {
        UUID lot = UUID.randomUUID();
        for (Followed followed : together) {
            for (String each : heap.isMarks() ? List.of(MARKS, WORDS) : List.of(heap.table())) {
                List<Object> values = new ArrayList<>(List.of(lot));
                values.addAll(heap.values(followed));
                jdbc.sql("UPDATE " + each + " SET lot = ?" + heap.which(followed))
                        .params(values)
                        .update();
            }
        }
    }

    private static String waits(Followed followed) {
        return " WHERE kind = ? AND " + followed.column() + " = ? AND lot IS NULL";
    }
}
