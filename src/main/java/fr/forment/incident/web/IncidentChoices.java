package fr.forment.incident.web;

import fr.forment.incident.Happened;
import fr.forment.incident.HitSessions;
import fr.forment.incident.IncidentService;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TeamRights;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Room;
import fr.forment.resource.Rooms;
import fr.forment.resource.TrainerList;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What somebody may choose from when he says what happened. */
@Component
@RequiredArgsConstructor
class IncidentChoices {

    /** A choice of a list: what is sent, what is read. */
    record Choice(String value, String label) {}

    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final Schools schools;
    private final Rooms rooms;
    private final TrainerList trainers;
    private final Agents agents;
    private final HitSessions hits;
    private final IncidentService service;
    private final TeamRights team;

    void put(Plan plan, Project project, List<PlannedSession> sessions, IncidentForm form, Model model) {
        Circonscription where =
                circonscriptions.find(project.circonscriptionUai()).orElseThrow();
        List<String> uais = projects.schools(plan.projectId());
        Map<String, School> known = schools.findAll(uais);
        model.addAttribute("plan", plan);
        model.addAttribute("project", project);
        model.addAttribute("form", form);
        model.addAttribute("kinds", Happened.values());
        model.addAttribute("kind", form.what());
        model.addAttribute(
                "schools",
                uais.stream()
                        .map(uai -> new Choice(uai, known.get(uai).displayName()))
                        .toList());
        switch (form.what()) {
            case ABSENCE, GREVE -> model.addAttribute("people", people(where, sessions));
            case SALLE -> model.addAttribute("places", places(where, sessions, known));
            case ARRIVEE -> model.addAttribute("joining", joining(sessions, uais, known));
            case RESSOURCES, RETARD, FERMETURE, DEPART -> {}
        }
        model.addAttribute("awaited", hits.isAwaited(plan.id()));
        model.addAttribute("lets", team.answersFor(project.circonscriptionUai()));
        model.addAttribute("live", plan.state().isOpen() || plan.state() == PlanState.APPROUVE);
        Plan open = service.openBeside(plan).orElse(null);
        model.addAttribute("open", open);
        model.addAttribute("openPage", open == null ? null : form.page(open.id()));
        model.addAttribute(
                "inForcePage",
                service.inForceInsteadOf(plan)
                        .map(other -> form.page(other.id()))
                        .orElse(null));
    }

    private List<Choice> people(Circonscription where, List<PlannedSession> sessions) {
        Map<Long, Agent> found = new LinkedHashMap<>();
        trainers.of(where).forEach(agent -> found.put(agent.id(), agent));
        agents.all(sessions.stream()
                        .map(PlannedSession::trainerAgentId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .forEach(agent -> found.putIfAbsent(agent.id(), agent));
        return found.values().stream()
                .sorted(Comparator.comparing(Agent::foldedName))
                .map(agent -> new Choice(
                        String.valueOf(agent.id()),
                        agent.fullName() + " – " + agent.function().label()))
                .toList();
    }

    private List<Choice> places(Circonscription where, List<PlannedSession> sessions, Map<String, School> known) {
        Map<String, String> found = new LinkedHashMap<>();
        sessions.stream()
                .map(PlannedSession::place)
                .filter(known::containsKey)
                .forEach(uai -> found.put(uai, known.get(uai).displayName()));
        List<String> places =
                rooms.of(where.uai()).stream().map(Room::place).distinct().toList();
        sessions.stream()
                .map(PlannedSession::place)
                .filter(MeetingPlace::isRoom)
                .forEach(place -> found.putIfAbsent(place, place));
        Map<String, School> hosts = schools.findAll(places);
        places.forEach(place -> found.putIfAbsent(
                place, hosts.containsKey(place) ? hosts.get(place).displayName() : place));
        return found.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    /** Schools of the project that no session seats yet. */
    private static List<Choice> joining(List<PlannedSession> sessions, List<String> uais, Map<String, School> known) {
        return uais.stream()
                .filter(uai ->
                        sessions.stream().noneMatch(session -> session.seats().containsKey(uai)))
                .map(uai -> new Choice(uai, known.get(uai).displayName()))
                .toList();
    }
}
