package fr.forment.hours.web;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Told;
import fr.forment.hours.HoursFigures;
import fr.forment.hours.HoursLedger;
import fr.forment.hours.HoursLine;
import fr.forment.hours.HoursLines;
import fr.forment.hours.OutsideHours;
import fr.forment.hours.OutsideHoursService;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.PeopleSearch;
import fr.forment.people.Reach;
import fr.forment.territory.SchoolCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's hours: mine, or those of somebody of my perimeter. */
@Controller
@RequiredArgsConstructor
class HoursController {

    private final Agents agents;
    private final Reach reach;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final PeopleSearch people;
    private final SchoolCalendar calendar;
    private final HoursLedger ledger;
    private final HoursLines lines;
    private final OutsideHoursService outside;

    /** @param corriger the line to put into the form */
    @GetMapping("/moi/heures")
    String myself(
            @RequestParam(required = false) String annee, @RequestParam(required = false) Long corriger, Model model) {
        Agent agent = me.agentId() == null ? null : agents.find(me.agentId()).orElse(null);
        return agent == null ? "redirect:/moi" : page(agent, annee, corriger, model);
    }

    @GetMapping("/personnels/{id:\\d+}/heures")
    String one(
            @PathVariable long id,
            @RequestParam(required = false) String annee,
            @RequestParam(required = false) Long corriger,
            Model model) {
        return page(reach.person(id), annee, corriger, model);
    }

    @PostMapping("/personnels/{id:\\d+}/heures")
    String add(@PathVariable long id, @ModelAttribute OutsideForm form, RedirectAttributes next) {
        Agent agent = entered(id);
        return answer(agent, form, null, next, () -> {
            OutsideHours hours = form.hours();
            return outside.add(id, form.number(), hours)
                    ? "Ajouté : " + hours.label() + ", " + French.duration(hours.minutes()) + "."
                    : "Cette ligne était déjà enregistrée : elle n'est comptée qu'une fois.";
        });
    }

    @PostMapping("/personnels/{id:\\d+}/heures/{line:\\d+}")
    String correct(
            @PathVariable long id, @PathVariable long line, @ModelAttribute OutsideForm form, RedirectAttributes next) {
        Agent agent = entered(id);
        outside.requireLine(id, line);
        return answer(agent, form, line, next, () -> {
            outside.correct(id, line, form.version() == null ? -1 : form.version(), form.hours());
            return "La ligne est corrigée ; la valeur d'avant reste dans l'historique.";
        });
    }

    @PostMapping("/personnels/{id:\\d+}/heures/{line:\\d+}/retirer")
    String withdraw(
            @PathVariable long id, @PathVariable long line, @RequestParam int version, RedirectAttributes next) {
        Agent agent = entered(id);
        outside.requireLine(id, line);
        return answer(agent, null, null, next, () -> {
            outside.withdraw(id, line, version);
            return "La ligne est retirée ; elle reste dans l'historique.";
        });
    }

    private String page(Agent agent, String asked, Long corrected, Model model) {
        List<String> years = lines.years(agent.id());
        String year = years.contains(asked) ? asked : calendar.schoolYear(agents.today());
        List<HoursLine> found = lines.of(agent.id(), year);
        Optional<HoursLine> line = found.stream()
                .filter(each -> each.isOutside() && corrected != null && each.id() == corrected)
                .findFirst();
        model.addAttribute("agent", agent);
        model.addAttribute("place", people.places(List.of(agent)).get(agent.id()));
        model.addAttribute("isMe", agent.id().equals(me.agentId()));
        model.addAttribute("years", years);
        model.addAttribute("hours", new HoursFigures(ledger.account(agent, year), year));
        model.addAttribute("lines", found);
        model.addAttribute("mayEnter", mine.entersHoursOf(agent));
        model.addAttribute("corrected", line.orElse(null));
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    line.map(each -> new OutsideForm(
                                    each.label(),
                                    String.valueOf(each.day()),
                                    French.duration(each.minutes()),
                                    null,
                                    each.version()))
                            .orElseGet(OutsideForm::empty));
        }
        return "hours/hours";
    }

    private String answer(Agent agent, OutsideForm typed, Long line, RedirectAttributes next, Supplier<String> action) {
        if (!Told.on(next, action)) {
            if (typed != null) {
                next.addFlashAttribute("form", typed); // nothing has to be typed again
            }
            if (line != null) {
                next.addAttribute("corriger", line);
            }
        }
        return "redirect:"
                + (agent.id().equals(me.agentId()) ? "/moi/heures" : "/personnels/" + agent.id() + "/heures");
    }

    private Agent entered(long id) {
        Agent agent = reach.person(id);
        me.act(() -> mine.entersHoursOf(agent));
        return agent;
    }
}
