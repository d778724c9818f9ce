package fr.forment.arrival;

import fr.forment.account.AgentFunction;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who leaves which place, in words, and who may say so. */
@Component
@RequiredArgsConstructor
public class DeparturePeople {

    private final Agents agents;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    Agent agent(Departure departure) {
        return agents.find(departure.agentId()).orElseThrow();
    }

    /** "Alix Martin, poste d'adjoint". */
    public String who(Departure departure) {
        Agent agent = agent(departure);
        return agent.fullName() + ", " + agent.function().post();
    }

    /** "Alix Martin – École du Port (Redon)". */
    public String personAndPlace(Departure departure) {
        return agent(departure).fullName() + " – " + place(departure);
    }

    public String place(Departure departure) {
        if (departure.schoolUai() != null) {
            return schools.find(departure.schoolUai()).map(School::displayName).orElse(departure.schoolUai());
        }
        return departure.circonscriptionUai() == null
                ? "Département " + departure.departementCode()
                : circonscriptions
                        .find(departure.circonscriptionUai())
                        .map(Circonscription::name)
                        .orElse(departure.circonscriptionUai());
    }

    /** The director, the secretary and the E-RUN; nobody is asked of his own departure alone. */
    public List<String> confirmers(Departure departure) {
        String circonscription = departure.circonscriptionUai();
        if (circonscription == null) {
            return List.of(Groups.of(Role.IEN_NUMERIQUE, departure.departementCode()));
        }
        String first = isUnderADirector(departure)
                ? Groups.of(Role.DIRECTEUR, departure.schoolUai())
                : Groups.of(Role.IEN, circonscription);
        return List.of(first, Groups.of(Role.SECRETAIRE, circonscription), Groups.of(Role.ERUN, circonscription));
    }

    boolean isUnderADirector(Departure departure) {
        return departure.schoolUai() != null && agent(departure).function() != AgentFunction.DIRECTEUR;
    }
}
