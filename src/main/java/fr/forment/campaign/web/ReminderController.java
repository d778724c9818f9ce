package fr.forment.campaign.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.FollowUp;
import fr.forment.campaign.Needs;
import fr.forment.campaign.ReminderService;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.people.Reach;
import fr.forment.survey.SurveyState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds chosen schools, after showing the very letter that leaves. */
@Controller
@RequiredArgsConstructor
class ReminderController {

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignFacts facts;
    private final ReminderService reminders;
    private final SignedIn me;

    @PostMapping("/besoins/{id:\\d+}/relances/apercu")
    String preview(
            @PathVariable long id,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "enquete", required = false) List<Long> surveyIds,
            @RequestParam(name = "toutes", defaultValue = "") String all,
            Model model,
            RedirectAttributes next) {
        Campaign campaign = rights.followable(id);
        List<Long> chosen = all.isEmpty() ? own(campaign, zone, surveyIds) : silent(campaign, zone);
        if (chosen.isEmpty()) {
            next.addFlashAttribute("problem", "Cochez au moins une école à relancer.");
            return back(id, zone);
        }
        try {
            model.addAllAttributes(Map.of(
                    "campaign",
                    campaign,
                    "campaignTitle",
                    facts.titleOf(campaign),
                    "zone",
                    zone,
                    "chosen",
                    chosen,
                    "preview",
                    reminders.preview(id, chosen)));
            return "campaign/remind";
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", refusal.getMessage());
            return back(id, zone);
        }
    }

    @PostMapping("/besoins/{id:\\d+}/relances")
    String remind(
            @PathVariable long id,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "enquete", required = false) List<Long> surveyIds,
            RedirectAttributes next) {
        Campaign campaign = rights.followable(id);
        List<Long> chosen = own(campaign, zone, surveyIds);
        Told.on(next, () -> {
            if (chosen.isEmpty()) {
                throw new Refusal("Cochez au moins une école à relancer.");
            }
            return sentence(reminders.remind(id, chosen));
        });
        return back(id, zone);
    }

    /** The chosen surveys, if the person may remind all of their schools. */
    private List<Long> own(Campaign campaign, String zone, List<Long> surveyIds) {
        String circonscription = zone.isEmpty() ? null : zone;
        if (circonscription != null) {
            Reach.within(List.of(circonscription), rights.own(campaign));
        }
        me.act(() -> rights.mayRemind(campaign, circonscription));
        Set<Long> known = needs.followUp(campaign.id(), circonscription).stream()
                .map(FollowUp.Row::surveyId)
                .collect(Collectors.toSet());
        List<Long> chosen =
                surveyIds == null ? List.of() : surveyIds.stream().distinct().toList();
        Reach.within(chosen, known);
        return chosen;
    }

    private List<Long> silent(Campaign campaign, String zone) {
        List<Long> known = needs.followUp(campaign.id(), zone.isEmpty() ? null : zone).stream()
                .filter(row -> row.state() == SurveyState.INVITE)
                .map(FollowUp.Row::surveyId)
                .toList();
        return own(campaign, zone, known);
    }

    private static String back(long id, String zone) {
        return "redirect:/besoins/" + id + (zone.matches("\\w+") ? "?zone=" + zone : "");
    }

    private static String sentence(ReminderService.Outcome outcome) {
        String written =
                switch (outcome.written()) {
                    case 0 -> "Aucune école n'est relancée.";
                    case 1 -> "Une école est relancée.";
                    default -> French.number(outcome.written()) + " écoles sont relancées.";
                };
        return outcome.rested() == 0
                ? written
                : written + " "
                        + (outcome.rested() == 1
                                ? "Une autre a reçu un courriel il y a moins de cinq jours de classe : elle n'est pas relancée."
                                : French.number(outcome.rested())
                                        + " autres ont reçu un courriel il y a moins de cinq jours de classe : elles ne sont pas relancées.");
    }
}
