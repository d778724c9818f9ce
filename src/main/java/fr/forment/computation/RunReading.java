package fr.forment.computation;

import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what a search has found, and whether it still holds. */
@Component
@RequiredArgsConstructor
public class RunReading {

    /** Parts of the facts as people call them; several parts may share a name. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("from", "la première date possible"),
            Map.entry("until", "le calendrier"),
            Map.entry("schoolDay", "le calendrier"),
            Map.entry("pace", "les délais"),
            Map.entry("modules", "le catalogue"),
            Map.entry("vagues", "les vagues"),
            Map.entry("schools", "les écoles"),
            Map.entry("people", "les personnes et leurs heures"),
            Map.entry("needs", "les besoins"),
            Map.entry("busy", "les autres plans"),
            Map.entry("inForce", "le plan en vigueur"),
            Map.entry("wishes", "les souhaits des écoles"),
            Map.entry("priorities", "les rangs des écoles"),
            Map.entry("absences", "les absences"),
            Map.entry("halfDays", "les disponibilités"),
            Map.entry("qualified", "les habilitations"),
            Map.entry("closed", "les jours de fermeture"),
            Map.entry("rooms", "les salles"),
            Map.entry("towns", "les écoles"),
            Map.entry("beyondHours", "le choix sur les heures restantes"));

    private final ComputedPlanService plans;
    private final RunTexts texts;
    private final RunSettings settings;

    /** Seconds of a search at most. */
    public long limit() {
        return settings.atMost().toSeconds();
    }

    public List<PlannedSession> sessions(PlanRun run) {
        return texts.sessions(run.best());
    }

    public Score worth(PlanRun run) {
        return texts.score(run.worth());
    }

    /** Those of the version as they stand today: of an amendment, where people have moved them since. */
    public List<PlannedSession> standing(PlanRun run) {
        return plans.standing(run.planId());
    }

    /** Null where it was not counted. */
    public Score before(PlanRun run) {
        return texts.score(run.before());
    }

    public Weights weights(PlanRun run) {
        return texts.weights(run.weights());
    }

    /** Whether nobody touched the sessions since it began. */
    public boolean isAsItWas(PlanRun run) {
        return plans.isAsItWas(run.planId(), run.sessions());
    }

    /** What changed since it began, of what a plan is made from; in French. */
    public List<String> changedSince(PlanRun run) {
        Map<String, String> then = texts.prints(run.facts());
        Map<String, String> now = plans.basis(run.planId()).factsPrint();
        return now.keySet().stream()
                .filter(part -> !Objects.equals(now.get(part), then.get(part)))
                .map(part -> PARTS.getOrDefault(part, "d'autres données"))
                .distinct()
                .toList();
    }
}
