package fr.forment.project.process;

import fr.forment.engine.FormMemory;
import fr.forment.engine.Markdown;
import fr.forment.engine.OpenTask;
import fr.forment.project.BilanService;
import fr.forment.project.ProjectTasks;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who decides on a vague reads its bilan as it stands at that moment: answers come in after the question was asked. */
@Component
@RequiredArgsConstructor
class BilanMemory implements FormMemory {

    private final BilanService bilans;
    private final ProjectTasks tasks;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        return task.is("vague", "decideNext")
                ? Map.of("bilanSummary", summary(bilans, tasks, task.caseId()).source())
                : Map.of();
    }

    static Markdown summary(BilanService bilans, ProjectTasks tasks, long vagueId) {
        return bilans.find(tasks.vague(vagueId).projectId(), vagueId)
                .map(bilan -> Markdown.list(bilan.summary()))
                .orElse(Markdown.text("Le bilan est en cours de calcul : lisez-le sur sa page."));
    }
}
