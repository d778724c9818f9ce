package fr.forment.evaluation;

import fr.forment.engine.FormMemory;
import fr.forment.engine.Markdown;
import fr.forment.engine.OpenTask;
import fr.forment.evaluation.SessionBilan.Line;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whoever signs the bilan of a session reads its figures in the form, as they stand then. What people said stays on the
 * page of the bilan, which knows who may read it.
 */
@Component
@RequiredArgsConstructor
class SessionBilanMemory implements FormMemory {

    private final Sessions sessions;
    private final SessionFigures figures;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        return task.is("trainingSession", "signBilan")
                ? sessions.find(task.caseId())
                        .<Map<String, Object>>map(session -> Map.of(
                                "sessionFigures", Markdown.list(told(session)).source()))
                        .orElse(Map.of())
                : Map.of();
    }

    List<String> told(TrainingSession session) {
        return figures.of(session).stream()
                .filter(line -> !line.topic().isOfTrainer())
                .map(SessionBilanMemory::told)
                .toList();
    }

    private static String told(Line line) {
        return line.what() + " : " + line.done()
                + (line.planned().isEmpty() ? "" : " (prévu : " + line.planned() + ")");
    }
}
