package fr.forment.overview.web;

import fr.forment.catalogue.Catalogue;
import fr.forment.database.Slice;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.French;
import fr.forment.french.Typed;
import fr.forment.overview.board.Board;
import fr.forment.overview.board.BoardQuestion;
import fr.forment.overview.board.BoardRow;
import fr.forment.overview.board.CoverageMap;
import fr.forment.overview.board.Funnel;
import fr.forment.overview.board.RecentFigures;
import fr.forment.overview.board.Trained;
import fr.forment.overview.board.TrainedPeople;
import fr.forment.people.OutOfReach;
import fr.forment.territory.Circonscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where training stands in the circonscriptions whose people the reader sees: one figure a question, its list behind.
 */
@Controller
@RequiredArgsConstructor
class BoardController {

    private static final List<String> COLUMNS =
            List.of("circonscription", "ecole", "personne", "module", "precision", "jour");
    private static final List<String> CELLS = List.of(
            "circonscription", "module", "personnes_prevues", "personnes_formees", "formees_il_y_a_trente_jours");

    private final BoardPlaces places;
    private final Board board;
    private final RecentFigures recent;
    private final BoardLines lines;
    private final TrainedPeople trained;
    private final Funnel funnel;
    private final Catalogue catalogue;

    /** @param total over the circonscriptions shown */
    record Figure(BoardQuestion question, int total) {

        static Figure of(BoardQuestion question, Map<BoardQuestion, Map<String, Integer>> counts) {
            return new Figure(
                    question,
                    counts.get(question).values().stream().mapToInt(n -> n).sum());
        }
    }

    /** One circonscription among several, what waits most first. */
    record Zone(Circonscription circonscription, List<Integer> counts, int total, Integer percent, boolean drifts) {

        /** « 3 ouvertures en retard ; 2 sessions sans date »: what is not zero, in the order of the questions. */
        public String awaited(List<BoardQuestion> questions) {
            return total == 0
                    ? "rien en retard"
                    : IntStream.range(0, counts.size())
                            .filter(n -> counts.get(n) > 0)
                            .mapToObj(n -> French.number(counts.get(n)) + " "
                                    + French.inSentence(questions.get(n).label(counts.get(n))))
                            .collect(Collectors.joining(" ; "));
        }
    }

    @GetMapping("/tableau")
    String board(@RequestParam(name = "circonscription", defaultValue = "") String only, Model model) {
        List<Circonscription> shown = places.shown(only);
        List<String> uais = BoardPlaces.uais(shown);
        Map<BoardQuestion, Map<String, Integer>> counts = recent.fresh("board", uais, board.counts(uais));
        CoverageMap coverage = CoverageMap.of(trained.of(uais));
        model.addAttribute(
                "figures",
                Arrays.stream(BoardQuestion.values())
                        .filter(BoardQuestion::isAlert)
                        .map(each -> Figure.of(each, counts))
                        .toList());
        model.addAttribute(
                "sums",
                Arrays.stream(BoardQuestion.values())
                        .collect(Collectors.toMap(BoardQuestion::path, each -> Figure.of(each, counts)
                                .total())));
        model.addAttribute("zones", shown.size() < 2 ? List.of() : zones(shown, counts, coverage));
        model.addAttribute("questions", BoardQuestion.alerts());
        model.addAttribute("coverage", coverage);
        model.addAttribute("withoutPlan", shown.size() < 2 ? List.of() : withoutPlan(shown, coverage));
        model.addAttribute("titles", catalogue.titles());
        model.addAttribute("funnel", Funnel.stages(funnel.of(shown)));
        model.addAttribute("names", BoardPlaces.names(shown));
        model.addAttribute("only", only.isEmpty() ? null : shown.get(0));
        return "overview/board";
    }

    @GetMapping("/tableau/{question:[a-z]+}")
    String list(
            @PathVariable String question,
            @RequestParam(name = "circonscription", defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        BoardQuestion asked = asked(question);
        List<Circonscription> shown = places.shown(only);
        model.addAttribute("question", asked);
        model.addAttribute(
                "rows",
                board.rows(asked, BoardPlaces.uais(shown), page)
                        .with(some -> lines.of(asked, some, BoardPlaces.names(shown))));
        model.addAttribute("only", only.isEmpty() ? null : shown.get(0));
        model.addAttribute("several", shown.size() > 1);
        return "overview/boardList";
    }

    @GetMapping("/tableau/{question:[a-z]+}.csv")
    ResponseEntity<byte[]> sheet(
            @PathVariable String question, @RequestParam(name = "circonscription", defaultValue = "") String only) {
        BoardQuestion asked = asked(question);
        List<Circonscription> shown = places.shown(only);
        List<BoardRow> all = board.all(asked, BoardPlaces.uais(shown));
        return Downloads.csv(
                asked.path() + ".csv",
                CsvSheet.of(
                        COLUMNS,
                        lines.of(asked, all, BoardPlaces.names(shown)).stream()
                                .map(BoardLines.Line::cells)
                                .toList()));
    }

    @GetMapping("/tableau/formees.csv")
    ResponseEntity<byte[]> coverage(@RequestParam(name = "circonscription", defaultValue = "") String only) {
        List<Circonscription> shown = places.shown(only);
        Map<String, String> names = BoardPlaces.names(shown);
        return Downloads.csv(
                "personnes-formees.csv",
                CsvSheet.of(
                        CELLS,
                        trained.of(BoardPlaces.uais(shown)).stream()
                                .map(cell -> List.of(
                                        names.get(cell.place()),
                                        cell.module(),
                                        cell.needed(),
                                        cell.trained(),
                                        cell.before()))
                                .toList()));
    }

    /** Modules and circonscriptions, drawn and in a table. */
    @GetMapping("/tableau/formees")
    String map(@RequestParam(name = "circonscription", defaultValue = "") String only, Model model) {
        List<Circonscription> shown = places.shown(only);
        model.addAttribute("coverage", CoverageMap.of(trained.of(BoardPlaces.uais(shown))));
        model.addAttribute("titles", catalogue.titles());
        model.addAttribute("names", BoardPlaces.names(shown));
        model.addAttribute("only", only.isEmpty() ? null : shown.get(0));
        return "overview/coverage";
    }

    /** The schools behind one cell. */
    @GetMapping("/tableau/formees/{module}")
    String schools(
            @PathVariable String module,
            @RequestParam(name = "circonscription", defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Circonscription> shown = places.shown(only);
        String title = catalogue.titles().get(module);
        if (title == null) {
            throw new OutOfReach();
        }
        List<Trained> schools = trained.bySchool(module, BoardPlaces.uais(shown)).stream()
                .sorted(Comparator.comparing(Trained::share).thenComparing(Trained::place))
                .toList();
        model.addAttribute("title", title);
        model.addAttribute("needed", schools.stream().mapToInt(Trained::needed).sum());
        model.addAttribute(
                "trained", schools.stream().mapToInt(Trained::trained).sum());
        model.addAttribute("rows", Slice.of(schools, page).with(some -> lines.named(some, BoardPlaces.names(shown))));
        model.addAttribute("only", only.isEmpty() ? null : shown.get(0));
        return "overview/boardSchools";
    }

    private static BoardQuestion asked(String path) {
        return Typed.code(BoardQuestion.class, path.toUpperCase(Locale.ROOT)).orElseThrow(OutOfReach::new);
    }

    /** What cannot be compared with the others, and so never drifts. */
    private static List<Circonscription> withoutPlan(List<Circonscription> shown, CoverageMap coverage) {
        Set<String> covered =
                coverage.lines().stream().map(CoverageMap.Line::place).collect(Collectors.toSet());
        return shown.stream().filter(each -> !covered.contains(each.uai())).toList();
    }

    private static List<Zone> zones(
            List<Circonscription> shown, Map<BoardQuestion, Map<String, Integer>> counts, CoverageMap coverage) {
        Map<String, CoverageMap.Line> covered =
                coverage.lines().stream().collect(Collectors.toMap(CoverageMap.Line::place, Function.identity()));
        List<Zone> zones = new ArrayList<>();
        for (Circonscription each : shown) {
            List<Integer> its = BoardQuestion.alerts().stream()
                    .map(question -> counts.get(question).getOrDefault(each.uai(), 0))
                    .toList();
            CoverageMap.Line line = covered.get(each.uai());
            zones.add(new Zone(
                    each,
                    its,
                    its.stream().mapToInt(n -> n).sum(),
                    line == null ? null : line.whole().percent(),
                    line != null && line.drifts()));
        }
        zones.sort(Comparator.comparing(Zone::total).reversed().thenComparing(zone -> zone.circonscription()
                .name()));
        return zones;
    }
}
