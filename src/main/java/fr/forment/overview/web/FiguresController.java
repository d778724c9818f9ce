package fr.forment.overview.web;

import fr.forment.database.Slice;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.French;
import fr.forment.overview.board.BoardFigures;
import fr.forment.overview.board.Funnel;
import fr.forment.overview.board.Spans;
import fr.forment.people.OutOfReach;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures of the board that add up: sums, drawing, list and export are of the same rows. */
@Controller
@RequiredArgsConstructor
class FiguresController {

    private final BoardPlaces places;
    private final List<BoardFigures.Source> sources;

    /** A line as it is read. */
    record Line(List<Cell> cells, String link, Spans.Span span) {}

    /** @param minutes what a time says in minutes, as the export has it; null of all else */
    record Cell(String column, String text, boolean number, Number minutes) {

        static Cell of(String column, Object cell) {
            boolean number = cell instanceof Number;
            return number && isTime(column)
                    ? new Cell(header(column), French.duration(((Number) cell).longValue()), true, (Number) cell)
                    : new Cell(column, FiguresController.text(cell), number, null);
        }
    }

    /** Columns of minutes are read in hours; the export keeps minutes, which add up. */
    private static boolean isTime(String column) {
        return column.startsWith("Minutes ") || column.endsWith(", en minutes)");
    }

    private static String header(String column) {
        return isTime(column) ? column.replaceFirst("^Minutes ", "Heures ").replace(", en minutes)", ")") : column;
    }

    @GetMapping("/tableau/chiffres/{name:[a-z]+}")
    String figures(
            @PathVariable String name,
            @RequestParam(name = "circonscription", defaultValue = "") String only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        BoardFigures.Source source = named(name);
        List<Circonscription> shown = places.shown(only);
        BoardFigures figures = source.of(shown);
        model.addAttribute("source", source);
        model.addAttribute("figures", figures);
        model.addAttribute(
                "headers",
                source.columns().stream().map(FiguresController::header).toList());
        Slice<Line> rows = Slice.of(figures.rows(), page)
                .with(some -> some.stream().map(row -> line(source, row)).toList());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "spans",
                Spans.of(rows.rows().stream()
                        .map(Line::span)
                        .filter(Objects::nonNull)
                        .toList()));
        model.addAttribute("stages", source instanceof Funnel ? Funnel.stages(figures) : List.of());
        model.addAttribute("only", only.isEmpty() ? null : shown.get(0));
        return "overview/figures";
    }

    @GetMapping("/tableau/chiffres/{name:[a-z]+}.csv")
    ResponseEntity<byte[]> sheet(
            @PathVariable String name, @RequestParam(name = "circonscription", defaultValue = "") String only) {
        BoardFigures.Source source = named(name);
        return Downloads.csv(
                name + ".csv",
                CsvSheet.of(
                        source.columns(),
                        source.of(places.shown(only)).rows().stream()
                                .map(row -> row.cells().stream()
                                        .map(cell -> cell == null ? "" : cell)
                                        .toList())
                                .toList()));
    }

    private BoardFigures.Source named(String name) {
        return sources.stream()
                .filter(source -> source.path().equals(name))
                .findFirst()
                .orElseThrow(OutOfReach::new);
    }

    private static Line line(BoardFigures.Source source, BoardFigures.Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int n = 0; n < row.cells().size(); n++) {
            cells.add(Cell.of(source.columns().get(n), row.cells().get(n)));
        }
        return new Line(cells, row.link(), row.span());
    }

    private static String text(Object cell) {
        if (cell == null || cell.equals("")) {
            return "–";
        }
        return cell instanceof LocalDate day
                ? French.numeric(day)
                : cell instanceof Number number ? French.number(number) : cell.toString();
    }
}
