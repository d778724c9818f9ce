package fr.forment.plan.web;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.Plan;
import fr.forment.project.Projects;
import fr.forment.resource.MeetingRoom;
import fr.forment.resource.Room;
import fr.forment.resource.Rooms;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the editing pages offer: modules, vagues, schools, places and trainers. */
@Component
@RequiredArgsConstructor
class EditChoices {

    /** A choice of a list: what is sent, what is read. */
    record Choice(String value, String label) {}

    private static final List<AgentFunction> TRAINERS = List.of(
            AgentFunction.ERUN, AgentFunction.CPC, AgentFunction.DSI, AgentFunction.FOURNISSEUR, AgentFunction.IEN);

    private final Catalogue catalogue;
    private final Projects projects;
    private final Schools schools;
    private final Agents agents;
    private final Circonscriptions circonscriptions;
    private final Rooms rooms;
    private final TrainerList trainerList;

    /**
     * @param moduleCode of the session, {@code day} its date: who may lead it then comes first; null while not chosen
     */
    void put(Plan plan, String moduleCode, LocalDate day, Model model) {
        Circonscription circonscription = circonscriptions
                .find(projects.find(plan.projectId()).orElseThrow().circonscriptionUai())
                .orElseThrow();
        List<String> uais = projects.schools(plan.projectId());
        Map<String, School> known = schools.findAll(uais);
        List<School> inProject = uais.stream().map(known::get).toList();
        model.addAttribute(
                "modules",
                catalogue.active().stream()
                        .filter(TrainingModule::isHeldInSessions)
                        .map(module -> new Choice(module.code(), module.title()))
                        .toList());
        model.addAttribute(
                "vagues",
                projects.vagues(plan.projectId()).stream()
                        .map(vague -> new Choice(String.valueOf(vague.rank()), vague.title()))
                        .toList());
        model.addAttribute(
                "schools",
                inProject.stream()
                        .map(school -> new Choice(school.uai(), school.displayName()))
                        .toList());
        List<MeetingRoom> named = rooms.withThoseLost(circonscription.uai());
        List<Choice> places = new ArrayList<>(inProject.stream()
                .map(school -> new Choice(school.uai(), school.displayName() + lost(named, school.uai(), day)))
                .toList());
        places.addAll(Stream.concat(
                        Stream.of(circonscription.shortName()),
                        inProject.stream().map(School::commune))
                .distinct()
                .sorted()
                .map(town -> new Choice(town, "Salle à " + town))
                .toList());
        named.stream()
                .flatMap(room -> room instanceof Room listed ? Stream.of(listed) : Stream.<Room>empty())
                .filter(room -> room.schoolUai() == null)
                .map(room -> new Choice(room.place(), room.label() + lost(named, room.place(), day)))
                .forEach(places::add);
        places.add(new Choice(Format.DISTANCE.label(), Format.DISTANCE.label()));
        model.addAttribute(
                "formats",
                Arrays.stream(Format.values()).filter(Format::isSession).toList());
        model.addAttribute("places", places);
        model.addAttribute("trainers", trainers(circonscription, inProject, moduleCode, day));
    }

    /** @param day null while it is to be chosen: then everything may do */
    private static String lost(List<MeetingRoom> known, String place, LocalDate day) {
        return day != null && MeetingRoom.isLost(known, place, day)
                ? " – salle indisponible le " + French.numeric(day)
                : "";
    }

    private List<Choice> trainers(
            Circonscription circonscription, List<School> inProject, String moduleCode, LocalDate day) {
        Map<AgentFunction, List<Agent>> office = agents.inCirconscription(circonscription.uai()).stream()
                .collect(Collectors.groupingBy(Agent::function));
        Stream<Agent> ofTeam = TRAINERS.stream().flatMap(function -> office.getOrDefault(function, List.of()).stream());
        Stream<Agent> directors = agents
                .directorsOf(inProject.stream().map(School::uai).toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(Agent::lastName));
        Map<Long, Agent> known = new LinkedHashMap<>();
        Stream.of(ofTeam, trainerList.of(circonscription).stream(), directors)
                .flatMap(agent -> agent)
                .forEach(agent -> known.putIfAbsent(agent.id(), agent));
        List<Agent> all = List.copyOf(known.values());
        Predicate<Agent> may = may(all, moduleCode, day);
        return Stream.concat(all.stream().filter(may), all.stream().filter(may.negate()))
                .map(agent -> new Choice(
                        String.valueOf(agent.id()),
                        agent.fullName() + " – " + agent.function().label()
                                + (may.test(agent) ? "" : " (sans habilitation pour ce module)")))
                .toList();
    }

    /** Everybody while module or day are to be chosen. */
    private Predicate<Agent> may(List<Agent> all, String moduleCode, LocalDate day) {
        Optional<TrainingModule> module = day == null || moduleCode == null || moduleCode.isBlank()
                ? Optional.empty()
                : catalogue.find(moduleCode);
        if (module.isEmpty()) {
            return agent -> true;
        }
        Skills skills = trainerList.skills(all);
        return agent -> skills.origin(agent, module.get(), day).isGiven();
    }
}
