package fr.forment.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what each project makes of the questionnaire. */
@Repository
class SurveyContents {

    private final JdbcClient jdbc;

    SurveyContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole questionnaire and no question more for a campaign of no project. */
    SurveyContent of(Long projectId) {
        if (projectId == null) {
            return new SurveyContent(Set.of(), List.of());
        }
        Set<String> off = jdbc.sql("SELECT block FROM survey_block_off WHERE project_id = ?").param(projectId).query(String.class).list().stream()
                .collect(Collectors.toSet());
        List<OwnQuestion> own = jdbc.sql("SELECT number, kind, label, choices FROM survey_question WHERE project_id = ? ORDER BY number")
                .param(projectId).query((row, n) -> new OwnQuestion(row.getInt("number"), OwnQuestion.Kind.valueOf(row.getString("kind")),
                        row.getString("label"), Arrays.stream(row.getString("choices").split("\n")).filter(line -> !line.isEmpty()).toList())).list();
        return new SurveyContent(off, own);
    }

    void replace(long projectId, SurveyContent content) {
        jdbc.sql("DELETE FROM survey_block_off WHERE project_id = ?").param(projectId).update();
        jdbc.sql("DELETE FROM survey_question WHERE project_id = ?").param(projectId).update();
        content.off().forEach(block -> jdbc.sql("INSERT INTO survey_block_off (project_id, block) VALUES (?, ?)").params(projectId, block).update());
        content.own().forEach(question -> jdbc.sql("INSERT INTO survey_question (project_id, number, kind, label, choices) VALUES (?, ?, ?, ?, ?)")
                .params(projectId, question.number(), question.kind().name(), question.label(), String.join("\n", question.choices())).update());
    }
}
