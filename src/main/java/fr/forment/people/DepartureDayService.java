package fr.forment.people;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first day away of somebody whose departure was announced before: until then {@link StaffService#leave} has
 * changed nothing but the list.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DepartureDayService {

    private final AgentRepository repository;
    private final Agents agents;
    private final AccountBook accounts;
    private final ApplicationEventPublisher events;

    /**
     * The account closes, the direction of a school passes on, and whoever has to do something on that day hears of it.
     * Nothing happens while the person is still there; told again, or after a departure recorded on the day itself,
     * nobody hears twice of another director.
     */
    public void depart(long agentId) {
        Agent agent = agents.find(agentId).orElseThrow();
        LocalDate today = agents.today();
        if (agent.isActiveOn(today)) {
            return;
        }
        boolean wasOpen = accounts.isOpen(agent);
        accounts.follow(agent, agent.roles());
        events.publishEvent(new AgentLeft(agentId, agent.schoolUai()));
        if (wasOpen && agent.schoolUai() != null) {
            Long before = directorOn(agent, agent.leftOn().minusDays(1));
            Long now = directorOn(agent, today);
            if (agent.id().equals(before)) {
                events.publishEvent(new DirectorChanged(agent.schoolUai(), before, now));
            }
        }
    }

    private Long directorOn(Agent agent, LocalDate day) {
        return repository.directorOf(agent.schoolUai(), day).map(Agent::id).orElse(null);
    }
}
