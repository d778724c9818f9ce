package fr.forment.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.forment.catalogue.Profile;
import fr.forment.plan.PlannedSession;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Agents;
import fr.forment.territory.Circonscriptions;
import org.springframework.stereotype.Component;

/** The people a planned session is meant for: its profiles in its schools, or in the circonscription. Parents and pupils are nobody's list. */
@Component
class DesignatedPublic {

    private static final Map<Profile, AgentFunction> OF_CIRCONSCRIPTION = Map.of(Profile.IEN, AgentFunction.IEN, Profile.CPC, AgentFunction.CPC,
            Profile.ERUN, AgentFunction.ERUN, Profile.DSI, AgentFunction.DSI);
    private static final Map<Profile, AgentFunction> OF_DEPARTEMENT = Map.of(Profile.CPD, AgentFunction.CPD,
            Profile.IEN_NUMERIQUE, AgentFunction.IEN_NUMERIQUE);
    /** Those who train the schools. */
    private static final Set<AgentFunction> TRAINERS = Set.of(AgentFunction.ERUN, AgentFunction.CPC);

    private final Agents agents;
    private final Projects projects;
    private final Circonscriptions circonscriptions;

    DesignatedPublic(Agents agents, Projects projects, Circonscriptions circonscriptions) {
        this.agents = agents;
        this.projects = projects;
        this.circonscriptions = circonscriptions;
    }

    /** Directors before teachers; each person once. A school that has left the vague sends nobody. */
    Collection<Agent> of(PlannedSession planned, SessionPhase phase, String circonscriptionUai) {
        Map<Long, Agent> people = new LinkedHashMap<>();
        Stream<Agent> found = planned.schoolUais().isEmpty() ? ofCirconscription(planned.profiles(), circonscriptionUai)
                : planned.schoolUais().stream().sorted().filter(uai -> isStillIn(phase, uai)).flatMap(uai -> ofSchool(planned.profiles(), phase, uai));
        found.sorted((a, b) -> Boolean.compare(b.function() == AgentFunction.DIRECTEUR, a.function() == AgentFunction.DIRECTEUR))
                .forEach(agent -> people.putIfAbsent(agent.id(), agent));
        return people.values();
    }

    private Stream<Agent> ofSchool(Set<Profile> profiles, SessionPhase phase, String uai) {
        List<Agent> team = agents.inSchool(uai);
        Long resourcePerson = projects.place(phase.projectId(), uai).map(VagueSchool::resourcePersonId).orElse(null);
        return team.stream().filter(agent -> profiles.stream().anyMatch(profile -> switch (profile) {
            case DIRECTEUR -> agent.function() == AgentFunction.DIRECTEUR;
            case ENSEIGNANT -> agent.function().isTeacher() && agent.function() != AgentFunction.DIRECTEUR;
            case ADMINISTRATEUR -> agent.id().equals(resourcePerson);
            case NON_ENSEIGNANT -> agent.function() == AgentFunction.AESH;
            default -> false;
        }));
    }

    private Stream<Agent> ofCirconscription(Set<Profile> profiles, String uai) {
        return profiles.stream().sorted().flatMap(profile -> {
            if (OF_CIRCONSCRIPTION.containsKey(profile)) {
                return agents.withFunction(uai, OF_CIRCONSCRIPTION.get(profile)).stream();
            }
            if (OF_DEPARTEMENT.containsKey(profile)) {
                String departement = circonscriptions.find(uai).orElseThrow().departementCode();
                return agents.inDepartement(departement).stream().filter(agent -> agent.function() == OF_DEPARTEMENT.get(profile));
            }
            if (profile == Profile.FORMATEUR) {
                return TRAINERS.stream().sorted().flatMap(function -> agents.withFunction(uai, function).stream());
            }
            return Stream.empty();
        });
    }

    private boolean isStillIn(SessionPhase phase, String uai) {
        return phase.vagueId() == null || projects.place(phase.projectId(), uai)
                .filter(place -> place.vagueId().equals(phase.vagueId())).map(VagueSchool::state).filter(state -> !state.isGone()).isPresent();
    }
}
