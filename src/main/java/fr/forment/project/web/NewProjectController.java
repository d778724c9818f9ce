package fr.forment.project.web;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.Reach;
import fr.forment.project.NewProject;
import fr.forment.project.ProjectService;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creates a project: a distribution of the schools is proposed, the person changes what she wants. */
@Controller
@RequiredArgsConstructor
class NewProjectController {

    private static final int MOST_VAGUES = 6;
    private static final String SCHOOL = "ecole.";

    private final ProjectService service;
    private final VagueProposal proposal;
    private final ProjectRights rights;
    private final Reach reach;
    private final SignedIn me;

    @GetMapping("/projets/nouveau")
    String form(
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "2") int vagues,
            Model model) {
        me.refuseUnless(rights.leadsSomewhere());
        List<Circonscription> mine = rights.led();
        Circonscription where = mine.stream()
                .filter(c -> c.uai().equals(circonscription))
                .findFirst()
                .orElse(mine.size() == 1 ? mine.get(0) : null);
        int count = Math.max(1, Math.min(vagues, MOST_VAGUES));
        if (where != null) {
            show(
                    model,
                    where,
                    "ENT " + French.of(where.shortName()),
                    proposal.dates(where, count),
                    proposal.distribution(where, count));
        }
        model.addAttribute("circonscriptions", mine);
        model.addAttribute("mostVagues", MOST_VAGUES);
        return "project/new";
    }

    @PostMapping("/projets")
    String create(
            @RequestParam String circonscription,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "date", required = false) @DateTimeFormat(iso = ISO.DATE) List<LocalDate> dates,
            @RequestParam Map<String, String> all,
            Model model,
            RedirectAttributes next) {
        reach.circonscription(circonscription);
        me.act(() -> rights.leads(circonscription));
        List<LocalDate> opening = dates == null ? List.of() : dates;
        Map<String, Integer> ranks = ranks(all);
        proposal.require(circonscription, ranks.keySet());
        try {
            var created = service.create(new NewProject(title, circonscription, vagues(opening, ranks)));
            next.addFlashAttribute("done", "Le projet est créé. Son cadrage attend l'IEN dans « Mes tâches ».");
            return "redirect:/projets/" + created.id();
        } catch (Refusal refusal) {
            Circonscription where = rights.led().stream()
                    .filter(c -> c.uai().equals(circonscription))
                    .findFirst()
                    .orElseThrow();
            show(model, where, title, opening, proposal.asChosen(where, ranks));
            model.addAttribute("circonscriptions", rights.led());
            model.addAttribute("mostVagues", MOST_VAGUES);
            model.addAttribute("problem", refusal.getMessage());
            return "project/new";
        }
    }

    private static void show(
            Model model, Circonscription where, String title, List<LocalDate> dates, List<VagueProposal.Row> rows) {
        model.addAttribute("where", where);
        model.addAttribute("projectTitle", title);
        model.addAttribute("dates", dates);
        model.addAttribute("rows", rows);
    }

    private static Map<String, Integer> ranks(Map<String, String> fields) {
        Map<String, Integer> ranks = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SCHOOL) && value.matches("\\d")) {
                ranks.put(name.substring(SCHOOL.length()), Integer.valueOf(value));
            }
        });
        return ranks;
    }

    /** Rank 0: the school stays out of the project. */
    private static List<NewProject.NewVague> vagues(List<LocalDate> dates, Map<String, Integer> ranks) {
        List<NewProject.NewVague> vagues = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            int rank = i + 1;
            vagues.add(new NewProject.NewVague(
                    dates.get(i),
                    ranks.entrySet().stream()
                            .filter(entry -> entry.getValue() == rank)
                            .map(Map.Entry::getKey)
                            .toList()));
        }
        return vagues;
    }
}
