package fr.forment.territory.web;

import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.TerritoryFigures;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the schools are: circonscriptions, their schools, and a search that forgives accents. */
@Controller
@RequiredArgsConstructor
class TerritoryController {

    private final TerritoryFigures figures;
    private final Circonscriptions circonscriptions;
    private final Schools schools;

    @GetMapping("/territoire")
    String territory(
            @RequestParam(defaultValue = "") String recherche,
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "suite", defaultValue = "1") int further,
            Model model) {
        model.addAttribute("recherche", recherche);
        if (!recherche.isBlank()) {
            Slice<School> found = schools.search(recherche, page);
            model.addAttribute("heading", French.count(found.total(), "école trouvée"));
            model.addAttribute("schools", found);
        } else if (circonscription != null) {
            circonscriptions.find(circonscription).ifPresent(known -> {
                model.addAttribute("heading", "Circonscription " + French.of(known.shortName()));
                model.addAttribute("schools", Slice.of(schools.inCirconscription(known.uai()), page));
            });
        }
        model.addAttribute("circonscriptions", Slice.of(figures.ofCirconscriptions(), further));
        return "territory/territory";
    }
}
