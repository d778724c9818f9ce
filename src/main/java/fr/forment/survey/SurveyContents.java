package fr.forment.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what each campaign makes of the questionnaire. */
@Repository
@RequiredArgsConstructor
public class SurveyContents {

    private final JdbcClient jdbc;

    public SurveyContent of(long campaignId) {
        Set<String> off = jdbc
                .sql("SELECT block FROM survey_block_off WHERE campaign_id = ?")
                .param(campaignId)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
        List<OwnQuestion> own = jdbc.sql(
                        "SELECT number, kind, label, choices FROM survey_question WHERE campaign_id = ? ORDER BY number")
                .param(campaignId)
                .query((row, n) -> new OwnQuestion(
                        row.getInt("number"),
                        OwnQuestion.Kind.valueOf(row.getString("kind")),
                        row.getString("label"),
                        Arrays.stream(row.getString("choices").split("\n"))
                                .filter(line -> !line.isEmpty())
                                .toList()))
                .list();
        return new SurveyContent(off, own);
    }

    public void replace(long campaignId, SurveyContent content) {
        jdbc.sql("DELETE FROM survey_block_off WHERE campaign_id = ?")
                .param(campaignId)
                .update();
        jdbc.sql("DELETE FROM survey_question WHERE campaign_id = ?")
                .param(campaignId)
                .update();
        content.off().forEach(block -> jdbc.sql("INSERT INTO survey_block_off (campaign_id, block) VALUES (?, ?)")
                .params(campaignId, block)
                .update());
        content.own().forEach(question -> jdbc.sql(
                        "INSERT INTO survey_question (campaign_id, number, kind, label, choices) VALUES (?, ?, ?, ?, ?)")
                .params(
                        campaignId,
                        question.number(),
                        question.kind().name(),
                        question.label(),
                        String.join("\n", question.choices()))
                .update());
    }
}
