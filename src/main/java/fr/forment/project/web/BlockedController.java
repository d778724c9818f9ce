package fr.forment.project.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.french.Told;
import fr.forment.french.Typed;
import fr.forment.people.Reach;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.project.blocked.Blockage;
import fr.forment.project.blocked.Blockages;
import fr.forment.project.blocked.Body;
import fr.forment.project.blocked.Delays;
import fr.forment.project.need.LateStart;
import fr.forment.project.opening.OpeningDayService;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.PlannedOpening;
import fr.forment.project.readiness.ReadinessProcess;
import fr.forment.project.readiness.ReadinessService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What blocks a vague, on one page: on whom, since when, where to act. */
@Controller
@RequiredArgsConstructor
class BlockedController {

    private final Projects projects;
    private final ProjectRights rights;
    private final Blockages blockages;
    private final PreparedRows prepared;
    private final OpenTasks tasks;
    private final ReadinessService preparation;
    private final OpeningDayService opening;
    private final SignedIn me;
    private final Clock clock;

    /** @param de one of {@link Body}; anything else shows all */
    @GetMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/blocages")
    String blocked(
            @PathVariable long id, @PathVariable int rank, @RequestParam(defaultValue = "") String de, Model model) {
        Project project = rights.readable(id);
        Vague vague = vague(project, rank);
        LocalDate today = LocalDate.now(clock);
        Optional<LateStart.Opening> later = blockages.opening(project, vague);
        List<VagueSchool> places = projects.schoolsOf(vague.id());
        List<Blockage> all = blockages.of(project, vague, places, rights.blockedReader(project), later);
        Body only = Typed.code(Body.class, de).orElse(null);
        model.addAttribute(
                "lines",
                all.stream()
                        .filter(each -> only == null || each.holder().body() == only)
                        .toList());
        model.addAttribute("only", only);
        model.addAttribute("project", project);
        model.addAttribute("vague", vague);
        model.addAttribute("opening", PlannedOpening.ofVague(vague, places, today));
        model.addAttribute("today", today);
        model.addAttribute("delays", Delays.of(all, today));
        model.addAttribute("all", all.size());
        model.addAttribute(
                "late", all.stream().filter(each -> each.isLate(today)).count());
        model.addAttribute(
                "schools",
                all.stream()
                        .map(Blockage::uai)
                        .filter(uai -> uai != null)
                        .distinct()
                        .count());
        model.addAttribute("movesOpening", rights.leads(project.circonscriptionUai()) && vague.isBeforeOpening());
        model.addAttribute("later", later.orElse(null));
        model.addAttribute(
                "asked",
                vague.state() == VagueState.PREPARATION && places.stream().anyMatch(place -> place.askedOn() != null));
        return "project/blocked";
    }

    /** @param vu the day the page showed */
    @PostMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/ouverture")
    String moveOpening(
            @PathVariable long id,
            @PathVariable int rank,
            @RequestParam(defaultValue = "") String vu,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes next) {
        Project project = rights.led(id);
        Vague vague = vague(project, rank);
        return FormAnswer.then(
                "/projets/" + id + "/vagues/" + rank + "/blocages#ouverture",
                next,
                Map.of("jour", jour, "motif", motif),
                () -> "La " + French.inSentence(vague.title()) + " ouvre maintenant le "
                        + French.day(opening.move(
                                vague.id(), Typed.day(vu).orElse(null), Typed.dateOrNull(jour, "jour"), motif))
                        + ". Les personnes concernées reçoivent un courriel.");
    }

    /** What the collectivité has declared, and where a declaration is taken back. */
    @GetMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/preparation")
    String preparation(@PathVariable long id, @PathVariable int rank, Model model) {
        Project project = rights.readable(id);
        Vague vague = vague(project, rank);
        model.addAttribute("project", project);
        model.addAttribute("vague", vague);
        model.addAttribute(
                "opening", PlannedOpening.ofVague(vague, projects.schoolsOf(vague.id()), LocalDate.now(clock)));
        model.addAttribute("prepares", rights.prepares(project));
        model.addAttribute("rows", prepared.rows(project, vague));
        model.addAttribute(
                "task",
                rights.prepares(project)
                        ? tasks.link(ReadinessProcess.ID, vague.id(), "declareReady")
                                .orElse(null)
                        : null);
        return "project/prepared";
    }

    @PostMapping("/projets/{id:\\d+}/vagues/{rank:\\d+}/preparation")
    String takeBack(
            @PathVariable long id,
            @PathVariable int rank,
            @RequestParam String uai,
            @RequestParam Matter matter,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Project project = rights.readable(id);
        me.act(() -> rights.prepares(project));
        Vague vague = vague(project, rank);
        Reach.within(
                List.of(uai),
                projects.schoolsOf(vague.id()).stream()
                        .map(VagueSchool::schoolUai)
                        .toList());
        Told.on(
                next,
                "La déclaration est retirée : c'est de nouveau demandé à la collectivité.",
                () -> preparation.takeBack(vague.id(), uai, matter, reason));
        return "redirect:/projets/" + id + "/vagues/" + rank + "/preparation";
    }

    private Vague vague(Project project, int rank) {
        return projects.vagues(project.id()).stream()
                .filter(vague -> vague.rank() == rank)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
