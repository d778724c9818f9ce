package fr.forment.people;

import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.Accounts;
import fr.forment.engine.Directory;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.PeopleWriter.Writing;
import java.util.ArrayList;
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

    private final Agents agents;
    private final Accounts allAccounts;
    private final Directory directory;
    private final PeopleWriter writer;
    private final Journal journal;
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
        Writing writing = writer.because(why);
        List<Object> news = new ArrayList<>();
        List<Long> foundAgain = new ArrayList<>();
        List<Long> missingAgain = new ArrayList<>();
        for (FormerAgent former : people) {
            Agent agent = known.get(former.agentId());
            String before = PeopleWriter.describe(agent);
            Set<AccountRole> roles = agent.roles();
            boolean wasMissing = agent.missingSince() != null;
            boolean wasHere = agent.isActiveOn(agents.today());
            agent.resume(former);
            boolean isHere = agent.isActiveOn(agents.today());
            writing.reach(agent, present.getOrDefault(agent.id(), former.email()), former.email());
            writing.note(agent, AgentEvent.PUT_BACK, before);
            if (!roles.equals(agent.roles()) || !isHere) {
                writing.follow(agent, roles);
            }
            if (wasMissing != (agent.missingSince() != null)) {
                (wasMissing ? foundAgain : missingAgain).add(agent.id());
            }
            if (wasHere && !isHere) {
                news.add(new AgentLeft(agent.id(), agent.schoolUai()));
            }
        }
        writing.tell(new PeoplePutBack(List.copyOf(known.keySet())));
        if (!foundAgain.isEmpty()) {
            writing.tell(new PeopleSeenAgain(foundAgain));
        }
        if (!missingAgain.isEmpty()) {
            writing.tell(new PeopleMissing(missingAgain));
        }
        news.forEach(writing::tell);
        writing.write(who -> new Refusal(NOT_YOURS.formatted(who)));
    }

    /** People nothing was built on; what was prepared for them goes first. */
    public void erase(List<Long> agentIds) {
        events.publishEvent(new PeopleWithdrawn(agentIds));
        List<Account> closed = allAccounts.findByAgentIdIn(agentIds);
        directory.removeAll(
                closed.stream().filter(Account::mirrored).map(Account::login).toList());
        allAccounts.deleteAll(closed);
        for (String table : List.of("agent_other_school", "undeliverable", "hours_entry")) {
            jdbc.sql("DELETE FROM " + table + " WHERE agent_id IN (:ids)")
                    .param("ids", agentIds)
                    .update();
        }
        journal.forget(AgentEvent.KIND, agentIds);
        jdbc.sql("DELETE FROM agent WHERE id IN (:ids)").param("ids", agentIds).update();
        Agents.changed();
    }
}
