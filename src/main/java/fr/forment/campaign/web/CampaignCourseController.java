package fr.forment.campaign.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.CallService;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignCourseService;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsShown;
import fr.forment.french.Told;
import fr.forment.survey.Survey;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do to a campaign under way: pause, go on, more time, a call. */
@Controller
@RequiredArgsConstructor
class CampaignCourseController {

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignCourseService course;
    private final CallService calls;
    private final SignedIn me;
    private final NeedsShown shown;

    @PostMapping("/besoins/{id:\\d+}/pause")
    String pause(
            @PathVariable long id,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            RedirectAttributes next) {
        led(id);
        return told("/besoins/" + id, next, () -> {
            course.pause(id, reason);
            return "La campagne est suspendue : plus aucune relance ne part, les réponses restent enregistrées.";
        });
    }

    @PostMapping("/besoins/{id:\\d+}/reprise")
    String resume(
            @PathVariable long id,
            @RequestParam(name = "echeance", defaultValue = "") String deadline,
            RedirectAttributes next) {
        led(id);
        return told(
                "/besoins/" + id,
                next,
                () -> "La campagne reprend ; l'échéance passe au " + shown.day(course.resume(id, deadline)) + ".");
    }

    @PostMapping("/besoins/{id:\\d+}/echeance")
    String extend(
            @PathVariable long id,
            @RequestParam(name = "echeance", defaultValue = "") String deadline,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            RedirectAttributes next) {
        led(id);
        return told("/besoins/" + id, next, () -> {
            course.extend(id, deadline, reason);
            return "L'échéance est repoussée. Les écoles qui n'ont pas répondu en sont averties par courriel, cinq jours de classe au moins après le précédent.";
        });
    }

    /** The director asks to be called. */
    @PostMapping("/enquete/{id:\\d+}/appel")
    String call(
            @PathVariable long id,
            @RequestParam(name = "moment", defaultValue = "") String slot,
            @RequestParam(name = "telephone", defaultValue = "") String phone,
            RedirectAttributes next) {
        Survey survey = rights.readableSurvey(id);
        me.act(() -> rights.isDirector(survey));
        return told("/enquete/" + id, next, () -> {
            calls.wish(id, slot, phone);
            return "C'est noté : l'E-RUN vous appelle pour remplir l'enquête avec vous.";
        });
    }

    @PostMapping("/besoins/{id:\\d+}/appels/{surveyId:\\d+}")
    String called(@PathVariable long id, @PathVariable long surveyId, RedirectAttributes next) {
        Campaign campaign = rights.followable(id);
        Survey survey = needs.survey(surveyId)
                .filter(each -> each.campaignId() == id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String zone = rights.zone(survey);
        me.act(() -> rights.mayRemind(campaign, zone));
        calls.done(surveyId);
        next.addFlashAttribute("done", "L'appel est noté comme fait.");
        return "redirect:/besoins/" + id + "?zone=" + zone;
    }

    private void led(long id) {
        me.act(() -> rights.mayLead(rights.followable(id)));
    }

    private static String told(String path, RedirectAttributes next, Supplier<String> act) {
        Told.on(next, act);
        return "redirect:" + path;
    }
}
