package fr.forment.grid.web;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsShown;
import fr.forment.files.CsvSheet;
import fr.forment.files.XlsxBook;
import fr.forment.grid.GridCorrection;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.GridLine;
import fr.forment.grid.GridSchool;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The grid as files, written as they are read: what the screen shows with the same filter, schools that were not asked
 * left out.
 */
@Component
@RequiredArgsConstructor
class GridFiles {

    static final List<String> COLUMNS = List.of(
            "uai",
            "ecole",
            "commune",
            "priorite",
            "raison",
            "estimee",
            "module",
            "intitule",
            "public",
            "personnes_a_former",
            "deja_formees",
            "declarees",
            "souhait",
            "corrigee",
            "a_verifier",
            "demandees",
            "retirees_deja_formees",
            "retirees_sans_heures",
            "calculees",
            "a_decouvrir",
            "debutent");

    private final GridPage page;
    private final GridFigures figures;
    private final NeedsShown shown;

    void csv(Campaign campaign, GridFilter filter, OutputStream out) throws IOException {
        CsvSheet.write(
                out,
                COLUMNS,
                page.eachPlace(campaign, filter)
                        .flatMap(GridFiles::cells)
                        .map(GridFiles::line)
                        .map(cells -> cells.stream()
                                .map(cell -> cell == null ? "" : String.valueOf(cell))
                                .toList()));
    }

    /** Sheet by sheet, each in its own walk over the schools, so that a whole académie fits. */
    void workbook(Campaign campaign, GridFilter filter, OutputStream out) {
        List<GridCorrection> made = figures.corrections(campaign.id());
        Set<Long> corrected = made.stream().map(GridCorrection::lineId).collect(Collectors.toSet());
        Map<Long, Cell> found = new HashMap<>();
        try (var book = new XlsxBook(out)) {
            book.sheet(
                    "Grille",
                    List.of(
                            "Module",
                            "Intitulé",
                            "Niveau",
                            "Public",
                            "Demandées",
                            "Formées ou inscrites",
                            "Sans heures",
                            "Corrections",
                            "À former",
                            "Lieux concernés",
                            "Dont estimées",
                            "Déclarées à découvrir",
                            "Déclarées débutantes"),
                    page.totals(campaign, filter).stream().map(GridFiles::total));
            book.sheet(
                    "Par école",
                    COLUMNS,
                    page.eachPlace(campaign, filter)
                            .flatMap(GridFiles::cells)
                            .peek(
                                    each -> { // met on the way: corrections are told at the end
                                        if (corrected.contains(each.line.id())) {
                                            found.put(each.line.id(), each);
                                        }
                                    })
                            .map(GridFiles::line));
            book.sheet(
                    "Déductions",
                    List.of(
                            "UAI",
                            "École",
                            "Module",
                            "Public",
                            "Demandées",
                            "Formées ou inscrites",
                            "Sans heures",
                            "Calculées"),
                    page.eachPlace(campaign, filter)
                            .flatMap(GridFiles::cells)
                            .filter(each -> each.line.deductedAsTrained() + each.line.withoutHours() > 0)
                            .map(GridFiles::deduction));
            book.sheet(
                    "Écarts",
                    List.of(
                            "UAI",
                            "École",
                            "Commune",
                            "Donnée",
                            "L'école dit",
                            "Connu de FormENT",
                            "Écart",
                            "Que faire"),
                    page.schools(campaign, filter).stream().flatMap(GridFiles::differences));
            book.sheet(
                    "Corrections",
                    List.of(
                            "UAI",
                            "École",
                            "Module",
                            "Public",
                            "Quand",
                            "Qui",
                            "Donnée",
                            "Avant",
                            "Après",
                            "Le calcul disait",
                            "Motif"),
                    made.stream()
                            .filter(each -> found.containsKey(each.lineId()))
                            .map(each -> correction(found.get(each.lineId()), each)));
        }
    }

    private record Cell(GridPage.Place place, GridLine line, String module) {}

    private static Stream<Cell> cells(GridPage.Place place) {
        return place.lines().stream().map(each -> new Cell(place, each.line(), each.module()));
    }

    private static List<?> total(GridPage.Total total) {
        var sum = total.figures();
        return List.of(
                sum.moduleCode(),
                total.module(),
                total.level(),
                sum.profile().label(),
                sum.asked(),
                sum.trained(),
                sum.withoutHours(),
                sum.corrected(),
                sum.people(),
                sum.places(),
                sum.estimated(),
                sum.discovering(),
                sum.beginning());
    }

    private static List<?> line(Cell each) {
        GridLine line = each.line;
        GridSchool school = each.place.school();
        return Arrays.asList(
                line.schoolUai(),
                of(school, GridSchool::name),
                of(school, GridSchool::commune),
                of(school, GridSchool::priority),
                of(school, GridSchool::priorityReason),
                school != null && school.estimated() ? "oui" : "",
                line.moduleCode(),
                each.module,
                line.profile().label(),
                line.people(),
                line.alreadyTrained(),
                line.declared(),
                line.wish().matches("\\d") ? Integer.valueOf(line.wish()) : null,
                line.isCorrected() ? "oui" : "",
                school == null ? "" : String.join(" ; ", school.findings()),
                line.asked(),
                line.deductedAsTrained(),
                line.withoutHours(),
                line.computed(),
                line.discovering(),
                line.discovering() == null ? null : line.declared() - line.discovering());
    }

    private static List<?> deduction(Cell each) {
        return List.of(
                each.line.schoolUai(),
                each.place.label(),
                each.module,
                each.line.profile().label(),
                each.line.asked(),
                each.line.deductedAsTrained(),
                each.line.withoutHours(),
                each.line.computed());
    }

    private static Stream<List<?>> differences(GridSchool school) {
        return school.differences().stream()
                .map(found -> Arrays.asList(
                        school.schoolUai(),
                        school.name(),
                        school.commune(),
                        found.what(),
                        found.said(),
                        found.known(),
                        found.said() == null || found.known() == null ? null : found.said() - found.known(),
                        found.remedy()));
    }

    private List<?> correction(Cell cell, GridCorrection made) {
        return Arrays.asList(
                cell.line.schoolUai(),
                cell.place.label(),
                cell.module,
                cell.line.profile().label(),
                shown.local(made.at()),
                shown.who(made.actor()),
                made.kind().label(),
                made.peopleBefore(),
                made.peopleAfter(),
                made.computed(),
                made.reason());
    }

    private static Object of(GridSchool school, Function<GridSchool, Object> part) {
        return school == null ? null : part.apply(school);
    }
}
