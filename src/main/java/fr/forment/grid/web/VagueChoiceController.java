package fr.forment.grid.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.vague.VagueCandidate;
import fr.forment.grid.vague.VagueMix;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.choice.VagueChoiceService;
import fr.forment.survey.SchoolWishes;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/**
 * The schools of the vagues to come: proposed from priorities and wishes, each with its reason, decided by a person.
 */
@Controller
@RequiredArgsConstructor
class VagueChoiceController {

    private static final String SCHOOL = "ecole.";
    private static final int ALL = 100_000;

    /**
     * @param proposed what the mix says, and why
     * @param chosen rank selected in the form
     */
    public record Row(VagueMix.Proposed proposed, int chosen) {}

    /** @param keen of its schools, those that wish it */
    public record Mixed(int rank, long schools, long keen) {}

    private final Projects projects;
    private final VagueChoiceService choice;
    private final Needs needs;
    private final GridFigures figures;
    private final Schools schools;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn me;

    @GetMapping("/projets/{id:\\d+}/vagues")
    String show(@PathVariable long id, Model model) {
        return page(readable(id), Map.of(), "", model);
    }

    @PostMapping("/projets/{id:\\d+}/vagues")
    String choose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> all,
            Model model,
            RedirectAttributes next) {
        Project project = readable(id);
        me.act(() -> team.answersFor(project.circonscriptionUai()));
        Map<String, Integer> ranks = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(SCHOOL) && value.matches("\\d{1,2}")) {
                ranks.put(name.substring(SCHOOL.length()), Integer.valueOf(value));
            }
        });
        Reach.within(ranks.keySet(), projects.schools(id));
        try {
            int moved = choice.place(id, ranks, reason);
            next.addFlashAttribute(
                    "done",
                    moved == 0
                            ? "La répartition reste la même."
                            : "La répartition est enregistrée : "
                                    + French.count(moved, "école déplacée", "écoles déplacées") + ".");
            return "redirect:/projets/" + id + "/vagues";
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            return page(project, ranks, reason, model);
        }
    }

    private String page(Project project, Map<String, Integer> typed, String reason, Model model) {
        List<Vague> open = choice.open(project.id());
        List<VagueCandidate> candidates = candidates(project, open);
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        candidates.forEach(each -> sizes.merge(each.vague(), 1, Integer::sum));
        Map<String, VagueMix.Proposed> mix = sizes.isEmpty() ? Map.of() : VagueMix.of(candidates, sizes);
        List<Row> rows = mix.values().stream()
                .map(each -> new Row(each, typed.getOrDefault(each.school().uai(), each.vague())))
                .sorted(Comparator.comparingInt(row -> row.proposed().vague()))
                .toList();
        model.addAttribute("project", project);
        model.addAttribute("open", open);
        model.addAttribute("rows", rows);
        model.addAttribute("reason", reason);
        model.addAttribute("ranked", candidates.stream().anyMatch(each -> each.priority() != null));
        model.addAttribute(
                "moved",
                rows.stream()
                        .filter(row -> row.proposed().vague()
                                != row.proposed().school().vague())
                        .count());
        model.addAttribute(
                "mixed", sizes.keySet().stream().map(rank -> mixed(rank, rows)).toList());
        model.addAttribute("mayChoose", team.answersFor(project.circonscriptionUai()));
        model.addAttribute("planned", project.state().compareTo(ProjectState.PLAN) >= 0);
        return "grid/vagues";
    }

    private static Mixed mixed(int rank, List<Row> rows) {
        List<Row> its =
                rows.stream().filter(row -> row.proposed().vague() == rank).toList();
        return new Mixed(
                rank,
                its.size(),
                its.stream()
                        .filter(row -> Integer.valueOf(rank)
                                .equals(row.proposed().school().wish()))
                        .count());
    }

    private List<VagueCandidate> candidates(Project project, List<Vague> open) {
        Map<Long, Integer> ranks = open.stream().collect(Collectors.toMap(Vague::id, Vague::rank));
        List<VagueSchool> places = projects.schoolsOf(ranks.keySet()).values().stream()
                .flatMap(List::stream)
                .filter(place -> place.state().isMovable())
                .toList();
        Map<String, School> known =
                schools.findAll(places.stream().map(VagueSchool::schoolUai).toList());
        Optional<Campaign> campaign = needs.ofProject(project.id());
        Map<String, SchoolWishes> wishes = campaign.map(needs::wishes).orElse(Map.of());
        Map<String, GridFigures.Ranked> ranked = campaign
                .map(each -> figures.ranked(each.id(), GridFilter.of("", "", "", ""), 0, ALL))
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(GridFigures.Ranked::schoolUai, Function.identity()));
        return places.stream()
                .map(place -> {
                    String uai = place.schoolUai();
                    School school = known.get(uai);
                    GridFigures.Ranked rank = ranked.get(uai);
                    return new VagueCandidate(
                            uai,
                            school == null ? uai : school.displayName(),
                            school == null ? "" : school.commune(),
                            ranks.get(place.vagueId()),
                            rank == null ? null : rank.priority(),
                            rank == null ? null : rank.priorityReason(),
                            wishes.containsKey(uai) ? wishes.get(uai).vague() : null);
                })
                .toList();
    }

    private Project readable(long id) {
        return Reach.of(projects.find(id), project -> perimeter.coversCirconscription(project.circonscriptionUai()));
    }
}
