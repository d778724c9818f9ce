package fr.forment.resource;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.territory.Circonscription;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who trains in a circonscription: by function, from its département, or certified by the inspector. */
@Component
@RequiredArgsConstructor
public class TrainerList {

    private static final Set<AgentFunction> FUNCTIONS = EnumSet.of(
            AgentFunction.ERUN,
            AgentFunction.CPC,
            AgentFunction.CPD,
            AgentFunction.DSI,
            AgentFunction.FOURNISSEUR,
            AgentFunction.IEN_NUMERIQUE);

    private final Agents agents;
    private final TrainerResources resources;
    private final Catalogue catalogue;
    private final TrainingRecords records;

    public static boolean isTrainer(AgentFunction function) {
        return FUNCTIONS.contains(function);
    }

    /** By function, or once the inspector decided something. */
    public boolean trains(Agent agent) {
        return isTrainer(agent.function())
                || resources.certifications(List.of(agent.id())).containsKey(agent.id());
    }

    /** By function, then by name. */
    public List<Agent> of(Circonscription where) {
        return of(where, agents.inCirconscription(where.uai()));
    }

    /** For who knows the people of the circonscription already. */
    public List<Agent> of(Circonscription where, Collection<Agent> people) {
        Set<Long> certified = resources.certifiedIn(where.uai());
        Map<Long, Agent> found = new LinkedHashMap<>();
        Stream.concat(
                        people.stream().filter(agent -> isTrainer(agent.function()) || certified.contains(agent.id())),
                        agents.withRoles(EnumSet.of(Role.IEN_NUMERIQUE, Role.CPD), where.departementCode()).stream())
                .sorted(Comparator.comparing(Agent::function).thenComparing(Agent::foldedName))
                .forEach(agent -> found.putIfAbsent(agent.id(), agent));
        return List.copyOf(found.values());
    }

    /** For who knows modules and trainings already. */
    public Skills skills(Collection<Agent> of, Collection<TrainingModule> active, Map<Long, Set<String>> trained) {
        return new Skills(
                active.stream().filter(TrainingModule::isHeldInSessions).toList(),
                trained,
                resources.certifications(of.stream().map(Agent::id).toList()));
    }

    public Skills skills(Collection<Agent> of) {
        List<Long> ids = of.stream().map(Agent::id).toList();
        return new Skills(
                catalogue.active().stream()
                        .filter(TrainingModule::isHeldInSessions)
                        .toList(),
                records.of(ids),
                resources.certifications(ids));
    }
}
