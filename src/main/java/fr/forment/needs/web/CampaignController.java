package fr.forment.needs.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.forment.needs.Campaign;
import fr.forment.needs.FollowUp;
import fr.forment.needs.Needs;
import fr.forment.needs.ReminderService;
import fr.forment.needs.SurveyState;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.staff.CsvSheet;
import fr.forment.staff.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has answered, who has not, and the button that reminds. */
@Controller
class CampaignController {

    private static final List<String> COLUMNS = List.of("uai", "ecole", "commune", "etat", "invitee_le", "repondu_le", "en_retard", "relances", "derniere_relance");

    private final CampaignRights rights;
    private final Needs needs;
    private final Projects projects;
    private final ReminderService reminders;
    private final SignedIn me;
    private final Shown shown;

    CampaignController(CampaignRights rights, Needs needs, Projects projects, ReminderService reminders, SignedIn me, Shown shown) {
        this.rights = rights;
        this.needs = needs;
        this.projects = projects;
        this.reminders = reminders;
        this.me = me;
        this.shown = shown;
    }

    /** How one commune answers. */
    public record Commune(String name, int schools, long answered) {

        static Commune of(String name, List<FollowUp.Row> rows) {
            return new Commune(name, rows.size(), rows.stream().filter(row -> row.state() == SurveyState.REPONDU).count());
        }
    }

    @GetMapping("/projets/{projectId:\\d+}/besoins")
    String ofProject(@PathVariable long projectId) {
        return "redirect:/besoins/" + rights.readableOfProject(projectId).id();
    }

    @GetMapping("/besoins/{id:\\d+}")
    String followUp(@PathVariable long id, Model model) {
        Campaign campaign = rights.readable(id);
        List<FollowUp.Row> rows = needs.followUp(id);
        Map<String, List<FollowUp.Row>> byCommune = rows.stream().collect(Collectors.groupingBy(FollowUp.Row::commune, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("campaign", campaign);
        model.addAttribute("project", projects.find(campaign.projectId()).map(Project::title).orElse(""));
        model.addAttribute("rate", needs.rate(id));
        model.addAttribute("communes", byCommune.entrySet().stream().map(each -> Commune.of(each.getKey(), each.getValue())).toList());
        model.addAttribute("waiting", rows.stream().filter(row -> row.state() == SurveyState.INVITE).toList());
        model.addAttribute("settled", rows.stream().filter(row -> row.state() != SurveyState.INVITE).toList());
        model.addAttribute("mayRemind", campaign.state().takesAnswers() && rights.mayRemind(campaign));
        model.addAttribute("history", needs.history(id));
        return "needs/followUp";
    }

    @PostMapping("/besoins/{id:\\d+}/relances")
    String remind(@PathVariable long id, @RequestParam(name = "enquete", required = false) List<Long> surveyIds, RedirectAttributes next) {
        me.refuseUnless(rights.mayRemind(rights.readable(id)));
        if (surveyIds == null) {
            next.addFlashAttribute("problem", "Cochez au moins une école à relancer.");
        } else {
            var outcome = reminders.remind(id, surveyIds);
            next.addFlashAttribute("done", sentence(outcome));
        }
        return "redirect:/besoins/{id}";
    }

    @GetMapping("/besoins/{id:\\d+}/suivi.csv")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        rights.readable(id);
        return Downloads.csv("suivi-enquete.csv", CsvSheet.of(COLUMNS, needs.followUp(id).stream().map(this::cells).toList()));
    }

    private List<String> cells(FollowUp.Row row) {
        return List.of(row.schoolUai(), row.name(), row.commune(), row.state().label(), shown.day(row.invitedOn()), shown.moment(row.answeredAt()),
                Boolean.TRUE.equals(row.late()) ? "oui" : "", String.valueOf(row.reminders()), shown.day(row.lastReminder()));
    }

    private static String sentence(ReminderService.Outcome outcome) {
        String written = switch (outcome.written()) {
            case 0 -> "Aucune école n'est relancée.";
            case 1 -> "Une école est relancée.";
            default -> outcome.written() + " écoles sont relancées.";
        };
        return outcome.rested() == 0 ? written
                : written + " " + outcome.rested() + " ont reçu un courriel il y a moins de cinq jours de classe : elles ne sont pas relancées.";
    }
}
