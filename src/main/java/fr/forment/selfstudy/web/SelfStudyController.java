package fr.forment.selfstudy.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.catalogue.Tutorials;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.selfstudy.Follower;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.selfstudy.SelfStudyService;
import fr.forment.territory.Circonscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people follow alone: one's own, one's school's, and how far the circonscription is. */
@Controller
@RequiredArgsConstructor
class SelfStudyController {

    private final SelfStudies studies;
    private final SelfStudyService service;
    private final Catalogue catalogue;
    private final Tutorials tutorials;
    private final Agents agents;
    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final TeamRights team;

    /** @param who null for oneself; @param material null where none is known */
    record Row(Follower follower, String module, String who, Tutorials.Tutorial material) {}

    /** @param followed of {@code asked} */
    record Far(String module, String place, java.time.LocalDate dueOn, int asked, int followed) {}

    @GetMapping("/autoformations")
    String page(@RequestParam(defaultValue = "1") int page, Model model) {
        Map<String, TrainingModule> modules =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, Function.identity()));
        Map<String, Map<String, Tutorials.Tutorial>> materials = new HashMap<>();
        Long own = me.agentId();
        model.addAttribute(
                "mine",
                (own == null ? List.<Follower>of() : studies.ofPeople(List.of(own)))
                        .stream()
                                .map(follower -> row(follower, null, modules, materials))
                                .toList());
        Map<Long, Agent> directed = directed().stream()
                .filter(agent -> !Objects.equals(agent.id(), own))
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        model.addAttribute(
                "directed",
                studies.ofPeople(directed.keySet()).stream()
                        .map(follower ->
                                row(follower, directed.get(follower.agentId()).fullName(), modules, materials))
                        .toList());
        Map<String, String> places = perimeter.circonscriptions().stream()
                .filter(team::isOfTeamOrAdviser)
                .collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName));
        model.addAttribute("seesAll", !places.isEmpty());
        model.addAttribute(
                "all",
                Slice.read(
                        page,
                        studies.count(places.keySet()),
                        (from, size) -> studies.progress(places.keySet(), from, size).stream()
                                .map(each -> new Far(
                                        title(modules, each.study().moduleCode()),
                                        places.get(each.study().circonscriptionUai()),
                                        each.study().dueOn(),
                                        each.asked(),
                                        each.followed()))
                                .toList()));
        return "selfstudy/list";
    }

    @PostMapping("/autoformations/{followerId}/suivie")
    String declare(@PathVariable long followerId, RedirectAttributes next) {
        Follower follower = Reach.of(studies.follower(followerId), this::speaksFor);
        me.act(() -> speaksFor(follower));
        next.addFlashAttribute(
                "done",
                service.declare(followerId)
                        ? "C'est noté : la formation est suivie et son temps est décompté."
                        : "C'était déjà noté : rien n'a changé.");
        return "redirect:/autoformations";
    }

    private boolean speaksFor(Follower follower) {
        return Objects.equals(follower.agentId(), me.agentId())
                || directed().stream().anyMatch(agent -> agent.id() == follower.agentId());
    }

    private List<Agent> directed() {
        Set<String> schools = me.perimeters(Role.DIRECTEUR);
        return schools.isEmpty() ? List.of() : agents.inSchools(schools);
    }

    private Row row(
            Follower follower,
            String who,
            Map<String, TrainingModule> modules,
            Map<String, Map<String, Tutorials.Tutorial>> materials) {
        return new Row(
                follower,
                title(modules, follower.moduleCode()),
                who,
                materials
                        .computeIfAbsent(follower.circonscriptionUai(), tutorials::in)
                        .get(follower.moduleCode()));
    }

    private static String title(Map<String, TrainingModule> modules, String code) {
        return modules.containsKey(code) ? modules.get(code).title() : "Formation à l'ENT";
    }
}
