package fr.forment.session.web;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.Refusal;
import fr.forment.people.Agents;
import fr.forment.resource.TrainerGroups;
import fr.forment.session.SessionService;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Schools;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens a session that no plan set, or one in place of another that did not take place. */
@Controller
@RequiredArgsConstructor
class NewSessionController {

    private final SessionService sessions;
    private final SessionAccess access;
    private final TrainerGroups groups;
    private final Catalogue catalogue;
    private final Schools schools;
    private final Agents agents;

    @GetMapping("/sessions/nouvelle")
    String form(
            @RequestParam(required = false) String circonscription,
            @RequestParam(required = false) Long copie,
            @RequestParam(required = false) String module,
            Model model) {
        boolean named = circonscription != null && !circonscription.isBlank();
        if (named) {
            access.reach().circonscription(circonscription);
        }
        NewSessionForm form = copie != null
                ? NewSessionForm.like(access.organisable(copie))
                : NewSessionForm.empty(
                        named
                                ? circonscription
                                : organised().stream()
                                        .findFirst()
                                        .map(Circonscription::uai)
                                        .orElse(""),
                        module);
        return page(form, model);
    }

    @PostMapping("/sessions/nouvelle")
    String open(@ModelAttribute("form") NewSessionForm form, Model model, RedirectAttributes next) {
        access.reaches(form.circonscription(), form.trainer(), form.school(), form.otherPlace());
        access.act(() -> access.organises(form.circonscription()));
        try {
            TrainingModule module =
                    catalogue.find(form.module()).orElseThrow(() -> new Refusal("Choisissez le module."));
            SessionService.Opened opened =
                    sessions.open(form.asked(module), Boolean.TRUE.equals(form.shortNotice()), form.reason());
            next.addFlashAttribute(
                    "done",
                    opened.already()
                            ? "Cette session est déjà ouverte, au même moment et au même endroit : la voici."
                            : opened.heldBack().isEmpty()
                                    ? "La session est ouverte : vous pouvez y inscrire des personnes."
                                    : "La session est créée, mais elle attend : " + String.join(" ", opened.heldBack())
                                            + " Les inscriptions ouvriront ensuite.");
            return "redirect:/sessions/" + opened.session().id();
        } catch (Refusal no) {
            model.addAttribute("problem", no.getMessage());
            return page(form, model);
        }
    }

    private String page(NewSessionForm form, Model model) {
        access.act(() -> access.organises(form.circonscription()));
        model.addAttribute("form", form);
        model.addAttribute("circonscriptions", organised());
        model.addAttribute("modules", catalogue.active());
        model.addAttribute("schools", schools.inCirconscription(form.circonscription()));
        model.addAttribute(
                "trainers",
                groups.of(
                        agents.inCirconscription(form.circonscription()),
                        form.module(),
                        form.on().orElse(null),
                        form.trainer()));
        model.addAttribute(
                "formats",
                Arrays.stream(Format.values()).filter(Format::isSession).toList());
        return "session/new";
    }

    private List<Circonscription> organised() {
        return access.organised().stream()
                .sorted(Comparator.comparing(Circonscription::shortName))
                .toList();
    }
}
