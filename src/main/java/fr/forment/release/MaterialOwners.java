package fr.forment.release;

import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who may answer for a material: the team of the circonscription, and those of its département. */
@Component
@RequiredArgsConstructor
public class MaterialOwners {

    private static final Set<Role> NEAR = Set.of(Role.ERUN, Role.CPC, Role.IEN);
    private static final Set<Role> ABOVE = Set.of(Role.CPD, Role.IEN_NUMERIQUE);

    private final Agents agents;
    private final Circonscriptions circonscriptions;

    /** By name, each once. */
    public List<Agent> of(String circonscriptionUai) {
        Map<Long, Agent> owners = new TreeMap<>();
        Stream.concat(
                        agents.withRoles(NEAR, circonscriptionUai).stream(),
                        circonscriptions
                                .find(circonscriptionUai)
                                .map(Circonscription::departementCode)
                                .map(code -> agents.withRoles(ABOVE, code))
                                .stream()
                                .flatMap(List::stream))
                .forEach(agent -> owners.put(agent.id(), agent));
        return owners.values().stream()
                .sorted(Comparator.comparing(Agent::lastName).thenComparing(Agent::firstName))
                .toList();
    }
}
