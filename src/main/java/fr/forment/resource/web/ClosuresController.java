package fr.forment.resource.web;

import fr.forment.access.FormAnswer;
import fr.forment.french.Refusal;
import fr.forment.people.Reach;
import fr.forment.resource.Closure;
import fr.forment.resource.ClosureService;
import fr.forment.resource.Closures;
import fr.forment.territory.Circonscription;
import fr.forment.territory.PlaceNames;
import fr.forment.territory.Schools;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Days on which schools of a circonscription are closed. */
@Controller
@RequiredArgsConstructor
class ClosuresController {

    private static final String ALL = "toutes";

    private final ResourceAccess access;
    private final Closures closures;
    private final ClosureService service;
    private final Schools schools;
    private final PlaceNames names;

    @GetMapping("/ressources/fermetures")
    String page(
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Circonscription where = access.shown(circonscription, model);
        var shown = closures.page(where.uai(), page);
        model.addAttribute("closures", shown);
        model.addAttribute(
                "names",
                names.of(shown.rows().stream()
                        .map(Closure::schoolUai)
                        .filter(Objects::nonNull)
                        .toList()));
        model.addAttribute("schools", schools.inCirconscription(where.uai()));
        return "resource/closures";
    }

    /** @param ecole {@link #ALL}, or a school: all of them are closed on purpose only */
    @PostMapping("/ressources/fermetures")
    String close(
            @RequestParam String circonscription,
            @RequestParam(defaultValue = "") String ecole,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String motif,
            RedirectAttributes next) {
        Circonscription where = access.edited(circonscription);
        access.reachesSchool(ecole.equals(ALL) ? "" : ecole);
        Map<String, String> typed = Map.of("ecole", ecole, "du", du, "au", au, "motif", motif);
        return FormAnswer.then(home(where.uai()), next, typed, () -> {
            if (ecole.isBlank()) {
                throw new Refusal("Choisissez l'école fermée, ou toutes les écoles.", "ecole");
            }
            return service.close(
                            where.uai(),
                            ecole.equals(ALL) ? null : ecole.strip(),
                            ResourceFields.day(du, "du"),
                            ResourceFields.day(au, "au"),
                            motif)
                    ? "La fermeture est enregistrée."
                    : "Cette fermeture était déjà enregistrée.";
        });
    }

    @PostMapping("/ressources/fermetures/{id:\\d+}/retirer")
    String reopen(@PathVariable long id, RedirectAttributes next) {
        Closure closure = Reach.of(closures.find(id), each -> access.seesCirconscription(each.circonscriptionUai()));
        access.edited(closure.circonscriptionUai());
        return FormAnswer.then(home(closure.circonscriptionUai()), next, Map.of(), () -> {
            service.reopen(id);
            return "La fermeture est retirée ; elle reste dans l'historique.";
        });
    }

    private static String home(String circonscription) {
        return "/ressources/fermetures?circonscription=" + circonscription;
    }
}
