package fr.forment.needs.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import fr.forment.engine.Refusal;
import fr.forment.needs.Campaign;
import fr.forment.needs.CampaignDraft;
import fr.forment.needs.CampaignDraftService;
import fr.forment.needs.CampaignFacts;
import fr.forment.needs.Needs;
import fr.forment.needs.Perimeter;
import fr.forment.needs.PerimeterZones;
import fr.forment.project.Projects;
import fr.forment.staff.MyPerimeter;
import fr.forment.staff.SignedIn;
import fr.forment.territory.Circonscription;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The campaigns there are, and a new one: whom it asks and when. */
@Controller
class CampaignDraftController {

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignFacts facts;
    private final CampaignDraftService drafts;
    private final PerimeterZones zones;
    private final Projects projects;
    private final MyPerimeter perimeter;
    private final SignedIn me;

    CampaignDraftController(CampaignRights rights, Needs needs, CampaignFacts facts, CampaignDraftService drafts, PerimeterZones zones,
            Projects projects, MyPerimeter perimeter, SignedIn me) {
        this.rights = rights;
        this.needs = needs;
        this.facts = facts;
        this.drafts = drafts;
        this.zones = zones;
        this.projects = projects;
        this.perimeter = perimeter;
        this.me = me;
    }

    /** A vague one may choose. */
    public record Choice(Long id, String label) {
    }

    /** A campaign of the list. */
    public record Listed(Campaign campaign, String title) {
    }

    @GetMapping("/besoins")
    String list(Model model) {
        List<String> seen = perimeter.circonscriptions().stream().map(Circonscription::uai).toList();
        me.refuseUnless(!seen.isEmpty());
        model.addAttribute("campaigns", needs.campaignsIn(seen).stream().filter(each -> rights.mayRead(each) || !rights.own(each).isEmpty())
                .map(each -> new Listed(each, facts.titleOf(each))).toList());
        model.addAttribute("mayPrepare", !askable().isEmpty());
        return "needs/campaigns";
    }

    @GetMapping("/besoins/nouvelle")
    String blank(Model model) {
        List<Circonscription> askable = askable();
        me.refuseUnless(!askable.isEmpty());
        model.addAttribute("circonscriptions", askable);
        model.addAttribute("vagues", askable.stream().flatMap(c -> projects.inCirconscription(c.uai()).stream())
                .flatMap(project -> projects.vagues(project.id()).stream().map(vague -> new Choice(vague.id(), project.title() + " – " + vague.title()))).toList());
        return "needs/newCampaign";
    }

    /** What does not fit comes back with what was typed. */
    @PostMapping("/besoins/nouvelle")
    String prepare(@RequestParam Map<String, String> typed, @RequestParam(name = "circonscription", required = false) List<String> circonscriptions,
            @RequestParam(name = "ouverture", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate opensOn,
            @RequestParam(name = "echeance", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate deadline, Model model, RedirectAttributes next) {
        try {
            Perimeter asked = asked(typed, circonscriptions == null ? List.of() : circonscriptions);
            List<String> where = zones.circonscriptions(asked);
            me.refuseUnless(where.isEmpty() ? !askable().isEmpty() : rights.mayPrepare(where));
            String threshold = typed.getOrDefault("seuil", "");
            long id = drafts.prepare(new CampaignDraft(typed.get("titre"), asked, opensOn, deadline, threshold.matches("\\d{1,3}") ? Integer.valueOf(threshold) : null));
            next.addFlashAttribute("done", "La campagne est préparée. Rien n'est encore envoyé : relisez, puis lancez.");
            return "redirect:/besoins/" + id + "/preparation";
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("typed", typed);
            model.addAttribute("chosen", circonscriptions);
            return blank(model);
        }
    }

    private Perimeter asked(Map<String, String> typed, List<String> circonscriptions) {
        return switch (typed.getOrDefault("perimetre", "")) {
            case "VAGUE" -> new Perimeter(Perimeter.Kind.VAGUE, Stream.of(typed.getOrDefault("vague", "")).filter(id -> id.matches("\\d{1,18}")).toList());
            case "ECOLE" -> listed(typed.getOrDefault("ecoles", ""));
            default -> new Perimeter(Perimeter.Kind.CIRCONSCRIPTION, circonscriptions);
        };
    }

    private Perimeter listed(String text) {
        List<String> uais = Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;]+")).filter(uai -> !uai.isEmpty()).distinct().toList();
        List<String> unknown = zones.unknown(uais);
        if (!unknown.isEmpty()) {
            throw new Refusal("Ces UAI ne sont pas ceux d'écoles ouvertes : " + String.join(", ", unknown.subList(0, Math.min(10, unknown.size())))
                    + (unknown.size() > 10 ? "…" : "") + ". Corrigez-les ou retirez-les.");
        }
        return new Perimeter(Perimeter.Kind.ECOLE, uais);
    }

    private List<Circonscription> askable() {
        return perimeter.circonscriptions().stream().filter(each -> rights.mayPrepare(List.of(each.uai()))).toList();
    }
}
