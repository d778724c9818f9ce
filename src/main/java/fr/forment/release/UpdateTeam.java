package fr.forment.release;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who learns of a version first, as the fiche says: E-RUN, IEN, IEN in charge of the digital mission. */
@Component
@RequiredArgsConstructor
public class UpdateTeam {

    private final Agents agents;
    private final Circonscriptions circonscriptions;
    private final Sessions sessions;
    private final SessionHalfDays halfDays;

    /** By name, each once. */
    public List<Agent> of(String circonscriptionUai) {
        Map<Long, Agent> team = new TreeMap<>();
        Stream.of(Role.ERUN, Role.IEN)
                .flatMap(role -> agents.withRole(role, circonscriptionUai).stream())
                .forEach(agent -> team.put(agent.id(), agent));
        circonscriptions
                .find(circonscriptionUai)
                .map(Circonscription::departementCode)
                .ifPresent(code ->
                        agents.withRole(Role.IEN_NUMERIQUE, code).forEach(agent -> team.put(agent.id(), agent)));
        return team.values().stream()
                .sorted(Comparator.comparing(Agent::lastName))
                .toList();
    }

    /** The supplier's trainer; null while none is known. */
    Long supplier(String circonscriptionUai) {
        return agents.withFunction(circonscriptionUai, AgentFunction.FOURNISSEUR).stream()
                .findFirst()
                .map(Agent::id)
                .orElse(null);
    }

    /** Neither leaving before that session nor taken by another one meanwhile. */
    boolean isFree(Agent agent, TrainingSession session) {
        return agent.isActiveOn(session.day())
                && Stream.concat(sessions.ofAgent(agent.id()).stream(), sessions.givenBy(agent.id()).stream())
                        .filter(other -> !other.state().isOver() && !other.id().equals(session.id()))
                        .noneMatch(other -> overlap(agent, other, session));
    }

    /** At the half-days at which he is there: the weeks between two of them are his. */
    private boolean overlap(Agent agent, TrainingSession one, TrainingSession other) {
        Long giver = halfDays.giver(one, agent.id());
        return halfDays.of(one).stream()
                .filter(half -> giver == null || half.isGivenBy(giver, one))
                .anyMatch(half -> half.startsAt().isBefore(other.endsAt())
                        && other.startsAt().isBefore(half.endsAt()));
    }
}
