package fr.forment.resource;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may lead which module. The inspector's word first, dated; else the trainings followed: whoever of the team was
 * trained in all that trains a module's trainers may lead it; else the function.
 *
 * @param modules the whole grid in use
 * @param trained codes of modules by person
 * @param certifications by person
 */
public record Skills(
        List<TrainingModule> modules, Map<Long, Set<String>> trained, Map<Long, List<Certification>> certifications) {

    /** Where a right to lead a module comes from. */
    public enum Origin {
        IEN("habilitation de l'IEN"),
        FORMATION("formation suivie"),
        FONCTION("fonction"),
        RETRAIT("retrait par l'IEN"),
        AUCUNE("non habilité");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean isGiven() {
            return this == IEN || this == FORMATION || this == FONCTION;
        }
    }

    /** Functions whose people work with the team and may grow into a module by being trained for it. */
    private static final Set<AgentFunction> TEAM = EnumSet.of(
            AgentFunction.ERUN, AgentFunction.CPC, AgentFunction.CPD, AgentFunction.DSI, AgentFunction.IEN_NUMERIQUE);

    public Origin origin(Agent agent, TrainingModule module, LocalDate day) {
        return certifications.getOrDefault(agent.id(), List.of()).stream()
                .filter(each ->
                        each.moduleCode().equals(module.code()) && each.period().covers(day))
                .map(each -> each.granted() ? Origin.IEN : Origin.RETRAIT)
                .findFirst()
                .orElseGet(() -> unsaid(agent, module));
    }

    /** For how long the inspector's word of this day stands; null where he said nothing or no end. */
    public LocalDate until(Agent agent, TrainingModule module, LocalDate day) {
        return certifications.getOrDefault(agent.id(), List.of()).stream()
                .filter(each ->
                        each.moduleCode().equals(module.code()) && each.period().covers(day))
                .findFirst()
                .map(each -> each.period().until())
                .orElse(null);
    }

    /**
     * Codes a person may lead on every day from one to another, for whom that is not what the function alone says; a
     * right that begins or ends in between is none for a plan of that time.
     */
    public Map<Long, Set<String>> besidesFunctions(Collection<Agent> agents, LocalDate from, LocalDate until) {
        Map<Long, Set<String>> listed = new HashMap<>();
        for (Agent agent : agents) {
            Set<String> may = codes(module -> throughout(agent, module, from, until));
            if (!may.equals(codes(module -> isOfFunction(agent, module)))) {
                listed.put(agent.id(), may);
            }
        }
        return listed;
    }

    private boolean throughout(Agent agent, TrainingModule module, LocalDate from, LocalDate until) {
        List<Certification> said = certifications.getOrDefault(agent.id(), List.of()).stream()
                .filter(each ->
                        each.moduleCode().equals(module.code()) && each.period().overlaps(from, until))
                .toList();
        boolean always =
                said.stream().anyMatch(each -> each.granted() && each.period().spans(from, until));
        return always
                || said.stream().allMatch(Certification::granted)
                        && unsaid(agent, module).isGiven();
    }

    private Origin unsaid(Agent agent, TrainingModule module) {
        if (isTrainedFor(agent, module)) {
            return Origin.FORMATION;
        }
        return isOfFunction(agent, module) ? Origin.FONCTION : Origin.AUCUNE;
    }

    private static boolean isOfFunction(Agent agent, TrainingModule module) {
        return module.trainerKind().functions().contains(agent.function());
    }

    private boolean isTrainedFor(Agent agent, TrainingModule module) {
        Set<String> ofTrainers = trainingOf(module);
        return TEAM.contains(agent.function())
                && !ofTrainers.isEmpty()
                && trained.getOrDefault(agent.id(), Set.of()).containsAll(ofTrainers);
    }

    /** Codes of what the trainers of a module follow before they lead it. */
    public Set<String> trainingOf(TrainingModule module) {
        return codes(before -> before.trainsTrainers() && module.prerequisites().contains(before.code()));
    }

    private Set<String> codes(Predicate<TrainingModule> which) {
        return modules.stream().filter(which).map(TrainingModule::code).collect(Collectors.toSet());
    }
}
