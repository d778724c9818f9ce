package fr.forment.plan.web;

import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.OutOfReach;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanPublicService;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a session of a version that is not decided on is for: so many people of each school. */
@Controller
@RequiredArgsConstructor
class PlanPublicController {

    private static final String EXPECTED = "Personnes attendues";

    private final Plans plans;
    private final PlanPublicService publics;
    private final PlanFollowUp followUp;
    private final PlanNames names;
    private final PlanRights rights;

    /** A school of the form. @param people as they are, or as somebody typed them */
    record Row(String uai, String label, String people, int most, String hint) {}

    @GetMapping("/plans/{id}/modifier/{line}/ecoles")
    String show(@PathVariable long id, @PathVariable int line, Model model) {
        Plan plan = rights.workedOn(id);
        return page(plan, line(plan, line), Map.of(), model);
    }

    private String page(Plan plan, PlannedSession planned, Map<String, String> typed, Model model) {
        List<PlanPublicService.Guest> guests = publics.guests(plan.id(), planned.line());
        PlanNames.Of called = names.of(
                List.of(planned),
                guests.stream().map(PlanPublicService.Guest::uai).toList(),
                List.of());
        model.addAttribute("plan", plan);
        model.addAttribute("planned", planned);
        model.addAttribute("shown", shown(planned).sent());
        model.addAttribute(
                "guests",
                guests.stream()
                        .map(guest -> new Row(
                                guest.uai(),
                                called.place(guest.uai()),
                                typed.getOrDefault(guest.uai(), String.valueOf(guest.seated())),
                                guest.most(),
                                French.count(guest.seated(), "personne attendue", "personnes attendues") + ", "
                                        + waiting(guest)))
                        .toList());
        return "plan/public";
    }

    private static String waiting(PlanPublicService.Guest guest) {
        return guest.waiting() == 0
                ? "personne d’autre à placer"
                : French.count(guest.waiting(), "autre sans place", "autres sans place")
                        + (guest.able() == guest.waiting()
                                ? ""
                                : guest.able() == 0
                                        ? ", sans assez d’heures cette année"
                                        : ", dont " + French.count(guest.able(), "a", "ont")
                                                + " encore assez d’heures");
    }

    /** @param ecoles schools, each with how many of its people are expected, in the same order */
    @PostMapping("/plans/{id}/modifier/{line}/ecoles")
    String invite(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam List<String> ecoles,
            @RequestParam List<String> personnes,
            @RequestParam(required = false) String vu,
            Model model,
            RedirectAttributes after) {
        Plan plan = rights.workedOn(id);
        PlannedSession planned = line(plan, line);
        rights.reaches(plan, ecoles);
        Map<String, String> typed = new LinkedHashMap<>();
        for (int n = 0; n < ecoles.size(); n++) {
            typed.put(ecoles.get(n), n < personnes.size() ? personnes.get(n).strip() : "");
        }
        try {
            publics.invite(id, line, numbers(typed), now -> shown(now).refuseUnlessSeen(vu));
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            page(plan, planned, typed, model);
            model.addAttribute("shown", shown(planned).sentAfter(refusal, vu));
            return "plan/public";
        }
        after.addFlashAttribute(
                "done", "Les écoles attendues à la session de la ligne " + line + " sont enregistrées.");
        return "redirect:/plans/" + id + "/modifier";
    }

    private static Map<String, Integer> numbers(Map<String, String> typed) {
        Map<String, Integer> people = new LinkedHashMap<>();
        typed.forEach((uai, number) -> {
            if (!number.matches("[0-9]{1,3}")) {
                throw new Refusal("Indiquez pour chaque école un nombre de personnes, 0 si elle ne vient pas.");
            }
            people.put(uai, Integer.valueOf(number));
        });
        return people;
    }

    private Shown shown(PlannedSession session) {
        PlanNames.Of called = names.of(List.of(session), List.of(), List.of());
        return Shown.of(
                EXPECTED,
                session.seats().entrySet().stream()
                        .map(seat -> called.place(seat.getKey()) + " : " + seat.getValue())
                        .collect(Collectors.joining(" ; ")));
    }

    private PlannedSession line(Plan plan, int line) {
        return PlanFollowUp.asTheyStand(followUp.present(plan), plans.sessions(plan.id())).stream()
                .filter(session -> session.line() == line)
                .findFirst()
                .orElseThrow(OutOfReach::new);
    }
}
