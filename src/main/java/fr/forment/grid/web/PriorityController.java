package fr.forment.grid.web;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignRights;
import fr.forment.database.Slice;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.PriorityTable;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Which populations to train first: what is known of each school, the rules of the table, the rank that follows. */
@Controller
@RequiredArgsConstructor
class PriorityController {

    private final CampaignRights rights;
    private final GridRights lineRights;
    private final GridFigures figures;
    private final PriorityTable table;

    /** A school with the facts in the order of the table and the rule that applied; null once the table has others. */
    public record Ranked(GridFigures.Ranked school, List<String> facts, PriorityTable.Rule rule) {}

    @GetMapping("/projets/{projectId:\\d+}/priorites")
    String ofProject(@PathVariable long projectId) {
        return "redirect:/besoins/" + rights.readableOfProject(projectId).id() + "/priorites";
    }

    @GetMapping("/besoins/{id:\\d+}/priorites")
    String show(
            @PathVariable long id,
            @RequestParam(name = "circonscription", defaultValue = "") String circonscription,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Model model) {
        Campaign campaign = rights.followable(id);
        GridFilter part = lineRights.part(campaign, GridFilter.of(circonscription, "", "", ""));
        PriorityTable.Shown shown = table.shown();
        model.addAttribute("campaign", campaign);
        model.addAttribute("filter", part);
        model.addAttribute("table", shown);
        model.addAttribute("counts", figures.schoolsPerRule(id, part));
        model.addAttribute(
                "schools",
                Slice.read(number, figures.countSchools(id, part), (from, size) -> figures.ranked(id, part, from, size))
                        .with(rows -> ranked(rows, shown)));
        return "grid/priorities";
    }

    private List<Ranked> ranked(List<GridFigures.Ranked> schools, PriorityTable.Shown shown) {
        List<List<String>> facts = table.facts(
                schools.stream().map(GridFigures.Ranked::priorityFacts).toList());
        return IntStream.range(0, schools.size())
                .mapToObj(at -> new Ranked(
                        schools.get(at),
                        facts.get(at),
                        shown.rules().stream()
                                .filter(rule -> rule.id().equals(schools.get(at).priorityRule()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
