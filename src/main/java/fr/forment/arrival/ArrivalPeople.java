package fr.forment.arrival;

import fr.forment.account.AgentFunction;
import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who arrives where, in words, and who answers for it. */
@Component
@RequiredArgsConstructor
public class ArrivalPeople {

    private final Agents agents;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final Catalogue catalogue;
    private final Clock clock;

    Agent agent(Arrival arrival) {
        return agents.find(arrival.agentId()).orElseThrow();
    }

    /** On the list, and not missing from the last one. */
    boolean isReachable(Arrival arrival) {
        return isStillHere(arrival) && agent(arrival).missingSince() == null;
    }

    /** Still active, and in the same place. */
    boolean isStillHere(Arrival arrival) {
        Agent agent = agent(arrival);
        return agent.isActiveOn(LocalDate.now(clock)) && arrival.placeUai().equals(Arrival.placeOf(agent));
    }

    /** "Alix Martin, poste d'adjoint". */
    public String who(Arrival arrival) {
        Agent agent = agent(arrival);
        return agent.fullName() + ", " + agent.function().post();
    }

    /** "Alix Martin – École du Port (Redon)". */
    public String personAndPlace(Arrival arrival) {
        return agent(arrival).fullName() + " – " + place(arrival);
    }

    /** The first day, as far as it is known. */
    public LocalDate since(Arrival arrival) {
        return since(arrival, agent(arrival));
    }

    public static LocalDate since(Arrival arrival, Agent agent) {
        if (arrival.takenUpOn() != null) {
            return arrival.takenUpOn();
        }
        LocalDate listed = agent.arrivedOn();
        return listed == null ? arrival.detectedOn() : listed;
    }

    public String place(Arrival arrival) {
        return arrival.schoolUai() != null
                ? schools.find(arrival.schoolUai()).map(School::displayName).orElse(arrival.schoolUai())
                : circonscriptions
                        .find(arrival.circonscriptionUai())
                        .map(Circonscription::name)
                        .orElse(arrival.circonscriptionUai());
    }

    /** "Usage pédagogique, niveau 1" for some modules (most titles say it themselves). */
    public String title(String moduleCode) {
        return catalogue.find(moduleCode).map(TrainingModule::title).orElse(moduleCode);
    }

    /** The director confirms, with the E-RUN as back-up; nobody confirms his own arrival. */
    public List<String> confirmers(Arrival arrival) {
        boolean directorAnswers = arrival.schoolUai() != null && agent(arrival).function() != AgentFunction.DIRECTEUR;
        String circonscription = arrival.circonscriptionUai();
        return directorAnswers
                ? List.of(Groups.of(Role.DIRECTEUR, arrival.schoolUai()), Groups.of(Role.ERUN, circonscription))
                : List.of(
                        Groups.of(Role.ERUN, circonscription),
                        Groups.of(Role.SECRETAIRE, circonscription),
                        Groups.of(Role.IEN, circonscription));
    }

    public List<String> settlers(Arrival arrival) {
        return List.of(
                Groups.of(Role.IEN, arrival.circonscriptionUai()), Groups.of(Role.ERUN, arrival.circonscriptionUai()));
    }
}
