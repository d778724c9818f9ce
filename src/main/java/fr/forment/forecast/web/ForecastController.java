package fr.forment.forecast.web;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.forecast.Assumption;
import fr.forment.forecast.Band;
import fr.forment.forecast.ForecastService;
import fr.forment.forecast.Forecasts;
import fr.forment.forecast.Measure;
import fr.forment.forecast.Scenario;
import fr.forment.forecast.Supposed;
import fr.forment.forecast.TypedRanges;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.people.TeamRights;
import fr.forment.territory.Circonscription;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The load of the coming years in the circonscriptions whose people the reader sees, and what it rests on. */
@Controller
@RequiredArgsConstructor
class ForecastController {

    private static final List<String> COLUMNS =
            List.of("circonscription", "annee", "mesure", "basse", "centrale", "haute");

    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn me;
    private final Forecasts forecasts;
    private final ForecastService service;
    private final Journal journal;
    private final Signatures signatures;

    /** One measure of one year, over the circonscriptions shown. */
    record Line(String year, Measure measure, Band band) {}

    /** One circonscription: central trainer days, year by year. */
    record Place(Circonscription circonscription, List<Band> days) {}

    /** One supposition as its form shows it. */
    record Field(Assumption of, Map<Scenario, String> values, String origin) {}

    @GetMapping("/previsions")
    String page(@RequestParam(name = "circonscription", defaultValue = "") String only, Model model) {
        return page(shown(only), only, null, model);
    }

    @GetMapping("/previsions.csv")
    ResponseEntity<byte[]> sheet(@RequestParam(name = "circonscription", defaultValue = "") String only) {
        List<Circonscription> shown = shown(only);
        Forecasts.Ground ground = forecasts.of(uais(shown));
        List<List<String>> rows = new ArrayList<>();
        for (Circonscription each : shown) {
            for (Measure measure : Measure.values()) {
                List<Band> bands = ground.bands(each.uai(), measure);
                for (int year = 0; year < bands.size(); year++) {
                    rows.add(List.of(
                            each.shortName(),
                            ground.years().get(year),
                            measure.label(),
                            bands.get(year).lowTold(),
                            bands.get(year).centralTold(),
                            bands.get(year).highTold()));
                }
            }
        }
        return Downloads.csv("charge-des-annees-a-venir.csv", CsvSheet.of(COLUMNS, rows));
    }

    @PostMapping("/previsions/{uai}")
    String write(
            @PathVariable String uai,
            @RequestParam(required = false) String vu,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes after) {
        List<Circonscription> one = shown(uai);
        me.act(() -> team.isExpert(uai));
        TypedRanges typed = new TypedRanges(sent.toSingleValueMap());
        int changed;
        try {
            changed = service.write(uai, vu, typed.read());
        } catch (Refusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
            model.addAttribute(
                    "vu", forecasts.of(List.of(uai)).supposed().get(uai).shown().sentAfter(refusal, vu));
            return page(one, uai, typed.changedFrom(vu), model);
        }
        after.addFlashAttribute("done", changed == 0 ? "Rien n'a changé." : "Les hypothèses sont enregistrées.");
        return "redirect:/previsions?circonscription=" + uai;
    }

    private String page(List<Circonscription> shown, String only, TypedRanges typed, Model model) {
        Forecasts.Ground ground = forecasts.of(uais(shown));
        List<Line> lines = new ArrayList<>();
        for (int year = 0; year < ground.years().size(); year++) {
            for (Measure measure : Measure.values()) {
                int at = year;
                lines.add(new Line(
                        ground.years().get(year),
                        measure,
                        Band.sum(shown.stream()
                                .map(each -> ground.bands(each.uai(), measure).get(at))
                                .toList())));
            }
        }
        List<Line> days = lines.stream()
                .filter(line -> line.measure() == Measure.TRAINER_DAYS)
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("days", days);
        model.addAttribute(
                "top",
                days.stream()
                        .map(line -> line.band().high())
                        .reduce(BigDecimal.ONE, BigDecimal::max)
                        .doubleValue());
        model.addAttribute("years", ground.years());
        model.addAttribute(
                "places",
                shown.size() < 2
                        ? List.of()
                        : shown.stream()
                                .map(each -> new Place(each, ground.bands(each.uai(), Measure.TRAINER_DAYS)))
                                .toList());
        model.addAttribute("only", only.isEmpty() ? null : shown.get(0));
        if (shown.size() == 1) {
            suppositions(shown.get(0), ground, typed == null ? new TypedRanges(Map.of()) : typed, model);
        }
        return "forecast/forecast";
    }

    private void suppositions(Circonscription one, Forecasts.Ground ground, TypedRanges typed, Model model) {
        Supposed supposed = ground.supposed().get(one.uai());
        model.addAttribute("where", one);
        model.addAttribute("situation", ground.situations().get(one.uai()));
        model.addAttribute("mayEdit", team.isExpert(one.uai()));
        model.addAttribute(
                "fields",
                Arrays.stream(Assumption.values())
                        .map(each -> {
                            Map<Scenario, String> values = new LinkedHashMap<>();
                            for (Scenario scenario : Scenario.values()) {
                                values.put(scenario, typed.shown(each, scenario, supposed.range(each)));
                            }
                            return new Field(each, values, supposed.origin(each).label());
                        })
                        .toList());
        if (!model.containsAttribute("vu")) {
            model.addAttribute("vu", supposed.shown().sent());
        }
        model.addAttribute("history", signatures.named(journal.latest(ForecastService.JOURNAL, one.uai())));
    }

    private List<Circonscription> shown(String only) {
        List<Circonscription> mine = perimeter.circonscriptionsOfPeople();
        me.refuseUnless(!mine.isEmpty());
        List<Circonscription> shown = only.isEmpty()
                ? mine
                : mine.stream().filter(each -> each.uai().equals(only)).toList();
        if (shown.isEmpty()) {
            throw new OutOfReach();
        }
        return shown;
    }

    private static List<String> uais(List<Circonscription> shown) {
        return shown.stream().map(Circonscription::uai).toList();
    }
}
