package fr.forment.project.process;

import fr.forment.engine.FormMemory;
import fr.forment.engine.Markdown;
import fr.forment.engine.OpenTask;
import fr.forment.project.need.LateStart;
import fr.forment.project.need.VagueNeed;
import fr.forment.project.need.VagueNeedService;
import fr.forment.project.need.VagueNeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells whoever opens the review of a vague's need what changed up to that moment, and who came. */
@Component
@RequiredArgsConstructor
class NeedMemory implements FormMemory {

    private static final int NAMES = 8;

    private final VagueNeeds needs;
    private final VagueNeedService review;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        if (!task.is("vague", "reviewNeed")) {
            return Map.of();
        }
        VagueNeed need = needs.of(task.caseId());
        LateStart.Late late = review.late(task.caseId());
        boolean amending = review.isAmending(task.caseId());
        List<String> dates = new ArrayList<>(late.sentences());
        if (amending && late.count() > 0) {
            dates.add("un avenant est déjà en préparation pour ce projet : les dates se décident avec lui");
        }
        List<String> changes = new ArrayList<>(need.changes());
        List<String> names = needs.arrived(task.caseId(), NAMES);
        names.stream().limit(NAMES).map(name -> "arrivée : " + name).forEach(changes::add);
        if (names.size() > NAMES) {
            changes.add("et d'autres, sur la liste des personnels");
        }
        return Map.of(
                "needChanges",
                Markdown.list(changes).source(),
                "needGrid",
                VagueSteps.grid(need).source(),
                "lateCount",
                Markdown.text(late.count()).source(),
                "lateSessions",
                Markdown.list(dates).source(),
                "amending",
                amending,
                "choice",
                VagueSteps.usual(need, late, amending));
    }
}
