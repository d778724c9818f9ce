package fr.forment.people;

import fr.forment.account.AgentFunction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an accepted list says of one known person, by the writer of lists; all it does not say stays. */
@Component
@Transactional
@RequiredArgsConstructor
public class ListSays {

    private static final String WHY = "liste « essai.csv »";

    private final ListedPeople listed;
    private final Restoration restoration;
    private final Agents agents;

    /** That from this day on the person works as something else. */
    public void function(Agent person, AgentFunction function, LocalDate on) {
        Agent agent = agents.find(person.id()).orElseThrow();
        said(agent, agent.lastName(), agent.email(), function, agent.quotity(), agent.constellation(), on);
    }

    public void service(long agentId, int quotity, boolean constellation) {
        Agent agent = agents.find(agentId).orElseThrow();
        LocalDate today = agents.today();
        said(agent, agent.lastName(), agent.email(), agent.function(), quotity, constellation, today);
    }

    public void address(Agent person, String email) {
        Agent agent = agents.find(person.id()).orElseThrow();
        said(agent, agent.lastName(), email, agent.function(), agent.quotity(), agent.constellation(), agents.today());
    }

    public void lastName(Agent person, String name) {
        Agent agent = agents.find(person.id()).orElseThrow();
        said(agent, name, agent.email(), agent.function(), agent.quotity(), agent.constellation(), agents.today());
    }

    /** The list that brought the address is undone. */
    public void noAddress(Agent person) {
        Agent agent = agents.find(person.id()).orElseThrow();
        FormerAgent without = new FormerAgent(
                agent.id(),
                agent.lastName(),
                agent.firstName(),
                null,
                agent.function(),
                agent.functionSince(),
                agent.schoolUai(),
                agent.circonscriptionUai(),
                agent.departementCode(),
                agent.quotity(),
                agent.constellation(),
                agent.arrivedOn(),
                agent.leftOn(),
                agent.missingSince());
        restoration.restore(List.of(without), Map.of(agent.id(), agent.email()), "import « essai.csv » annulé");
    }

    private void said(
            Agent agent,
            String lastName,
            String email,
            AgentFunction function,
            int quotity,
            boolean constellation,
            LocalDate on) {
        NewAgent who = new NewAgent(
                lastName,
                agent.firstName(),
                email,
                function,
                agent.schoolUai(),
                agent.circonscriptionUai(),
                agent.departementCode(),
                quotity,
                constellation,
                null,
                null);
        Map<String, Long> directors =
                agent.schoolUai() == null ? Map.of() : listed.directors(List.of(agent.schoolUai()));
        listed.change(List.of(new ListedPeople.Said(agent.id(), agent.version(), who, agent.email(), on, null)), WHY);
        listed.tellDirectors(directors.keySet(), directors, ArrivalKind.NEWCOMER);
    }
}
