package fr.forment.framing;

import fr.forment.project.BilanDue;
import fr.forment.project.Projects;
import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the figures of the framing again when a bilan is compiled, so that it sets them beside those of the decisions.
 */
@Service
@RequiredArgsConstructor
public class FramingMeasureService {

    private static final String OF_SCOPE =
            " FROM framing_figure WHERE project_id = :project AND COALESCE(vague_id, 0) = :scope";
    private static final int FIGURE_MAX = 2000;

    private final JdbcClient jdbc;
    private final FramingFigures figures;
    private final Projects projects;
    private final Clock clock;

    /** What was counted for a bilan, and when. */
    record Measured(String figure, LocalDate on) {}

    @EventListener
    @Transactional
    public void measure(BilanDue due) {
        jdbc.sql("DELETE" + OF_SCOPE)
                .param("project", due.projectId())
                .param("scope", scope(due.vagueId()))
                .update();
        figures.of(projects.find(due.projectId()).orElseThrow()).forEach((question, figure) -> jdbc.sql("""
                        INSERT INTO framing_figure (project_id, vague_id, question, figure, counted_on)
                        VALUES (:project, :vague, :question, :figure, :on)""")
                .param("project", due.projectId())
                .param("vague", due.vagueId(), Types.BIGINT)
                .param("question", question.name())
                .param("figure", figure.length() > FIGURE_MAX ? figure.substring(0, FIGURE_MAX - 1) + "…" : figure)
                .param("on", Date.valueOf(LocalDate.now(clock)))
                .update());
    }

    /** Empty while that bilan is not compiled. */
    @Transactional(readOnly = true)
    public Map<FramingQuestion, Measured> of(long projectId, Long vagueId) {
        Map<FramingQuestion, Measured> found = new EnumMap<>(FramingQuestion.class);
        jdbc.sql("SELECT question, figure, counted_on" + OF_SCOPE)
                .param("project", projectId)
                .param("scope", scope(vagueId))
                .query(row -> {
                    found.put(
                            FramingQuestion.valueOf(row.getString("question")),
                            new Measured(
                                    row.getString("figure"),
                                    row.getDate("counted_on").toLocalDate()));
                });
        return found;
    }

    private static long scope(Long vagueId) {
        return vagueId == null ? 0 : vagueId;
    }
}
