package fr.forment.survey;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the answers. The key of the table makes a second answer to one survey impossible. */
@Repository
@RequiredArgsConstructor
public class SurveyAnswers {

    private static final RowMapper<SurveyAnswer> ROW = (row, n) -> new SurveyAnswer(
            row.getLong("survey_id"),
            row.getObject("answered_at", OffsetDateTime.class),
            row.getString("answered_by"),
            row.getBoolean("late"),
            Answers.fromJson(row.getString("answers")));

    private final JdbcClient jdbc;

    public void add(SurveyAnswer answer) {
        jdbc.sql(
                        "INSERT INTO survey_answer (survey_id, answered_at, answered_by, late, answers) VALUES (?, ?, ?, ?, ?)")
                .params(
                        answer.surveyId(),
                        answer.at(),
                        answer.by(),
                        answer.late(),
                        answer.answers().toJson())
                .update();
    }

    public Optional<SurveyAnswer> find(long surveyId) {
        return jdbc.sql("SELECT * FROM survey_answer WHERE survey_id = ?")
                .param(surveyId)
                .query(ROW)
                .optional();
    }

    /** What the school said last in another survey. */
    Optional<SurveyAnswer> lastOf(String schoolUai, long besidesSurveyId) {
        return jdbc.sql("""
                SELECT a.* FROM survey_answer a JOIN survey s ON s.id = a.survey_id
                 WHERE s.school_uai = ? AND s.id <> ? ORDER BY a.answered_at DESC, s.id DESC FETCH FIRST 1 ROWS ONLY""").params(schoolUai, besidesSurveyId).query(ROW).optional();
    }

    /** By survey. */
    public Map<Long, SurveyAnswer> ofCampaign(long campaignId) {
        return jdbc
                .sql("SELECT a.* FROM survey_answer a JOIN survey s ON s.id = a.survey_id WHERE s.campaign_id = ?")
                .param(campaignId)
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(SurveyAnswer::surveyId, Function.identity()));
    }

    /** Of a campaign, by school. */
    public Map<String, Answers> bySchool(long campaignId) {
        Map<String, Answers> given = new HashMap<>();
        jdbc.sql("""
                SELECT s.school_uai, a.answers FROM survey_answer a JOIN survey s ON s.id = a.survey_id
                 WHERE s.campaign_id = ?""").param(campaignId).query(row -> {
            given.put(row.getString("school_uai"), Answers.fromJson(row.getString("answers")));
        });
        return given;
    }

    /** By survey, for as many as one statement may name. */
    public Map<Long, SurveyAnswer> of(Collection<Long> surveyIds) {
        return surveyIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT * FROM survey_answer WHERE survey_id IN (:surveys)")
                        .param("surveys", surveyIds)
                        .query(ROW)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(SurveyAnswer::surveyId, Function.identity()));
    }
}
