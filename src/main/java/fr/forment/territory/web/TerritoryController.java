package fr.forment.territory.web;

import fr.forment.french.French;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.TerritoryFigures;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the schools are: circonscriptions, their schools, and a search that forgives accents. */
@Controller
@RequiredArgsConstructor
class TerritoryController {

    private static final int MOST = 100;

    private final TerritoryFigures figures;
    private final Circonscriptions circonscriptions;
    private final Schools schools;

    @GetMapping("/territoire")
    String territory(
            @RequestParam(defaultValue = "") String recherche,
            @RequestParam(required = false) String circonscription,
            Model model) {
        model.addAttribute("recherche", recherche);
        if (!recherche.isBlank()) {
            List<School> found = schools.search(recherche, MOST);
            model.addAttribute(
                    "heading",
                    found.size() == MOST
                            ? "Les " + MOST + " premières écoles trouvées"
                            : French.count(found.size(), "école trouvée"));
            model.addAttribute("schools", found);
        } else if (circonscription != null) {
            circonscriptions.find(circonscription).ifPresent(known -> {
                model.addAttribute("heading", "Circonscription de " + known.shortName());
                model.addAttribute("schools", schools.inCirconscription(known.uai()));
            });
        }
        model.addAttribute("circonscriptions", figures.ofCirconscriptions());
        return "territory/territory";
    }
}
