package fr.forment.project;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Gate 1, the fiche's "première phase de formation de formateurs": who of the circonscription's team (IEN, CPC, E-RUN,
 * DSI) still lacks a module that trains trainers. Those of the département serve many circonscriptions and hold none of
 * them back.
 */
@Component
@RequiredArgsConstructor
public class TrainerReadiness {

    private static final List<AgentFunction> TEAM =
            List.of(AgentFunction.IEN, AgentFunction.CPC, AgentFunction.ERUN, AgentFunction.DSI);

    private final Catalogue catalogue;
    private final Agents agents;
    private final TrainingRecords records;

    /** Empty when everybody is ready; by module, then by function. */
    public List<TrainerGap> gaps(String circonscriptionUai) {
        List<Agent> team = agents.inCirconscription(circonscriptionUai).stream()
                .filter(agent -> TEAM.contains(agent.function()))
                .toList();
        Map<Long, Set<String>> held = records.of(team.stream().map(Agent::id).toList());
        List<TrainerGap> gaps = new ArrayList<>();
        catalogue.active().stream().filter(TrainingModule::trainsTrainers).forEach(module -> {
            List<AgentFunction> functions = functions(module);
            List<Agent> concerned = team.stream()
                    .filter(agent -> functions.contains(agent.function()))
                    .toList();
            concerned.stream()
                    .filter(agent -> !held.getOrDefault(agent.id(), Set.of()).contains(module.code()))
                    .forEach(agent -> gaps.add(new TrainerGap(
                            agent.id(), agent.fullName(), agent.function(), module.code(), module.title())));
            if (concerned.isEmpty() && !functions.isEmpty()) {
                gaps.add(new TrainerGap(null, null, functions.get(0), module.code(), module.title()));
            }
        });
        return gaps;
    }

    /** Functions of the team for which the module comes before any opening. */
    private static List<AgentFunction> functions(TrainingModule module) {
        return module.profilesBeforeOpening().stream()
                .map(TrainerReadiness::function)
                .flatMap(Optional::stream)
                .filter(TEAM::contains)
                .toList();
    }

    private static Optional<AgentFunction> function(Profile profile) {
        return Arrays.stream(AgentFunction.values())
                .filter(function -> function.name().equals(profile.name()))
                .findFirst();
    }
}
