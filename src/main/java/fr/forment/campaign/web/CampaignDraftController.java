package fr.forment.campaign.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.Needs;
import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The campaigns there are, and a new one: whom it asks and when; and, until it opens, other dates or none. */
@Controller
@RequiredArgsConstructor
class CampaignDraftController {

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignFacts facts;
    private final CampaignDraftService drafts;
    private final DraftForm form;
    private final MyPerimeter perimeter;
    private final SignedIn me;

    /** A campaign of the list. */
    public record Listed(Campaign campaign, String title) {}

    @GetMapping("/besoins")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        List<Circonscription> seen = perimeter.circonscriptions();
        me.refuseUnless(!seen.isEmpty());
        List<String> followed = seen.stream()
                .filter(rights::mayFollow)
                .map(Circonscription::uai)
                .toList();
        model.addAttribute("campaigns", needs.campaignsIn(followed, page).with(some -> {
            Map<Long, String> titles = facts.titlesOf(some);
            return some.stream()
                    .map(each -> new Listed(each, titles.get(each.id())))
                    .toList();
        }));
        model.addAttribute("mayPrepare", seen.stream().anyMatch(rights::mayPrepare));
        return "campaign/campaigns";
    }

    @GetMapping("/besoins/nouvelle")
    String blank(Model model) {
        me.refuseUnless(!form.askable().isEmpty());
        return form.page(null, model);
    }

    /** What does not fit comes back with what was typed. */
    @PostMapping("/besoins/nouvelle")
    String prepare(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "circonscription", required = false) List<String> circonscriptions,
            @RequestParam(name = "ouverture", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate opensOn,
            @RequestParam(name = "echeance", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate deadline,
            Model model,
            RedirectAttributes next) {
        try {
            long id = drafts.prepare(form.read(typed, circonscriptions, opensOn, deadline));
            next.addFlashAttribute(
                    "done", "La campagne est préparée. Rien n'est encore envoyé : relisez, puis lancez.");
            return "redirect:/besoins/" + id + "/preparation";
        } catch (Refusal refusal) {
            return form.again(refusal, typed, circonscriptions, null, model);
        }
    }

    /** Other dates or schools, until it opens. */
    @GetMapping("/besoins/{id:\\d+}/modification")
    String change(@PathVariable long id, Model model) {
        Campaign campaign = led(id);
        form.fill(campaign, needs.perimeter(id), facts.titleOf(campaign), model);
        model.addAttribute("shown", drafts.shown(campaign).sent());
        return form.page(campaign, model);
    }

    @PostMapping("/besoins/{id:\\d+}/modification")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "circonscription", required = false) List<String> circonscriptions,
            @RequestParam(name = "ouverture", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate opensOn,
            @RequestParam(name = "echeance", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate deadline,
            Model model,
            RedirectAttributes next) {
        Campaign campaign = led(id);
        try {
            drafts.replan(
                    id,
                    campaign.projectId() == null
                            ? form.read(typed, circonscriptions, opensOn, deadline)
                            : form.dates(typed, opensOn, deadline),
                    typed.get("vu"));
            next.addFlashAttribute("done", "C'est changé. Aucune école n'a encore rien reçu.");
            return "redirect:/besoins/{id}";
        } catch (Refusal refusal) {
            Campaign now = led(id);
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute("shown", drafts.shown(now).sentAfter(refusal, typed.get("vu")));
            form.fillOver(
                    Shown.read(typed.get("vu")),
                    now,
                    needs.perimeter(id),
                    facts.titleOf(now),
                    typed,
                    circonscriptions,
                    model);
            return form.page(now, model);
        }
    }

    @PostMapping("/besoins/{id:\\d+}/retrait")
    String callOff(
            @PathVariable long id,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            RedirectAttributes next) {
        led(id);
        Told.on(
                next,
                "La campagne est retirée : elle n'ouvrira pas, aucune école n'a rien reçu.",
                () -> drafts.callOff(id, reason));
        return "redirect:/besoins/{id}";
    }

    private Campaign led(long id) {
        Campaign campaign = rights.followable(id);
        me.act(() -> rights.mayLead(campaign));
        return campaign;
    }
}
