package fr.forment.people;

import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.Accounts;
import fr.forment.engine.Directory;
import fr.forment.french.Refusal;
import fr.forment.people.AgentHistory.Change;
import fr.forment.people.AgentHistory.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes an import back: people get their former values, those it brought are erased. In the caller's transaction. */
@Component
@RequiredArgsConstructor
public class Restoration {

    private static final String NOT_YOURS =
            "Cet import ne peut pas être annulé : il rendrait à une personne une adresse que seul peut changer : %s.";

    private final AgentRepository repository;
    private final Agents agents;
    private final AccountBook accounts;
    private final Accounts allAccounts;
    private final Directory directory;
    private final AgentHistory history;
    private final Addresses addresses;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /**
     * Exactly the former values; the history says so. Features hear what concerns them, in their own terms.
     *
     * @param present by person, the addresses that change with it
     * @throws Refusal when one of these is not for the signed-in person to change
     */
    public void restore(List<FormerAgent> people, Map<Long, String> present, String why) {
        Map<Long, Agent> known = agents
                .all(people.stream().map(FormerAgent::agentId).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        List<Change> changes = new ArrayList<>();
        Map<Agent, Set<AccountRole>> followed = new LinkedHashMap<>();
        List<Addresses.Change> moves = new ArrayList<>();
        List<Object> news = new ArrayList<>();
        List<Long> foundAgain = new ArrayList<>();
        List<Long> missingAgain = new ArrayList<>();
        for (FormerAgent former : people) {
            Agent agent = known.get(former.agentId());
            String before = StaffService.describe(agent);
            Set<AccountRole> roles = agent.roles();
            boolean wasMissing = agent.missingSince() != null;
            boolean wasHere = agent.isActiveOn(agents.today());
            agent.resume(former);
            moves.add(new Addresses.Change(agent, present.getOrDefault(agent.id(), former.email()), former.email()));
            followed.put(agent, roles);
            changes.add(new Change(agent.id(), What.PUT_BACK, why, before, StaffService.describe(agent)));
            if (wasMissing && agent.missingSince() == null) {
                foundAgain.add(agent.id());
            } else if (!wasMissing && agent.missingSince() != null) {
                missingAgain.add(agent.id());
            }
            if (wasHere && !agent.isActiveOn(agents.today())) {
                news.add(new AgentLeft(agent.id(), agent.schoolUai()));
            }
        }
        addresses.objection(moves).ifPresent(who -> {
            throw new Refusal(NOT_YOURS.formatted(who));
        });
        repository.saveAll(known.values());
        history.add(changes);
        followed.forEach((agent, roles) -> {
            if (!roles.equals(agent.roles()) || !agent.isActiveOn(agents.today())) {
                accounts.follow(agent, roles);
            }
        });
        addresses.changed(moves, why);
        events.publishEvent(new PeoplePutBack(List.copyOf(known.keySet())));
        tell(foundAgain, missingAgain);
        news.forEach(events::publishEvent);
    }

    private void tell(List<Long> foundAgain, List<Long> missingAgain) {
        if (!foundAgain.isEmpty()) {
            events.publishEvent(new PeopleSeenAgain(foundAgain));
        }
        if (!missingAgain.isEmpty()) {
            events.publishEvent(new PeopleMissing(missingAgain));
        }
    }

    /** People nothing was built on; what was prepared for them goes first. */
    public void erase(List<Long> agentIds) {
        events.publishEvent(new PeopleWithdrawn(agentIds));
        List<Account> closed = allAccounts.findByAgentIdIn(agentIds);
        directory.removeAll(
                closed.stream().filter(Account::mirrored).map(Account::login).toList());
        allAccounts.deleteAll(closed);
        for (String table : List.of("agent_other_school", "undeliverable", "hours_entry", "agent_history")) {
            jdbc.sql("DELETE FROM " + table + " WHERE agent_id IN (:ids)")
                    .param("ids", agentIds)
                    .update();
        }
        jdbc.sql("DELETE FROM agent WHERE id IN (:ids)").param("ids", agentIds).update();
    }
}
