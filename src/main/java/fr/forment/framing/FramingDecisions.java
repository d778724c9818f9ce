package fr.forment.framing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What projects answer to the questions of the framing. */
@Repository
@RequiredArgsConstructor
public class FramingDecisions {

    private final JdbcClient jdbc;

    /** By question; those without an answer are left out. One statement. */
    public Map<FramingQuestion, FramingDecision> of(long projectId) {
        Map<FramingQuestion, FramingDecision> found = new EnumMap<>(FramingQuestion.class);
        jdbc.sql("SELECT * FROM framing_decision WHERE project_id = ?")
                .param(projectId)
                .query((row, n) -> new FramingDecision(
                        FramingQuestion.valueOf(row.getString("question")),
                        row.getInt("version"),
                        row.getString("answer_text"),
                        row.getString("owner"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("figure"),
                        row.getString("decided_by"),
                        row.getObject("decided_on", LocalDate.class)))
                .list()
                .forEach(decision -> found.put(decision.question(), decision));
        return found;
    }

    /**
     * The questions that are not decided yet, in the fiche's order, one French line each: « Homogénéité : sans réponse
     * ». Empty when all thirteen are. For whoever decides on something that rests on them. One statement.
     */
    public List<String> unanswered(long projectId) {
        Map<FramingQuestion, FramingDecision> known = of(projectId);
        return Arrays.stream(FramingQuestion.values())
                .filter(question ->
                        !known.containsKey(question) || !known.get(question).isDecided())
                .map(question -> question.label()
                        + (known.containsKey(question) ? " : réponse proposée, à décider" : " : sans réponse"))
                .toList();
    }

    /** Two people who write to one project wait for each other. */
    void lock(long projectId) {
        jdbc.sql("SELECT id FROM project WHERE id = ? FOR UPDATE")
                .param(projectId)
                .query(Long.class)
                .single();
    }

    void save(long projectId, FramingDecision decision) {
        jdbc.sql("DELETE FROM framing_decision WHERE project_id = ? AND question = ?")
                .params(projectId, decision.question().name())
                .update();
        jdbc.sql("""
                INSERT INTO framing_decision (project_id, question, version, answer_text, owner, due_on, figure, decided_by, decided_on)
                VALUES (:project, :question, :version, :text, :owner, :due, :figure, :by, :on)""")
                .param("project", projectId)
                .param("question", decision.question().name())
                .param("version", decision.version())
                .param("text", decision.text())
                .param("owner", decision.owner())
                .param("due", decision.dueOn())
                .param("figure", decision.figure())
                .param("by", decision.decidedBy())
                .param("on", decision.decidedOn())
                .update();
    }
}
