package fr.forment.alternative.web;

import fr.forment.alternative.AlternativeService;
import fr.forment.alternative.Demands;
import fr.forment.alternative.WhyWords;
import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.french.Told;
import fr.forment.people.Reach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanPublicService;
import fr.forment.plan.PlanRights;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a plan does not do for those it is made for, each with what hinders it; and the draft of who reads it. */
@Controller
@RequiredArgsConstructor
class WhyController {

    private final AlternativeService service;
    private final PlanRights rights;
    private final DraftPage draft;
    private final PlanPublicService publics;

    @GetMapping("/plans/{id}/pourquoi")
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int voeux, Model model) {
        PlanRights.Located located = rights.workedOnIn(id);
        page(located.plan(), service.basis(located), voeux, model);
        return "alternative/why";
    }

    private void page(Plan plan, AlternativeService.Read read, int wishes, Model model) {
        PlanBasis basis = read.basis();
        PlanNames.Of called = read.called();
        AlternativeService.Thought thought = AlternativeService.think(basis, service.draft(plan.id()));
        var words = new WhyWords(called);
        model.addAttribute("plan", plan);
        model.addAttribute("mayAct", plan.state().isEditable());
        model.addAttribute("sessions", basis.sessions().size());
        draft.show(basis, thought, words, model);
        var needs = new NeedRows(basis, called, read.lacks());
        model.addAttribute("missing", needs.inAll());
        model.addAttribute("needs", needs.all());
        model.addAttribute("demands", Demands.of(basis, called));
        var rows = new WishRows(basis, called, words);
        model.addAttribute("fixed", rows.fixed());
        model.addAttribute("partners", rows.partners());
        model.addAttribute("wished", rows.inAll());
        model.addAttribute("wishes", Slice.of(rows.others(), wishes).with(rows::rows));
    }

    /** One of the groups, where there are too many for the page of all. */
    @GetMapping("/plans/{id}/pourquoi/{vague}/{module}")
    String need(@PathVariable long id, @PathVariable int vague, @PathVariable String module, Model model) {
        PlanRights.Located located = rights.workedOnIn(id);
        Plan plan = located.plan();
        AlternativeService.Read read = service.basis(located);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "need",
                new NeedRows(read.basis(), read.called(), read.lacks())
                        .of(vague, module)
                        .orElse(null));
        model.addAttribute("mayAct", plan.state().isEditable());
        return "alternative/need";
    }

    /** People without a seat take the free ones of a session. @param ecoles whose people they are */
    @PostMapping("/plans/{id}/pourquoi/{line}/rejoindre")
    String join(
            @PathVariable long id, @PathVariable int line, @RequestParam Set<String> ecoles, RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        Reach.within(List.of(line), service.lines(id));
        rights.reaches(plan, ecoles);
        Told.on(
                after,
                () -> French.count(publics.join(id, line, ecoles), "personne a", "personnes ont")
                        + " maintenant une place dans la session de la ligne " + line
                        + ", qui est épinglée : un calcul la laisse ainsi.");
        return "redirect:/plans/" + id + "/pourquoi";
    }

    @PostMapping("/plans/{id}/brouillon/{line}/retirer")
    String forget(@PathVariable long id, @PathVariable int line, RedirectAttributes after) {
        rights.workedOn(id);
        Reach.within(List.of(line), service.lines(id));
        after.addFlashAttribute(
                "done",
                service.forget(id, line)
                        ? "Le changement de la session de la ligne " + line + " est retiré de votre brouillon."
                        : "Le changement de la session de la ligne " + line + " n'était plus dans votre brouillon.");
        return "redirect:/plans/" + id + "/pourquoi";
    }

    /** @param vu fingerprint of the sessions the page showed */
    @PostMapping("/plans/{id}/brouillon")
    String apply(@PathVariable long id, @RequestParam(defaultValue = "") String vu, RedirectAttributes after) {
        rights.workedOn(id);
        boolean applied = Told.on(after, () -> {
            int changed = service.apply(id, vu);
            return changed == 1
                    ? "Le changement est appliqué : la session est épinglée à sa nouvelle place."
                    : "Les " + changed
                            + " changements sont appliqués : ces sessions sont épinglées à leur nouvelle place.";
        });
        return "redirect:/plans/" + id + (applied ? "" : "/pourquoi");
    }
}
