package fr.forment.hours.web;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Told;
import fr.forment.french.TypedHours;
import fr.forment.hours.HoursScale;
import fr.forment.hours.HoursScaleService;
import fr.forment.hours.HoursScales;
import fr.forment.hours.ServiceTime;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.Circonscription;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of hours of a circonscription: read by its team, set by its IEN or its secretary. */
@Controller
@RequiredArgsConstructor
class HoursScaleController {

    /** One line of the form: what was typed, and the default shown grey. */
    record Line(ServiceTime time, String due, String share, String defaultDue, String defaultShare) {}

    private final HoursTables tables;
    private final HoursScales scales;
    private final HoursScaleService service;
    private final MyPerimeter mine;
    private final SignedIn me;

    @GetMapping("/personnels/heures/bareme")
    String page(
            @RequestParam(required = false) String circonscription,
            @RequestParam(required = false) String annee,
            Model model) {
        List<Circonscription> seen = tables.circonscriptions();
        me.refuseUnless(!seen.isEmpty());
        Circonscription where =
                circonscription == null || circonscription.isEmpty() ? seen.get(0) : find(circonscription);
        List<String> years = years(where);
        String year = years.contains(annee) ? annee : tables.chosen(null);
        HoursScale scale = scales.of(where.uai(), year);
        model.addAttribute("where", where);
        model.addAttribute("circonscriptions", seen);
        model.addAttribute("years", years);
        model.addAttribute("schoolYear", year);
        model.addAttribute("ownTable", scales.years(where.uai()).contains(year));
        model.addAttribute("mayEdit", mine.setsHoursOf(where.uai()) && service.isOpen(year));
        model.addAttribute("fingerprint", scale.fingerprint());
        model.addAttribute("lines", lines(scale, model));
        model.addAttribute("history", scales.historyOf(where.uai()));
        return "hours/hoursScale";
    }

    /** @param typed "due.TEMPS_PLEIN", "share.TEMPS_PLEIN", … */
    @PostMapping("/personnels/heures/bareme")
    String set(
            @RequestParam String circonscription,
            @RequestParam String annee,
            @RequestParam String empreinte,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        Circonscription where = find(circonscription);
        me.act(() -> mine.setsHoursOf(where.uai()));
        next.addAttribute("circonscription", where.uai());
        next.addAttribute("annee", annee);
        if (!Told.on(next, () -> {
            int changed = service.set(where.uai(), annee, rows(typed), empreinte);
            return changed == 0
                    ? "Rien n'a changé."
                    : "Le barème " + annee + " est enregistré (" + French.count(changed, "ligne changée") + ").";
        })) {
            next.addFlashAttribute("typed", typed);
        }
        return "redirect:/personnels/heures/bareme";
    }

    private static Map<ServiceTime, HoursScale.Row> rows(Map<String, String> typed) {
        Map<ServiceTime, HoursScale.Row> rows = new EnumMap<>(ServiceTime.class);
        for (ServiceTime time : ServiceTime.values()) {
            rows.put(
                    time,
                    new HoursScale.Row(
                            TypedHours.minutes(typed.get("due." + time), time.label() + ", heures dues"),
                            TypedHours.minutes(typed.get("share." + time), time.label() + ", part pour l'ENT")));
        }
        return rows;
    }

    /** What was typed and refused comes back as it was. */
    private static List<Line> lines(HoursScale scale, Model model) {
        Map<String, String> typed = new HashMap<>();
        if (model.getAttribute("typed") instanceof Map<?, ?> back) {
            back.forEach((name, value) -> typed.put(String.valueOf(name), String.valueOf(value)));
        }
        List<Line> lines = new ArrayList<>();
        for (ServiceTime time : ServiceTime.values()) {
            lines.add(new Line(
                    time,
                    typed.getOrDefault("due." + time, text(scale.row(time).due())),
                    typed.getOrDefault("share." + time, text(scale.row(time).share())),
                    French.duration(scale.defaultDue(time)),
                    French.duration(scale.defaultShare(time))));
        }
        return lines;
    }

    private List<String> years(Circonscription where) {
        List<String> years = new ArrayList<>(scales.years(where.uai()));
        tables.years().stream().filter(year -> !years.contains(year)).forEach(years::add);
        return years.stream().sorted().toList();
    }

    private Circonscription find(String uai) {
        return tables.circonscriptions().stream()
                .filter(each -> each.uai().equals(uai))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String text(Integer minutes) {
        return minutes == null ? "" : French.duration(minutes);
    }
}
