package fr.forment.computation.web;

import fr.forment.computation.GoalWords;
import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanChoiceService;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlanWeightsService;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Weights;
import fr.forment.project.Projects;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Ce qui compte le plus cette année": how much one unit of each goal weighs in a version. */
@Controller
@RequiredArgsConstructor
class WeightsController {

    /** One goal: what is typed or kept, what it was delivered with, and what is wrong with it. */
    public record Line(Goal goal, String unit, String example, String typed, int delivered, String problem) {}

    private static final String HOURS = "Au-delà des heures restantes";

    private final PlanWeightsService weights;
    private final PlanChoiceService choices;
    private final PlanRights rights;
    private final Projects projects;

    @GetMapping("/plans/{id}/ce-qui-compte")
    String show(@PathVariable long id, Model model) {
        Plan plan = rights.whole(id);
        Weights kept = weights.of(plan);
        return page(
                plan,
                texts(kept),
                Map.of(),
                plan.beyondHours(),
                shown(kept, plan.beyondHours()).sent(),
                false,
                model);
    }

    @PostMapping("/plans/{id}/ce-qui-compte")
    String adjust(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "false") boolean suivants,
            @RequestParam(defaultValue = "false") boolean auDela,
            @RequestParam(required = false) String auDelaMotif,
            @RequestParam(required = false) String vu,
            Model model,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        Map<Goal, String> typed = new EnumMap<>(Goal.class);
        Map<Goal, Integer> read = new EnumMap<>(Goal.class);
        Map<Goal, String> problems = new EnumMap<>(Goal.class);
        for (Goal goal : Goal.values()) {
            String text = Typed.text(sent.get("poids." + goal.name()));
            typed.put(goal, text);
            Typed.number(text)
                    .filter(weight -> weight >= 0 && weight <= Weights.MOST)
                    .ifPresentOrElse(
                            weight -> read.put(goal, weight),
                            () -> problems.put(goal, "Indiquez un nombre entier de 0 à 1 000 ; 0 : ne compte pas."));
        }
        String beyond = auDela ? Typed.text(auDelaMotif) : null;
        try {
            if (!problems.isEmpty()) {
                throw new Refusal("Rien n'est enregistré : corrigez "
                        + (problems.size() == 1 ? "le poids signalé" : "les poids signalés") + " ci-dessous.");
            }
            choices.choose(id, new Weights(read), beyond, suivants, (now, hours) -> shown(now, hours)
                    .refuseUnlessSeen(vu));
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            Plan present = rights.workedOn(id);
            Weights now = weights.of(present);
            Shown seen = Shown.read(vu);
            typed.replaceAll((goal, text) -> seen.says(goal.title(), text) ? String.valueOf(now.of(goal)) : text);
            model.addAttribute("beyondProblem", refusal.fields().contains("auDelaMotif") ? refusal.getMessage() : null);
            return page(
                    plan,
                    typed,
                    problems,
                    seen.says(HOURS, String.valueOf(beyond)) ? present.beyondHours() : beyond,
                    shown(now, present.beyondHours()).sentAfter(refusal, vu),
                    suivants,
                    model);
        }
        after.addFlashAttribute(
                "done", "Vos choix sont enregistrés : le prochain calcul les suivra. Le plan, lui, n'a pas changé.");
        return "redirect:/plans/" + id + "/ce-qui-compte";
    }

    /** As delivered, typed in but not yet saved: the person looks at it first. */
    @GetMapping("/plans/{id}/ce-qui-compte/livre")
    String delivered(@PathVariable long id, Model model) {
        Plan plan = rights.workedOn(id);
        return page(
                plan,
                texts(Weights.delivered()),
                Map.of(),
                null,
                shown(weights.of(plan), plan.beyondHours()).sent(),
                false,
                model);
    }

    private String page(
            Plan plan,
            Map<Goal, String> typed,
            Map<Goal, String> problems,
            String beyond,
            String seen,
            boolean ofNext,
            Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("project", projects.find(plan.projectId()).orElseThrow());
        model.addAttribute("mayAct", rights.mayEdit(plan));
        model.addAttribute("shown", seen);
        model.addAttribute("ofNext", ofNext);
        model.addAttribute("beyond", beyond);
        model.addAttribute("chosen", choices.ofPlansToCome(plan).orElse(null));
        model.addAttribute("reasonMax", PlanChoiceService.REASON_MAX);
        model.addAttribute("lines", lines(typed, problems));
        return "computation/weights";
    }

    private static List<Line> lines(Map<Goal, String> typed, Map<Goal, String> problems) {
        return Arrays.stream(Goal.values())
                .map(goal -> new Line(
                        goal,
                        goal.unit(),
                        GoalWords.example(goal),
                        typed.get(goal),
                        Weights.delivered().of(goal),
                        problems.get(goal)))
                .toList();
    }

    private static Map<Goal, String> texts(Weights weights) {
        Map<Goal, String> texts = new EnumMap<>(Goal.class);
        weights.of().forEach((goal, weight) -> texts.put(goal, String.valueOf(weight)));
        return texts;
    }

    private static Shown shown(Weights weights, String beyond) {
        return Shown.of(Stream.concat(
                        Arrays.stream(Goal.values())
                                .flatMap(goal -> Stream.of(goal.title(), (Object) weights.of(goal))),
                        Stream.of(HOURS, String.valueOf(beyond)))
                .toArray());
    }
}
