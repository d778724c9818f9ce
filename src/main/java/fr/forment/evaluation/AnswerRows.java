package fr.forment.evaluation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
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

    void add(QuestionnaireKind kind, Followed followed, Answer answer) {
        jdbc.sql("""
                INSERT INTO evaluation_answer (id, kind, session_id, self_study_id, usefulness, clarity, pace, practice, organisation, recommends,
                    use_frequency, help_wanted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        kind.name(),
                        followed.sessionId(),
                        followed.selfStudyId(),
                        answer.usefulness(),
                        answer.clarity(),
                        answer.pace(),
                        answer.practice(),
                        answer.organisation(),
                        answer.recommends(),
                        answer.useFrequency() == null
                                ? null
                                : answer.useFrequency().name(),
                        answer.helpWanted() == null ? null : answer.helpWanted().name())
                .update();
        if (answer.skillBefore() != null) {
            jdbc.sql("INSERT INTO evaluation_progress (id, kind, session_id, self_study_id, skill_before, skill_after)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            UUID.randomUUID(),
                            kind.name(),
                            followed.sessionId(),
                            followed.selfStudyId(),
                            answer.skillBefore(),
                            answer.skillAfter())
                    .update();
        }
        answer.words().forEach((question, said) -> jdbc.sql(
                        "INSERT INTO evaluation_word (id, kind, session_id, self_study_id, question, said, review)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        kind.name(),
                        followed.sessionId(),
                        followed.selfStudyId(),
                        question,
                        said,
                        Review.A_LIRE.name())
                .update());
        List.of(MARKS, PROGRESS, WORDS).forEach(table -> shuffle(table, kind, followed));
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
        for (Map<String, Object> row : rows) {
            jdbc.sql("INSERT INTO %s (%s) VALUES (%s)"
                            .formatted(
                                    table,
                                    String.join(", ", row.keySet()),
                                    String.join(", ", Collections.nCopies(row.size(), "?"))))
                    .params(new ArrayList<>(row.values()))
                    .update();
        }
    }

    int waiting(String table, QuestionnaireKind kind, Followed followed) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + waits(followed))
                .params(kind.name(), followed.id())
                .query(Integer.class)
                .single();
    }

    /** All that waits of them is one lot from now on; texts go with the marks. */
    void lot(String table, QuestionnaireKind kind, Set<Followed> together) {
        UUID lot = UUID.randomUUID();
        for (Followed followed : together) {
            for (String each : table.equals(MARKS) ? List.of(MARKS, WORDS) : List.of(table)) {
                jdbc.sql("UPDATE " + each + " SET lot = ?" + waits(followed))
                        .params(lot, kind.name(), followed.id())
                        .update();
            }
        }
    }

    private static String waits(Followed followed) {
        return " WHERE kind = ? AND " + followed.column() + " = ? AND lot IS NULL";
    }
}
