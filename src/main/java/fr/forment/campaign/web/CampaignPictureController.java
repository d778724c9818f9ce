package fr.forment.campaign.web;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.CampaignRights;
import fr.forment.diagram.Pictures;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a survey of needs stands, and at which step how many schools are, drawn; for those who read the whole. */
@Controller
@RequiredArgsConstructor
class CampaignPictureController {

    private static final String SCHOOLS = "SELECT id FROM survey WHERE campaign_id = :of";

    private final CampaignRights rights;
    private final CampaignFacts facts;
    private final Pictures pictures;

    @GetMapping("/besoins/{id}/deroulement")
    String picture(@PathVariable long id, Model model) {
        Campaign campaign = rights.readable(id);
        model.addAttribute("subject", "Enquête : " + facts.titleOf(campaign));
        model.addAttribute("back", "/besoins/" + id);
        model.addAttribute(
                "pictures",
                List.of(pictures.ofOne("needsCampaign", id), pictures.ofMany("needsSurvey", SCHOOLS, id, "écoles")));
        return "diagram/course";
    }
}
