package fr.forment.alternative.web;

import fr.forment.alternative.AlternativeService;
import fr.forment.alternative.Change;
import fr.forment.alternative.Grounds;
import fr.forment.alternative.Priced;
import fr.forment.alternative.SessionAlternatives;
import fr.forment.alternative.WhyWords;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.people.Reach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Draft;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One session of a plan: why it is where it is, what its schools wished for, and how else it could be held. */
@Controller
@RequiredArgsConstructor
class AlternativeController {

    /** @param text when, where, with whom; @param price in words; @param change as the form carries it */
    public record Offer(String text, String price, String change) {}

    /** @param school its name */
    public record Wish(String school, String wished, String why) {}

    private final AlternativeService service;
    private final PlanRights rights;
    private final DraftPage draft;

    @GetMapping("/plans/{id}/autrement/{line}")
    String show(@PathVariable long id, @PathVariable int line, Model model) {
        PlanRights.Located located = rights.workedOnIn(id);
        Plan plan = located.plan();
        AlternativeService.Read read = service.basis(located);
        PlanBasis basis = read.basis();
        PlannedSession session = Reach.of(
                basis.sessions().stream().filter(each -> each.line() == line).findFirst(), each -> true);
        AlternativeService.Thought thought = AlternativeService.think(basis, service.draft(id));
        PlanNames.Of called = read.called();
        var words = new WhyWords(called);
        model.addAttribute("plan", plan);
        model.addAttribute("line", line);
        model.addAttribute("what", called.module(session.moduleCode()) + ", " + called.audience(session));
        model.addAttribute("mayAct", plan.state().isEditable());
        draft.show(basis, thought, words, model);
        Draft now = thought.sessions().stream()
                .filter(each -> each.line() == line)
                .findFirst()
                .orElse(null);
        model.addAttribute("known", now != null);
        if (now != null) {
            about(new SessionAlternatives(basis.facts(), basis.weights(), thought.sessions(), line), words, model);
            Draft planned = basis.drafts().stream()
                    .filter(each -> each.line() == line)
                    .findFirst()
                    .orElseThrow();
            model.addAttribute("now", words.when(planned));
            model.addAttribute("drafted", Change.to(planned).equals(Change.to(now)) ? null : words.held(now));
            model.addAttribute("fromDraft", !thought.made().isEmpty());
            model.addAttribute("reasons", new Grounds(basis, basis.drafts(), called).of(session, planned));
        }
        return "alternative/session";
    }

    private static void about(SessionAlternatives alternatives, WhyWords words, Model model) {
        SessionAlternatives.Answers answers = alternatives.answers();
        SessionAlternatives.Offers offers = answers.offers();
        model.addAttribute(
                "offers",
                offers.best().stream().map(priced -> offer(words, priced)).toList());
        model.addAttribute(
                "few",
                offers.possible() > 0
                        ? few(offers)
                        : few(offers) + alternatives.freed().map(words::freed).orElse(""));
        model.addAttribute(
                "tried",
                offers.weighed() < offers.possible()
                        ? (offers.weighed() < 2
                                        ? "Comparée : la façon la plus proche d'aujourd'hui, sur "
                                        : "Comparées : les " + French.number(offers.weighed())
                                                + " façons les plus proches d'aujourd'hui, sur ")
                                + French.number(offers.possible())
                                + " possibles. Les autres n'ont pas été comparées."
                        : null);
        model.addAttribute(
                "wishes",
                answers.wishes().stream()
                        .map(why -> new Wish(
                                words.place(why.wish().uai()), WhyWords.wished(why.wish()), words.inFrench(why)))
                        .toList());
    }

    /** Null where there are three. */
    private static String few(SessionAlternatives.Offers offers) {
        if (offers.best().size() >= SessionAlternatives.OFFERED) {
            return null;
        }
        return (offers.tooLate() == 0
                        ? ""
                        : French.count(
                                offers.tooLate(),
                                "autre façon laisserait des personnes sans formation avant l'ouverture : elle n'est pas proposée. ",
                                "autres façons laisseraient des personnes sans formation avant l'ouverture : elles ne sont pas proposées. "))
                + WhyWords.hindrances(offers.obstacles());
    }

    private static Offer offer(WhyWords words, Priced priced) {
        return new Offer(
                French.capital(words.held(priced.way())),
                words.price(priced),
                Change.to(priced.way()).written());
    }

    /** Nothing of the plan changes: the draft of who asks does. */
    @PostMapping("/plans/{id}/autrement/{line}")
    String think(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String change,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        Reach.within(List.of(line), service.lines(id));
        if (!plan.state().isEditable()) {
            throw new Refusal("Cette version ne se modifie plus ("
                    + French.inSentence(plan.state().label()) + ") : préparez un avenant pour changer le plan.");
        }
        Change asked = Change.read(change)
                .filter(each -> each.line() == line)
                .orElseThrow(() -> new Refusal(
                        "Choisissez une des façons proposées sur la page de la session de la ligne " + line + "."));
        Told.on(
                after,
                "Le changement de la session de la ligne " + line + " est dans votre brouillon. Rien n'est appliqué.",
                () -> service.think(id, asked));
        return "redirect:/plans/" + id + "/autrement/" + line;
    }
}
