package fr.forment.project.opening;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who may be the resource person of a school: a teacher of it; the director only where there is no other teacher. */
@Component
@RequiredArgsConstructor
public class ResourcePersons {

    private final Agents agents;

    /** By name. */
    public List<Agent> eligible(String uai) {
        List<Agent> teachers = agents.inSchool(uai).stream()
                .filter(agent -> agent.function().isTeacher())
                .toList();
        List<Agent> others = teachers.stream()
                .filter(agent -> agent.function() != AgentFunction.DIRECTEUR)
                .toList();
        return others.isEmpty() ? teachers : others;
    }

    /** Somebody to choose, as a list shows him. */
    public record Choice(long id, String label) {}

    /** Those of whom it is asked whether they have left come last, and it is said. */
    public List<Choice> choices(String uai) {
        return eligible(uai).stream()
                .sorted(Comparator.comparing((Agent agent) -> agent.missingSince() != null))
                .map(agent -> new Choice(
                        agent.id(), agent.fullName() + (agent.missingSince() == null ? "" : " (départ à confirmer)")))
                .toList();
    }

    void check(String uai, Long agentId) {
        if (eligible(uai).stream().noneMatch(agent -> Objects.equals(agent.id(), agentId))) {
            throw new Refusal(
                    "La personne ressource est à choisir parmi les enseignants de l'école.", "resourcePersonId");
        }
    }
}
