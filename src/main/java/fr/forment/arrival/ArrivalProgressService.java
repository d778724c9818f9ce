package fr.forment.arrival;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.AgentFunctionChanged;
import fr.forment.people.AgentTrained;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to people on their path: they learn, or are given another function, which may ask for another path. */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalProgressService {

    private final ArrivalRepository repository;
    private final Arrivals arrivals;
    private final ArrivalProcess process;
    private final NewcomerPath paths;
    private final Agents agents;
    private final TrainingRecords records;
    private final ArrivalDates dates;

    @EventListener
    void on(AgentTrained event) {
        repository.findByOpenAgentId(event.agentId()).forEach(seen -> tellIfTrained(seen.id()));
    }

    /**
     * Somebody does something else in the same place: nobody has to confirm that he is there, and what was learnt is
     * kept.
     */
    @EventListener
    void on(AgentFunctionChanged event) {
        agents.find(event.agentId())
                .filter(agent -> agent.circonscriptionUai() != null)
                .ifPresent(agent -> {
                    Arrival open = repository
                            .findByOpenAgentIdAndPlaceUai(agent.id(), Arrival.placeOf(agent))
                            .orElse(null);
                    if (open == null) {
                        enter(agent, event.on());
                    } else {
                        follow(open.id(), agent);
                    }
                });
    }

    /** Only when the new function asks for something the person has not learnt. */
    private void enter(Agent agent, LocalDate on) {
        Set<String> held = records.modulesOf(agent.id());
        Arrival arrival = Arrival.of(agent, ArrivalOrigin.FONCTION, arrivals.today());
        if (!paths.of(agent.function(), !held.isEmpty(), arrival.isSubstitute(), held)
                .isEmpty()) {
            arrival.confirm(on == null ? arrivals.today() : on, !held.isEmpty());
            process.startAll(arrivals.enter(List.of(arrival), agent.function().label()).stream()
                    .map(Arrival::id)
                    .toList());
        }
    }

    /** Before the path is chosen nothing is to be done: it will be chosen for the new function. */
    private void follow(long id, Agent agent) {
        Arrival arrival = arrivals.lock(id);
        if (arrival.state().isUnderWay() && arrival.ending() == null) {
            List<String> path = paths.of(
                    agent.function(), arrival.entExperience(), arrival.isSubstitute(), records.modulesOf(agent.id()));
            arrivals.change(id, agent.function().label(), each -> each.reassign(path));
            tellIfTrained(id);
        }
    }

    /** On leave until that day: the path waits, unless the IEN has been asked already. */
    void postpone(long agentId, LocalDate back) {
        for (Arrival seen : repository.findByOpenAgentId(agentId)) {
            Arrival arrival = arrivals.lock(seen.id());
            boolean isFollowed =
                    arrival.state() == ArrivalState.PARCOURS_AFFECTE || arrival.state() == ArrivalState.INSCRIT;
            LocalDate due = isFollowed ? dates.afterLeave(arrival, back) : null;
            if (isFollowed && due.isAfter(arrival.dueOn())) {
                arrivals.change(
                        arrival.id(),
                        "En congé : échéance reportée au " + French.date(due),
                        each -> each.postpone(due, arrivals.today()));
            }
        }
    }

    private void tellIfTrained(long id) {
        Arrival arrival = arrivals.lock(id);
        if (arrival.state().isUnderWay()
                && arrival.ending() == null
                && arrivals.missing(arrival).isEmpty()) {
            arrivals.change(id, null, each -> each.train(ArrivalEnding.FORME));
            process.trained(id);
        }
    }
}
