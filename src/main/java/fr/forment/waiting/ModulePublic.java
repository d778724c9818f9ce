package fr.forment.waiting;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whether a module is meant for somebody, by his function; resource persons by the school's place in its project. */
@Component
@RequiredArgsConstructor
class ModulePublic {

    private final Projects projects;

    boolean includes(TrainingModule module, Agent agent) {
        return module.profiles().stream().anyMatch(profile -> isOf(profile, agent));
    }

    /** « direction d'école, enseignants ». */
    static String told(TrainingModule module) {
        return module.profiles().stream()
                .filter(profile -> profile != Profile.ELEVE && profile != Profile.PARENT)
                .sorted()
                .map(profile -> French.inSentence(profile.label()))
                .collect(Collectors.joining(", "));
    }

    /** Directors teach too, whatever a plan counts them as. */
    private boolean isOf(Profile profile, Agent agent) {
        Set<AgentFunction> offices = profile.functions();
        return switch (profile) {
            case DIRECTEUR -> agent.function() == AgentFunction.DIRECTEUR;
            case ENSEIGNANT -> agent.function().isTeacher();
            case NON_ENSEIGNANT -> agent.function().isOtherStaff();
            case ADMINISTRATEUR, PERSONNE_RESSOURCE -> isResourcePerson(agent);
            case PARENT, ELEVE -> false;
            default -> offices.contains(agent.function());
        };
    }

    private boolean isResourcePerson(Agent agent) {
        return agent.schoolUai() != null
                && projects.currentPlace(agent.schoolUai())
                        .map(VagueSchool::resourcePersonId)
                        .filter(agent.id()::equals)
                        .isPresent();
    }
}
