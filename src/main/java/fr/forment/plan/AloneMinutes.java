package fr.forment.plan;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.grid.NeedLine;
import fr.forment.people.Agent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the modules that people follow alone take of their hours, where the grid asks for them. */
final class AloneMinutes {

    private final List<TrainingModule> modules;
    private final Map<String, Set<String>> asked;

    AloneMinutes(Collection<TrainingModule> modules, Collection<NeedLine> needs) {
        this.modules =
                modules.stream().filter(module -> !module.format().isSession()).toList();
        this.asked = needs.stream()
                .collect(Collectors.groupingBy(
                        NeedLine::schoolUai, Collectors.mapping(NeedLine::moduleCode, Collectors.toSet())));
    }

    /** @param trained codes of the modules followed already */
    int of(Agent agent, Set<String> trained) {
        Set<String> here = agent.schoolUai() == null ? Set.of() : asked.getOrDefault(agent.schoolUai(), Set.of());
        return modules.stream()
                .filter(module -> here.contains(module.code()) && !trained.contains(module.code()))
                .filter(module -> concerns(module, agent.function()))
                .mapToInt(TrainingModule::durationMinutes)
                .sum();
    }

    private static boolean concerns(TrainingModule module, AgentFunction function) {
        return function == AgentFunction.DIRECTEUR && module.profiles().contains(Profile.DIRECTEUR)
                || function.isTeacher() && module.profiles().contains(Profile.ENSEIGNANT);
    }
}
