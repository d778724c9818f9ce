package fr.forment.project;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.Decisions;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Agents;
import fr.forment.staff.TrainingRecords;
import org.springframework.stereotype.Component;

/**
 * Gate 2: whether a school may open. Facts come from people's training records, the answer from {@code openingGate.dmn}. What has to be
 * followed before the opening is what the catalogue marks so.
 */
@Component
public class OpeningGate {

    private final Decisions decisions;
    private final Catalogue catalogue;
    private final Agents agents;
    private final TrainingRecords records;

    OpeningGate(Decisions decisions, Catalogue catalogue, Agents agents, TrainingRecords records) {
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.agents = agents;
        this.records = records;
    }

    /** What the gate answers today. */
    public GateVerdict ask(Project project, VagueSchool place) {
        GateFacts facts = facts(project, place);
        Set<GateReason> reasons = EnumSet.noneOf(GateReason.class);
        decisions.decide("openingGate", Map.of("directorTrained", facts.directorTrained(), "resourcePersonTrained",
                facts.resourcePersonTrained(), "teacherShare", facts.teacherShare(), "threshold", facts.threshold(),
                "charterSigned", facts.charterSigned(), "waived", facts.waived())).stream()
                .filter(row -> row.get("verdict").equals("refused"))
                .forEach(row -> reasons.add(GateReason.valueOf((String) row.get("reason"))));
        return new GateVerdict(facts, reasons);
    }

    private GateFacts facts(Project project, VagueSchool place) {
        List<Agent> people = agents.inSchool(place.schoolUai());
        Map<Long, Set<String>> held = records.of(people.stream().map(Agent::id).toList());
        Long director = agents.directorOf(place.schoolUai()).map(Agent::id).orElse(null);
        List<Agent> teachers = people.stream()
                .filter(agent -> agent.function().isTeacher() && agent.function() != AgentFunction.DIRECTEUR).toList();
        long trained = teachers.stream().filter(agent -> has(held, agent.id(), Profile.ENSEIGNANT)).count();
        int share = teachers.isEmpty() ? 100 : (int) (100 * trained / teachers.size());
        boolean directorTrained = director != null && has(held, director, Profile.DIRECTEUR);
        Long resource = place.resourcePersonId();
        boolean resourceTrained = resource != null && (resource.equals(director) ? directorTrained
                : teachers.stream().anyMatch(agent -> agent.id().equals(resource)) && has(held, resource, Profile.ENSEIGNANT));
        return new GateFacts(directorTrained, resourceTrained, share, project.teacherThreshold(), place.charterSignedOn() != null,
                place.isWaived());
    }

    private boolean has(Map<Long, Set<String>> held, Long agentId, Profile profile) {
        return held.getOrDefault(agentId, Set.of()).containsAll(catalogue.active().stream()
                .filter(module -> module.isBeforeOpening(profile)).map(TrainingModule::code).toList());
    }
}
