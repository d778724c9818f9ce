package fr.forment.project.process;

import fr.forment.engine.FormMemory;
import fr.forment.engine.Markdown;
import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.project.Bilan;
import fr.forment.project.BilanService;
import fr.forment.project.ProjectTasks;
import fr.forment.project.Vague;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.blocked.StillOpen;
import fr.forment.project.readiness.PlannedOpening;
import java.util.List;
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
    private final VagueOutcomeService outcomes;
    private final StillOpen open;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        if (task.is("vague", "decideNext")) {
            return Map.of(
                    "bilanSummary",
                    read(tasks.vague(task.caseId()).projectId(), task.caseId()),
                    "whatFollows",
                    outcomes.following(task.caseId())
                            .map(BilanMemory::follows)
                            .orElse(
                                    "**Aucune vague ne suit** : « Lancer la vague suivante » clôt celle-ci, et le bilan du projet vous est demandé ; il n'y a rien à ajourner."));
        }
        return task.is("entProject", "validateBilan")
                ? Map.of("projectBilan", read(task.caseId(), null), "stillOpen", stillOpen(task.caseId()))
                : Map.of();
    }

    private static String follows(Vague next) {
        return Markdown.text("Ensuite : " + next.inSentence() + ", "
                        + French.inSentence(PlannedOpening.ofVague(next, List.of(), next.opensOn()))
                        + ". Ajournée, elle commence le jour que vous donnez.")
                .whole();
    }

    private String stillOpen(long projectId) {
        List<String> all = open.of(tasks.project(projectId));
        return all.isEmpty()
                ? "Rien ne reste ouvert : tout ce qui était attendu est là."
                : Markdown.sections(Map.of("Encore ouvert aujourd'hui, à savoir avant de viser", all))
                        .whole();
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
