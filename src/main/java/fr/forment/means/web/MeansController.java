package fr.forment.means.web;

import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.means.GaiaLinkService;
import fr.forment.means.HoursOfSchool;
import fr.forment.means.MeansReader;
import fr.forment.means.Money;
import fr.forment.means.PlanCosts;
import fr.forment.means.PlanMeans;
import fr.forment.means.PlanPriceService;
import fr.forment.means.PlanPrices;
import fr.forment.means.PriceSheet;
import fr.forment.means.Shortages;
import fr.forment.plan.GaiaIdentifiers;
import fr.forment.plan.Load;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Unplaced;
import fr.forment.plan.Warning;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.plan.words.AsideRows;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a version takes, on one page; its prices while it may be edited; its numbers in GAIA at any time. */
@Controller
@RequiredArgsConstructor
class MeansController {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanAsides asides;
    private final PlanRights rights;
    private final PlanNames names;
    private final Projects projects;
    private final MeansReader reader;
    private final Shortages shortages;
    private final SchoolFeedbacks feedbacks;
    private final PlanPrices prices;
    private final PlanPriceService pricing;
    private final GaiaLinkService gaia;

    /** The columns of money are written by the page. */
    public static final class Euros {

        public String of(Long cents) {
            return cents == null ? "prix à saisir" : Money.of(cents);
        }

        public String quantity(double quantity, String unit) {
            return French.number(quantity) + " " + French.word(quantity < 2 ? 1 : 2, unit);
        }
    }

    @GetMapping("/plans/{id}/moyens")
    String means(@PathVariable long id, Model model) {
        return page(rights.whole(id), null, null, model);
    }

    @PostMapping("/plans/{id}/moyens")
    String price(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        TypedCosts typed = TypedCosts.of(sent);
        try {
            pricing.write(id, vu, typed::over, typed.readOwn());
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            PriceSheet now = prices.sheet(id);
            model.addAttribute("vu", now.shown().sentAfter(refusal, vu));
            return page(plan, typed.over(Shown.read(vu), now), null, model);
        }
        after.addFlashAttribute("done", "Les prix sont enregistrés avec cette version.");
        return "redirect:/plans/" + id + "/moyens#couts";
    }

    @PostMapping("/plans/{id}/paf")
    String gaia(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        TypedNumbers typed = TypedNumbers.of(sent);
        try {
            gaia.write(id, vu, typed.read());
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("linksSeen", gaia.shown(plan.projectId()).sentAfter(refusal, vu));
            return page(plan, null, typed.over(Shown.read(vu), gaia.written(plan.projectId()), gaia.titles()), model);
        }
        after.addFlashAttribute("done", "Les numéros GAIA sont enregistrés.");
        return "redirect:/plans/" + id + "/moyens#paf";
    }

    private String page(Plan plan, TypedCosts typed, TypedNumbers numbers, Model model) {
        Project project = projects.find(plan.projectId()).orElseThrow();
        HeldPlan held = followUp.held(plan, plans.sessions(plan.id()));
        List<PlannedSession> sessions = held.sessions();
        List<Load> known = plans.loads(plan.id());
        List<Unplaced> told = feedbacks.unplaced(plan, sessions);
        boolean people = rights.seesPeopleOf(project.circonscriptionUai());
        List<Load> loads = people ? known : List.of();
        List<Unplaced> unplaced =
                people ? told : told.stream().map(Unplaced::withoutReason).toList();
        model.addAttribute("people", people);
        PlanNames.Of called = names.of(
                        sessions,
                        Stream.of(
                                        projects.schools(project.id()).stream(),
                                        loads.stream().map(Load::schoolUai).filter(Objects::nonNull),
                                        unplaced.stream().map(Unplaced::schoolUai))
                                .flatMap(uais -> uais)
                                .distinct()
                                .toList(),
                        List.of())
                .naming(rights.namedIn(project.circonscriptionUai(), people));
        PlanMeans means = reader.of(project, plan, held, called).readBy(called);
        PriceSheet sheet = prices.sheet(plan.id());
        PlanCosts costs = PlanCosts.of(means, sheet);
        boolean works = rights.isOfTeamOf(project.circonscriptionUai());
        model.addAttribute("plan", plan);
        model.addAttribute("project", project);
        model.addAttribute("means", means);
        model.addAttribute("costs", costs);
        model.addAttribute("typed", typed == null ? TypedCosts.of(costs) : typed);
        if (!model.containsAttribute("vu")) {
            model.addAttribute("vu", sheet.shown().sent());
        }
        model.addAttribute("euros", new Euros());
        model.addAttribute("hours", HoursOfSchool.of(loads));
        model.addAttribute("unplaced", unplaced);
        model.addAttribute("missing", Unplaced.inFrench(unplaced));
        model.addAttribute(
                "shortages",
                shortages.of(
                        sessions,
                        loads,
                        Warning.readBy(people, plans.warnings(plan.id())),
                        unplaced,
                        called.modules()));
        model.addAttribute("asides", AsideRows.of(asides.of(plan.id()), called));
        model.addAttribute("names", called);
        Map<String, String> modules = new TreeMap<>();
        means.modules().forEach(module -> modules.put(module.code(), module.title()));
        model.addAttribute("modules", modules);
        if (numbers == null) {
            Map<String, GaiaIdentifiers> written = gaia.written(plan.projectId());
            Map<String, String> titles = new TreeMap<>();
            called.modules().forEach((code, module) -> titles.put(code, module.title()));
            model.addAttribute(
                    "linksSeen", GaiaLinkService.shown(written, titles).sent());
            model.addAttribute("numbers", TypedNumbers.of(written));
        } else {
            model.addAttribute("numbers", numbers);
        }
        model.addAttribute("mayEdit", works && plan.state().isEditable());
        model.addAttribute("mayLink", works);
        return "means/means";
    }
}
