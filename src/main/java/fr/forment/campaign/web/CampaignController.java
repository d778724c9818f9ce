package fr.forment.campaign.web;

import fr.forment.campaign.AnswerPace;
import fr.forment.campaign.Calls;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignCourseService;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.FollowUp;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsShown;
import fr.forment.campaign.ResponseRate;
import fr.forment.campaign.ZoneRate;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.survey.SurveyState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who has answered and who has not, one circonscription at a time, and how answers come in. */
@Controller
@RequiredArgsConstructor
class CampaignController {

    private static final List<String> COLUMNS = List.of(
            "uai", "ecole", "commune", "etat", "invitee_le", "repondu_le", "en_retard", "relances", "derniere_relance");

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignFacts facts;
    private final Calls calls;
    private final NeedsShown shown;
    private final CampaignCourseService course;

    /** How one commune answers. */
    public record Commune(String name, int schools, long answered) {

        static Commune of(String name, List<FollowUp.Row> rows) {
            return new Commune(
                    name,
                    rows.size(),
                    rows.stream()
                            .filter(row -> row.state() == SurveyState.REPONDU)
                            .count());
        }
    }

    @GetMapping("/projets/{projectId:\\d+}/besoins")
    String ofProject(@PathVariable long projectId) {
        return "redirect:/besoins/" + rights.readableOfProject(projectId).id();
    }

    /**
     * The whole campaign, and the schools of the circonscription chosen; of the only one there is when there is one.
     */
    @GetMapping("/besoins/{id:\\d+}")
    String followUp(@PathVariable long id, @RequestParam(name = "zone", defaultValue = "") String zone, Model model) {
        Campaign campaign = rights.followable(id);
        if (campaign.state() == CampaignState.BROUILLON && rights.mayRead(campaign)) {
            return "redirect:/besoins/{id}/preparation";
        }
        Set<String> own = rights.own(campaign);
        List<ZoneRate> zones = needs.zones(id).stream()
                .filter(each -> own.contains(each.uai()))
                .toList();
        String chosen =
                own.contains(zone) ? zone : zones.size() == 1 ? zones.get(0).uai() : null;
        List<FollowUp.Row> rows = chosen == null ? List.of() : needs.followUp(id, chosen);
        Map<String, List<FollowUp.Row>> byCommune = rows.stream()
                .collect(Collectors.groupingBy(FollowUp.Row::commune, LinkedHashMap::new, Collectors.toList()));
        boolean whole = rights.mayRead(campaign);
        ResponseRate all = needs.rate(id);
        ResponseRate rate = whole ? all : needs.rate(campaign, zones);
        AnswerPace pace = needs.pace(id, rate.expected(), whole ? null : own);
        model.addAttribute("campaign", campaign);
        model.addAttribute("campaignTitle", facts.titleOf(campaign));
        model.addAttribute("rate", rate);
        model.addAttribute("all", all);
        model.addAttribute("sending", sending(campaign));
        model.addAttribute("pace", pace);
        model.addAttribute("plot", PacePlot.of(campaign, pace));
        model.addAttribute("zones", zones);
        model.addAttribute("zone", chosen);
        model.addAttribute(
                "communes",
                byCommune.entrySet().stream()
                        .map(each -> Commune.of(each.getKey(), each.getValue()))
                        .toList());
        model.addAttribute(
                "waiting",
                rows.stream().filter(row -> row.state() == SurveyState.INVITE).toList());
        model.addAttribute(
                "settled",
                rows.stream().filter(row -> row.state() != SurveyState.INVITE).toList());
        model.addAttribute(
                "calls",
                calls.waiting(id).stream()
                        .filter(call -> rows.stream().anyMatch(row -> row.surveyId() == call.surveyId()))
                        .toList());
        model.addAttribute("mayRemind", campaign.mayRemind() && rights.mayRemind(campaign, chosen));
        model.addAttribute("mayLead", campaign.state() == CampaignState.OUVERTE && rights.mayLead(campaign));
        model.addAttribute("mayReplan", campaign.state() == CampaignState.PROGRAMMEE && rights.mayLead(campaign));
        model.addAttribute(
                "neighbour",
                rights.mayLead(campaign) ? course.neighbour(campaign).orElse(null) : null);
        model.addAttribute("resumption", campaign.isPaused() ? course.resumption(campaign) : null);
        model.addAttribute("whole", whole);
        model.addAttribute("lead", whole ? null : needs.leading(campaign));
        model.addAttribute("history", shown.told(needs.history(id)));
        return "campaign/followUp";
    }

    /** Asked by the page while surveys leave. */
    @GetMapping("/besoins/{id:\\d+}/avancement.json")
    @ResponseBody
    Sending advance(@PathVariable long id) {
        return sending(rights.followable(id));
    }

    /** How many schools are asked, of those that will be, as the page that waits reads it. */
    record Sending(boolean busy, int done, int total) {}

    private Sending sending(Campaign campaign) {
        int total = needs.rate(campaign.id()).expected();
        int opened = needs.opened(campaign.id());
        return new Sending(
                campaign.state() == CampaignState.OUVERTE
                        ? opened < total
                        : campaign.state() == CampaignState.PROGRAMMEE && !facts.isOpeningLater(campaign.id()),
                opened,
                total);
    }

    @GetMapping("/besoins/{id:\\d+}/suivi.csv")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        return Downloads.csv(
                "suivi-enquete.csv",
                CsvSheet.of(
                        COLUMNS,
                        rights.rows(rights.followable(id)).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<String> cells(FollowUp.Row row) {
        return List.of(
                row.schoolUai(),
                row.name(),
                row.commune(),
                row.state().label(),
                shown.day(row.invitedOn()),
                shown.moment(row.answeredAt()),
                Boolean.TRUE.equals(row.late()) ? "oui" : "",
                String.valueOf(row.reminders()),
                shown.day(row.lastReminder()));
    }
}
