package fr.forment.arrival;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.AgentLeft;
import fr.forment.people.AgentMoved;
import fr.forment.people.Agents;
import fr.forment.people.PeopleMissing;
import fr.forment.people.PeopleSeenAgain;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How departures become known, and how the lists end them: missing, back on the list, moved, leaving on a known day.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DepartureDetectionService {

    private final DepartureRepository repository;
    private final Departures departures;
    private final DepartureProcess process;
    private final Agents agents;

    @EventListener
    void on(PeopleMissing event) {
        Chunks.of(event.agentIds()).forEach(this::miss);
    }

    private void miss(List<Long> ids) {
        Set<Long> open = repository.findByOpenAgentIdIn(ids).stream()
                .map(Departure::agentId)
                .collect(Collectors.toSet());
        enter(
                agents.all(ids).stream()
                        .filter(agent -> !open.contains(agent.id()))
                        .map(agent -> Departure.of(agent, null, departures.today()))
                        .toList(),
                "Ne figure plus sur la liste");
    }

    /** A departure announced for a day stays announced, whatever list still holds the person. */
    @EventListener
    void on(PeopleSeenAgain event) {
        Chunks.of(event.agentIds())
                .flatMap(ids -> repository.findByOpenAgentIdIn(ids).stream())
                .filter(each -> each.state() != DepartureState.ANNONCE)
                .forEach(each -> end(each, DepartureState.REVENU));
    }

    @EventListener
    void on(AgentMoved event) {
        repository.findByOpenAgentId(event.agentId()).ifPresent(each -> end(each, DepartureState.MUTE));
    }

    /**
     * Whoever said it: the case waits for the first day away, which may be today, and then does what has to be done on
     * that day.
     */
    @EventListener
    void on(AgentLeft event) {
        Agent agent = agents.find(event.agentId()).orElseThrow();
        LocalDate day = agent.leftOn();
        Departure open = repository.findByOpenAgentId(agent.id()).orElse(null);
        if (open == null && !isTold(agent)) {
            enter(
                    List.of(Departure.of(agent, day, departures.today())),
                    "Premier jour d'absence : " + French.date(day));
        } else if (open != null && !Objects.equals(open.leavesOn(), day)) {
            departures.change(open.id(), "Premier jour d'absence : " + French.date(day), each -> each.date(day));
            process.dated(open.id());
        }
    }

    private void enter(Collection<Departure> found, String why) {
        if (!found.isEmpty()) {
            process.startAll(departures.enter(List.copyOf(found), why).stream()
                    .map(Departure::id)
                    .toList());
        }
    }

    /** The event is told again on the day itself: that departure is over. */
    private boolean isTold(Agent agent) {
        return repository.findByAgentIdIn(List.of(agent.id())).stream()
                .anyMatch(each ->
                        each.state() == DepartureState.PARTI && Objects.equals(each.leavesOn(), agent.leftOn()));
    }

    private void end(Departure departure, DepartureState how) {
        departures.change(departure.id(), null, each -> each.close(how, departures.today()));
        process.end(departure.id(), how.label());
    }
}
