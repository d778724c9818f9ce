package fr.forment.campaign.web;

import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.CampaignRights;
import fr.forment.campaign.Needs;
import fr.forment.campaign.Rehearsal;
import fr.forment.campaign.Rehearsals;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows who would get what and when, before a campaign is launched; then launches it. */
@Controller
@RequiredArgsConstructor
class RehearsalController {

    private static final List<String> COLUMNS =
            List.of("uai", "ecole", "commune", "circonscription", "destinataire", "direction_vacante", "adresses");

    private final CampaignRights rights;
    private final Needs needs;
    private final CampaignFacts facts;
    private final CampaignDraftService drafts;
    private final Rehearsals rehearsals;
    private final SignedIn me;

    @GetMapping("/besoins/{id:\\d+}/preparation")
    String rehearse(@PathVariable long id, Model model) {
        Campaign campaign = rights.readable(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("campaignTitle", facts.titleOf(campaign));
        model.addAttribute("rehearsal", rehearsals.of(campaign));
        model.addAttribute("mayLaunch", mayLaunch(campaign));
        return "campaign/rehearsal";
    }

    @GetMapping("/besoins/{id:\\d+}/preparation.csv")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        return Downloads.csv(
                "envois-prevus.csv",
                CsvSheet.of(
                        COLUMNS,
                        rehearsals.rows(rights.readable(id)).stream()
                                .map(RehearsalController::cells)
                                .toList()));
    }

    private static List<String> cells(Rehearsal.Row row) {
        return List.of(
                row.uai(),
                row.school(),
                row.commune(),
                row.circonscription() == null ? "" : row.circonscription(),
                row.name() == null ? "" : row.name(),
                row.vacant() ? "oui" : "",
                String.valueOf(row.reachable()));
    }

    @PostMapping("/besoins/{id:\\d+}/lancement")
    String launch(@PathVariable long id, RedirectAttributes next) {
        me.act(() -> mayLaunch(rights.readable(id)));
        try {
            drafts.launch(id);
            next.addFlashAttribute("done", "La campagne est lancée : les enquêtes partiront le jour de l'ouverture.");
            return "redirect:/besoins/{id}";
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", refusal.getMessage());
            return "redirect:/besoins/{id}/preparation";
        }
    }

    @PostMapping("/besoins/{id:\\d+}/abandon")
    String discard(@PathVariable long id, RedirectAttributes next) {
        me.act(() -> mayLaunch(rights.readable(id)));
        Told.on(next, "La préparation est abandonnée ; rien n'a été envoyé.", () -> drafts.discard(id));
        return "redirect:/besoins";
    }

    /** Whoever may ask all of its schools. */
    private boolean mayLaunch(Campaign campaign) {
        return rights.mayPrepare(needs.circonscriptions(campaign.id()));
    }
}
