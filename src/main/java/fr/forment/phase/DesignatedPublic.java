package fr.forment.phase;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.PlannedSession;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.session.SessionPhase;
import fr.forment.territory.Circonscriptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The people a planned session is meant for: its profiles in its schools, or in the circonscription. Parents and pupils
 * are nobody's list.
 */
@Component
@RequiredArgsConstructor
class DesignatedPublic {

    /** Somebody, and as what he may count in the session: the first of them first. */
    record Meant(Agent agent, Set<Profile> as) {}

    private final Agents agents;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final Catalogue catalogue;

    /**
     * By school ("" for the circonscription's own people), each person once. A school that has left the vague sends
     * nobody.
     */
    Map<String, List<Meant>> of(PlannedSession planned, SessionPhase phase, String circonscriptionUai) {
        if (planned.schoolUais().isEmpty()) {
            return Map.of("", ofCirconscription(planned.profiles(), circonscriptionUai));
        }
        Set<Profile> ofModule = catalogue
                .find(planned.moduleCode())
                .map(TrainingModule::profiles)
                .orElse(planned.profiles());
        Map<String, List<Meant>> people = new LinkedHashMap<>();
        planned.schoolUais().stream()
                .sorted()
                .filter(uai -> isStillIn(phase, uai))
                .forEach(uai -> people.put(
                        uai, ofSchool(planned.profiles(), ofModule.contains(Profile.DIRECTEUR), phase, uai)));
        return people;
    }

    /**
     * @param directorsApart the module is meant for directors as such; elsewhere they count as teachers, as the grid
     *     counts them
     */
    private List<Meant> ofSchool(Set<Profile> profiles, boolean directorsApart, SessionPhase phase, String uai) {
        Long resourcePerson = projects.place(phase.projectId(), uai)
                .map(VagueSchool::resourcePersonId)
                .orElse(null);
        List<Meant> found = new ArrayList<>();
        for (Agent agent : agents.inSchool(uai)) {
            boolean director = agent.function() == AgentFunction.DIRECTEUR;
            Set<Profile> as = EnumSet.noneOf(Profile.class);
            profiles.stream()
                    .filter(profile -> switch (profile) {
                        case DIRECTEUR -> director;
                        case ENSEIGNANT -> agent.function().isTeacher() && !(director && directorsApart);
                        case ADMINISTRATEUR, PERSONNE_RESSOURCE -> agent.id().equals(resourcePerson);
                        case NON_ENSEIGNANT -> agent.function().isOtherStaff();
                        default -> false;
                    })
                    .forEach(as::add);
            if (!as.isEmpty()) {
                found.add(new Meant(agent, as));
            }
        }
        return found;
    }

    private List<Meant> ofCirconscription(Set<Profile> profiles, String uai) {
        String departement = circonscriptions.find(uai).orElseThrow().departementCode();
        List<Agent> offices = agents.inOffices(List.of(uai, departement));
        Map<Long, Meant> found = new LinkedHashMap<>();
        profiles.stream().sorted().forEach(profile -> offices.stream()
                .filter(agent -> profile.functions().contains(agent.function()))
                .forEach(agent -> found.computeIfAbsent(
                                agent.id(), id -> new Meant(agent, EnumSet.noneOf(Profile.class)))
                        .as()
                        .add(profile)));
        return List.copyOf(found.values());
    }

    private boolean isStillIn(SessionPhase phase, String uai) {
        return phase.vagueId() == null
                || projects.place(phase.projectId(), uai)
                        .filter(place -> place.vagueId().equals(phase.vagueId()))
                        .map(VagueSchool::state)
                        .filter(state -> !state.isGone())
                        .isPresent();
    }
}
