package fr.forment.alternative.web;

import fr.forment.alternative.AlternativeService;
import fr.forment.alternative.Change;
import fr.forment.alternative.Priced;
import fr.forment.alternative.Prices;
import fr.forment.alternative.SessionAlternatives;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.Reach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.project.Projects;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One session of a plan: why it is where it is, and how else it could be held; and the changes thought about. */
@Controller
@RequiredArgsConstructor
class AlternativeController {

    /** @param text when, where, with whom; @param price in words; @param change as the address carries it */
    public record Offer(String text, String price, String change) {}

    /** @param school its name */
    public record Wish(String school, String wished, String why) {}

    private final AlternativeService service;
    private final PlanRights rights;
    private final PlanNames names;
    private final Projects projects;

    /** @param sent changes thought about so far, as this page writes them: names of places hold commas */
    @GetMapping("/plans/{id}/autrement/{line}")
    String show(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        Plan plan = rights.workedOn(id);
        PlanBasis basis = service.basis(id);
        Reach.within(
                List.of(line),
                basis.sessions().stream().map(PlannedSession::line).toList());
        return page(plan, basis, line, read(sent), model);
    }

    @PostMapping("/plans/{id}/autrement/{line}")
    String apply(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String vu,
            Model model,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        List<Change> changes = read(sent);
        try {
            service.apply(id, changes, vu);
        } catch (Refusal refusal) {
            PlanBasis basis = service.basis(id);
            Reach.within(
                    List.of(line),
                    basis.sessions().stream().map(PlannedSession::line).toList());
            model.addAttribute("problem", refusal.getMessage());
            return page(plan, basis, line, changes, model);
        }
        after.addFlashAttribute(
                "done",
                changes.size() == 1
                        ? "Le changement est appliqué : la session est épinglée à sa nouvelle place."
                        : "Les changements sont appliqués : ces sessions sont épinglées à leur nouvelle place.");
        return "redirect:/plans/" + id;
    }

    private static List<Change> read(MultiValueMap<String, String> sent) {
        return sent.getOrDefault("change", List.of()).stream()
                .flatMap(text -> Change.read(text).stream())
                .distinct()
                .limit(AlternativeService.MOST)
                .toList();
    }

    private String page(Plan plan, PlanBasis basis, int line, List<Change> changes, Model model) {
        AlternativeService.Thought thought = AlternativeService.think(basis, changes);
        List<PlannedSession> sessions = basis.sessions(thought.sessions());
        PlanNames.Of called = names.of(sessions, places(basis), trainers(basis));
        PlannedSession session = sessions.stream()
                .filter(each -> each.line() == line)
                .findFirst()
                .orElseThrow();
        model.addAttribute("plan", plan);
        model.addAttribute("project", projects.find(plan.projectId()).orElseThrow());
        model.addAttribute("line", line);
        model.addAttribute("what", called.module(session.moduleCode()) + ", " + called.audience(session));
        model.addAttribute(
                "now", text(called, session.day().atTime(session.start()), session.place(), session.trainerAgentId()));
        model.addAttribute("reasons", reasons(basis, session, called));
        model.addAttribute("mayAct", rights.mayEdit(plan));
        model.addAttribute("seen", basis.sessionsPrint());
        model.addAttribute(
                "changes",
                thought.made().stream().map(change -> offer(called, change)).toList());
        model.addAttribute(
                "written", thought.made().stream().map(Change::written).toList());
        model.addAttribute(
                "impossible", thought.left().stream().map(Change::line).toList());
        SessionAlternatives alternatives = SessionAlternatives.of(basis, thought.sessions(), line);
        model.addAttribute(
                "offers",
                alternatives.best().stream()
                        .map(priced -> offer(called, priced))
                        .toList());
        model.addAttribute("few", alternatives.whyFew().orElse(null));
        model.addAttribute(
                "wishes",
                alternatives.wishes().stream()
                        .map(wish -> new Wish(called.place(wish.schoolUai()), wish.wished(), wish.why()))
                        .toList());
        return "alternative/session";
    }

    /** Facts of the plan, one sentence each. */
    private static List<String> reasons(PlanBasis basis, PlannedSession session, PlanNames.Of called) {
        List<String> reasons = new ArrayList<>();
        reasons.add("Elle forme " + French.count(session.expected(), "personne")
                + " qui n'ont pas encore suivi ce module : " + called.audience(session) + ".");
        basis.facts().module(session.moduleCode()).ifPresent(module -> {
            if (module.isCompulsory()) {
                reasons.add("Ce module est obligatoire avant l'ouverture de l'ENT.");
            }
            if (!module.prerequisites().isEmpty()) {
                reasons.add("Elle vient après ce qu'il faut avoir suivi d'abord : "
                        + module.prerequisites().stream()
                                .sorted()
                                .map(called::module)
                                .reduce((one, other) -> one + ", " + other)
                                .orElse("")
                        + ".");
            }
        });
        EarliestStart earliest = Optional.ofNullable(session.vagueRank())
                .flatMap(basis.facts()::vague)
                .map(vague -> EarliestStart.ofVague(basis.facts(), vague, null))
                .orElseGet(() -> EarliestStart.ofPlan(basis.facts()));
        reasons.add("Elle ne peut pas se tenir avant le " + French.day(earliest.day()) + " : il faut d'abord "
                + earliest.why() + ".");
        if (basis.pinned().contains(session.line())) {
            reasons.add("Une personne de l'équipe l'a placée là : elle est épinglée.");
        }
        return reasons;
    }

    private static Offer offer(PlanNames.Of called, Priced priced) {
        Draft way = priced.way();
        return new Offer(
                text(called, way.day().atTime(way.start()), way.place(), way.trainerId()),
                Prices.inFrench(priced.more(), priced.unplaced()),
                Change.to(way).written());
    }

    private static Offer offer(PlanNames.Of called, Change change) {
        return new Offer(
                "Session n° " + change.line() + " : "
                        + text(called, change.day().atTime(change.start()), change.place(), change.trainerId()),
                null,
                change.written());
    }

    private static String text(PlanNames.Of called, LocalDateTime when, String place, Long trainer) {
        return French.day(when) + " à " + French.time(when) + ", " + called.place(place) + ", "
                + called.trainer(trainer);
    }

    private static Collection<String> places(PlanBasis basis) {
        return basis.facts().schools().stream().map(school -> school.uai()).toList();
    }

    private static Collection<Long> trainers(PlanBasis basis) {
        return basis.facts().people().stream()
                .filter(person -> person.schoolUai() == null)
                .map(person -> person.id())
                .toList();
    }
}
