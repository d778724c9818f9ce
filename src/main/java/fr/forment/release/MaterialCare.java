package fr.forment.release;

import fr.forment.evaluation.LowModules;
import fr.forment.french.French;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.TrainerReadiness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Modules that were not found good and are about to be held again: their materials are reviewed first. Once they are,
 * nothing keeps the vague; where there is none to review, somebody says so. The mean itself stays on the page of the
 * evaluations: partners read what a vague waits for.
 */
@Component
@RequiredArgsConstructor
class MaterialCare implements TrainerReadiness.ModuleCare {

    private final LowModules modules;
    private final MaterialRepository materials;
    private final Plans plans;

    @Override
    public List<String> before(long projectId, String circonscriptionUai, int vagueRank) {
        List<LowModules.Low> low = modules.ofProject(projectId);
        if (low.isEmpty()) {
            return List.of();
        }
        Optional<Set<String>> held = plans.approved(projectId)
                .map(plan -> plans.sessions(plan.id(), Phase.VAGUE, vagueRank).stream()
                        .map(PlannedSession::moduleCode)
                        .collect(Collectors.toSet()));
        Map<String, List<TrainingMaterial>> known = materials.inCirconscriptions(List.of(circonscriptionUai)).stream()
                .collect(Collectors.groupingBy(TrainingMaterial::moduleCode));
        return low.stream()
                .filter(module -> held.isEmpty() || held.get().contains(module.code()))
                .flatMap(module -> sentence(module, known.getOrDefault(module.code(), List.of())).stream())
                .toList();
    }

    private static Optional<String> sentence(LowModules.Low module, List<TrainingMaterial> its) {
        String said = "« " + module.title() + " » : "
                + (module.isOfMany()
                        ? "satisfaction sous " + French.number(LowModules.ENOUGH) + " sur 4 ; "
                        : "supports à relire avant la suite ; ");
        long stale = its.stream()
                .filter(material -> material.state() != MaterialState.A_JOUR)
                .count();
        if (its.isEmpty()) {
            return Optional.of(said
                    + "aucun support n'est enregistré : l'équipe de circonscription en dépose un, ou l'IEN décide.");
        }
        return stale == 0
                ? Optional.empty()
                : Optional.of(said + French.count(stale, "support attend", "supports attendent")
                        + " "
                        + (its.stream().allMatch(material -> material.isOfDepartement() || !material.isStale())
                                ? BY_DEPARTEMENT
                                : "une relecture de l'équipe de circonscription."));
    }
}
