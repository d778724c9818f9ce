package fr.forment.survey;

import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What came when it could not count any more, or never came: kept to be read and printed, never computed with. The last
 * one of a survey.
 */
@Repository
@RequiredArgsConstructor
public class UnsentAnswers {

    private final JdbcClient jdbc;

    /** Two that come at once wait for each other at the survey: both are heard, the last one is kept. */
    public void keep(UnsentAnswer answer) {
        jdbc.sql("SELECT id FROM survey WHERE id = ? FOR UPDATE")
                .param(answer.surveyId())
                .query(Long.class)
                .single();
        jdbc.sql("DELETE FROM survey_unsent WHERE survey_id = ?")
                .param(answer.surveyId())
                .update();
        jdbc.sql("INSERT INTO survey_unsent (survey_id, sent_at, sent_by, sent, answers) VALUES (?, ?, ?, ?, ?)")
                .params(
                        answer.surveyId(),
                        answer.at(),
                        answer.by(),
                        answer.sent(),
                        answer.answers().toJson())
                .update();
    }

    public Optional<UnsentAnswer> find(long surveyId) {
        return jdbc.sql("SELECT survey_id, sent_at, sent_by, sent, answers FROM survey_unsent WHERE survey_id = ?")
                .param(surveyId)
                .query((row, n) -> new UnsentAnswer(
                        row.getLong("survey_id"),
                        row.getObject("sent_at", OffsetDateTime.class),
                        row.getString("sent_by"),
                        row.getBoolean("sent"),
                        Answers.fromJson(row.getString("answers"))))
                .optional();
    }
}
