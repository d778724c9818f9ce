package fr.forment.project.process;

import fr.forment.engine.FormMemory;
import fr.forment.engine.Markdown;
import fr.forment.engine.OpenTask;
import fr.forment.project.Bilan;
import fr.forment.project.BilanService;
import fr.forment.project.ProjectTasks;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who decides on a vague, or signs the project's bilan, reads it as it stands at that moment: answers come in after the
 * question was asked.
 */
@Component
@RequiredArgsConstructor
class BilanMemory implements FormMemory {

    private final ProjectTasks tasks;
    private final BilanReading reading;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        if (task.is("vague", "decideNext")) {
            return Map.of("bilanSummary", read(tasks.vague(task.caseId()).projectId(), task.caseId()));
        }
        return task.is("entProject", "validateBilan") ? Map.of("projectBilan", read(task.caseId(), null)) : Map.of();
    }

    private String read(long projectId, Long vagueId) {
        return reading.of(projectId, vagueId).orElse(summary(Optional.empty())).whole();
    }

    /** What the engine keeps, without the means. */
    static Markdown summary(BilanService bilans, ProjectTasks tasks, long vagueId) {
        return summary(bilans.find(tasks.vague(vagueId).projectId(), vagueId));
    }

    private static Markdown summary(Optional<Bilan> compiled) {
        return compiled.map(bilan -> Markdown.list(bilan.summary()))
                .orElse(Markdown.text("Le bilan est en cours de calcul : lisez-le sur sa page."));
    }
}
