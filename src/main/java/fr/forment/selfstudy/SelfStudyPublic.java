package fr.forment.selfstudy;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.territory.Circonscriptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who is to follow a module alone: its publics in the schools of the vague, or in the circonscription; neither who has
 * followed it already, nor who has no hours left for it, unless it comes before the opening. Pupils and parents are
 * nobody's list.
 */
@Component
@RequiredArgsConstructor
class SelfStudyPublic {

    private final Projects projects;
    private final Agents agents;
    private final TrainingRecords records;
    private final HoursLedger hours;
    private final Circonscriptions circonscriptions;

    List<Agent> of(SelfStudy study, TrainingModule module, String schoolYear) {
        List<Agent> meant = study.vagueId() == null ? ofOffices(study, module) : ofSchools(study, module);
        Map<Long, Set<String>> trained =
                records.of(meant.stream().map(Agent::id).toList());
        List<Agent> untrained = meant.stream()
                .filter(agent -> !trained.getOrDefault(agent.id(), Set.of()).contains(module.code()))
                .toList();
        hours.hold(untrained.stream().map(Agent::id).toList());
        Map<Long, Integer> left = hours.entMinutesLeft(untrained, schoolYear);
        return untrained.stream()
                .filter(agent -> !hours.owesHours(agent)
                        || left.getOrDefault(agent.id(), 0) >= study.minutes()
                        || isDue(module, agent))
                .toList();
    }

    /** Whether what somebody follows alone takes of his hours. */
    boolean owesHours(long agentId) {
        return agents.find(agentId).filter(hours::owesHours).isPresent();
    }

    private List<Agent> ofOffices(SelfStudy study, TrainingModule module) {
        String departement =
                circonscriptions.find(study.circonscriptionUai()).orElseThrow().departementCode();
        return agents.inOffices(List.of(study.circonscriptionUai(), departement)).stream()
                .filter(agent -> module.profiles().stream()
                        .anyMatch(profile -> profile.functions().contains(agent.function())))
                .toList();
    }

    private List<Agent> ofSchools(SelfStudy study, TrainingModule module) {
        List<VagueSchool> staying = projects.schoolsOf(study.vagueId()).stream()
                .filter(place -> !place.state().isGone())
                .toList();
        Set<Long> resources = staying.stream()
                .map(VagueSchool::resourcePersonId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return agents.inSchools(staying.stream().map(VagueSchool::schoolUai).toList()).stream()
                .filter(agent -> module.profiles().stream()
                        .anyMatch(profile -> is(agent, profile, resources.contains(agent.id()))))
                .toList();
    }

    private static boolean is(Agent agent, Profile profile, boolean resource) {
        return switch (profile) {
            case DIRECTEUR -> agent.function() == AgentFunction.DIRECTEUR;
            case ENSEIGNANT -> agent.function().isTeacher();
            case ADMINISTRATEUR, PERSONNE_RESSOURCE -> resource;
            case NON_ENSEIGNANT -> agent.function().isOtherStaff();
            case IEN, IEN_NUMERIQUE, CPD, CPC, ERUN, DSI, FORMATEUR, PARENT, ELEVE -> false;
        };
    }

    private static boolean isDue(TrainingModule module, Agent agent) {
        return module.isBeforeOpening(
                agent.function() == AgentFunction.DIRECTEUR ? Profile.DIRECTEUR : Profile.ENSEIGNANT);
    }
}
