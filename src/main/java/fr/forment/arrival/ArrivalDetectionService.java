package fr.forment.arrival;

import fr.forment.people.Agent;
import fr.forment.people.AgentLeft;
import fr.forment.people.AgentMoved;
import fr.forment.people.Agents;
import fr.forment.people.PeopleArrived;
import fr.forment.people.PeoplePutBack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How arrivals become known from the staff list, and how the list ends them. */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalDetectionService {

    private final ArrivalRepository repository;
    private final Arrivals arrivals;
    private final ArrivalProcess process;
    private final Agents agents;

    @EventListener
    void on(PeopleArrived event) {
        Chunks.of(event.agentIds()).forEach(ids -> detect(agents.all(ids), ArrivalOrigin.LISTE));
    }

    /** What was learnt belongs to the person: the new path leaves it out. */
    @EventListener
    void on(AgentMoved event) {
        agents.find(event.agentId()).ifPresent(agent -> {
            repository.findByOpenAgentId(agent.id()).stream()
                    .filter(arrival -> !arrival.placeUai().equals(Arrival.placeOf(agent)))
                    .forEach(arrival -> end(arrival, ArrivalEnding.CHANGE_ECOLE));
            detect(List.of(agent), ArrivalOrigin.MUTATION);
        });
    }

    /**
     * An import that moved them was undone: what began in the place where they no longer are ends, nothing begins anew
     * where they were.
     */
    @EventListener
    void on(PeoplePutBack event) {
        Map<Long, Agent> back =
                agents.all(event.agentIds()).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        repository.findByOpenAgentIdIn(event.agentIds()).stream()
                .filter(arrival -> !arrival.placeUai().equals(Arrival.placeOf(back.get(arrival.agentId()))))
                .forEach(arrival -> end(arrival, ArrivalEnding.CHANGE_ECOLE));
    }

    /**
     * A departure announced for later changes nothing yet: until that day the person may still be trained. The event is
     * told again then.
     */
    @EventListener
    void on(AgentLeft event) {
        boolean isGone = agents.find(event.agentId())
                .filter(agent -> agent.isActiveOn(arrivals.today()))
                .isEmpty();
        if (isGone) {
            repository.findByOpenAgentId(event.agentId()).forEach(arrival -> end(arrival, ArrivalEnding.PARTI));
        }
    }

    /**
     * In a few statements, whatever their number. People of a whole département follow no path: no session of a
     * circonscription is theirs.
     */
    private void detect(List<Agent> people, ArrivalOrigin origin) {
        List<Agent> ours = people.stream()
                .filter(agent -> agent.circonscriptionUai() != null)
                .toList();
        Set<String> open = ours.isEmpty()
                ? Set.of()
                : repository.findByOpenAgentIdIn(ours.stream().map(Agent::id).toList()).stream()
                        .map(each -> each.agentId() + " " + each.placeUai())
                        .collect(Collectors.toSet());
        List<Arrival> found = ours.stream()
                .filter(agent -> !open.contains(agent.id() + " " + Arrival.placeOf(agent)))
                .map(agent -> Arrival.of(agent, origin, arrivals.today()))
                .toList();
        if (!found.isEmpty()) {
            process.startAll(arrivals.enter(found, origin.label()).stream()
                    .map(Arrival::id)
                    .toList());
        }
    }

    private void end(Arrival arrival, ArrivalEnding ending) {
        arrivals.change(arrival.id(), ending.label(), each -> each.close(ending, arrivals.today()));
        process.end(arrival.id(), ending.label());
    }
}
