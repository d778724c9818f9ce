package fr.forment.release;

import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who may answer for a material: the team of its circonscription and those of the département; for one of a whole
 * département the latter.
 */
@Component
@RequiredArgsConstructor
public class MaterialOwners {

    private static final Set<Role> NEAR = Set.of(Role.ERUN, Role.CPC, Role.IEN);
    private static final Set<Role> ABOVE = Set.of(Role.CPD, Role.IEN_NUMERIQUE);

    private final Agents agents;
    private final Circonscriptions circonscriptions;

    /** By name, each once. @param place the UAI of a circonscription, or the code of a département */
    public List<Agent> of(String place) {
        Map<Long, Agent> owners = new TreeMap<>();
        Optional<Circonscription> near = circonscriptions.find(place);
        Stream.concat(
                        near.map(each -> agents.withRoles(NEAR, each.uai())).stream()
                                .flatMap(List::stream),
                        agents
                                .withRoles(
                                        ABOVE,
                                        near.map(Circonscription::departementCode)
                                                .orElse(place))
                                .stream())
                .forEach(agent -> owners.put(agent.id(), agent));
        return owners.values().stream()
                .sorted(Comparator.comparing(Agent::lastName).thenComparing(Agent::firstName))
                .toList();
    }
}
