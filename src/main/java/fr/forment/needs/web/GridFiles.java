package fr.forment.needs.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import fr.forment.needs.Campaign;
import fr.forment.needs.GridFigures;
import fr.forment.needs.GridFilter;
import fr.forment.needs.GridLine;
import fr.forment.needs.GridSchool;
import fr.forment.staff.XlsxSheet;
import org.springframework.stereotype.Component;

/** The grid as files: what the screen shows with the same filter, schools that were not asked left out. */
@Component
class GridFiles {

    static final List<String> COLUMNS = List.of("uai", "ecole", "commune", "priorite", "raison", "estimee", "module", "intitule", "public",
            "personnes_a_former", "deja_formees", "declarees", "souhait", "corrigee", "a_verifier", "demandees", "retirees_deja_formees",
            "retirees_sans_heures", "calculees", "a_decouvrir", "debutent");

    private final GridPage page;
    private final GridFigures figures;
    private final Shown shown;

    GridFiles(GridPage page, GridFigures figures, Shown shown) {
        this.page = page;
        this.figures = figures;
        this.shown = shown;
    }

    List<List<String>> rows(Campaign campaign, GridFilter filter) {
        return lines(page.everyPlace(campaign, filter)).stream().map(cells -> cells.stream().map(cell -> cell == null ? "" : String.valueOf(cell)).toList()).toList();
    }

    byte[] workbook(Campaign campaign, GridFilter filter) {
        List<GridPage.Place> places = page.everyPlace(campaign, filter);
        return XlsxSheet.workbook(
                new XlsxSheet("Grille", List.of("Module", "Intitulé", "Niveau", "Public", "Demandées", "Déjà formées", "Sans heures", "Corrections",
                        "À former", "Lieux concernés", "Dont estimées", "Déclarées à découvrir", "Déclarées débutantes"), page.totals(campaign, filter).stream().map(GridFiles::total).toList()),
                new XlsxSheet("Par école", COLUMNS, lines(places)),
                new XlsxSheet("Déductions", List.of("UAI", "École", "Module", "Public", "Demandées", "Déjà formées", "Sans heures", "Calculées"),
                        each(places).filter(each -> each.line.deductedAsTrained() + each.line.withoutHours() > 0).map(GridFiles::deduction).toList()),
                new XlsxSheet("Écarts", List.of("UAI", "École", "Commune", "Quoi", "L'école dit", "Nous connaissons", "Écart", "Que faire"), differences(places)),
                new XlsxSheet("Corrections", List.of("UAI", "École", "Module", "Public", "Quand", "Qui", "Quoi", "Avant", "Après", "Le calcul disait",
                        "Motif"), corrections(campaign, places)));
    }

    private record Cell(GridPage.Place place, GridLine line, String module) {
    }

    private static Stream<Cell> each(List<GridPage.Place> places) {
        return places.stream().flatMap(place -> place.lines().stream().map(each -> new Cell(place, each.line(), each.module())));
    }

    private static List<?> total(GridPage.Total total) {
        var sum = total.figures();
        return List.of(sum.moduleCode(), total.module(), total.level(), sum.profile().label(), sum.asked(), sum.trained(), sum.withoutHours(),
                sum.corrected(), sum.people(), sum.places(), sum.estimated(), sum.discovering(), sum.beginning());
    }

    private static List<List<?>> lines(List<GridPage.Place> places) {
        List<List<?>> rows = new ArrayList<>();
        each(places).forEach(each -> {
            GridLine line = each.line;
            GridSchool school = each.place.school();
            rows.add(Arrays.asList(line.schoolUai(), of(school, GridSchool::name), of(school, GridSchool::commune), of(school, GridSchool::priority),
                    of(school, GridSchool::priorityReason), school != null && school.estimated() ? "oui" : "", line.moduleCode(), each.module,
                    line.profile().label(), line.people(), line.alreadyTrained(), line.declared(), line.wish().matches("\\d") ? Integer.valueOf(line.wish()) : null,
                    line.isCorrected() ? "oui" : "", school == null ? "" : String.join(" ; ", school.findings()), line.asked(),
                    line.deductedAsTrained(), line.withoutHours(), line.computed(), line.discovering(),
                    line.discovering() == null ? null : line.declared() - line.discovering()));
        });
        return rows;
    }

    private static List<?> deduction(Cell each) {
        return List.of(each.line.schoolUai(), each.place.label(), each.module, each.line.profile().label(), each.line.asked(),
                each.line.deductedAsTrained(), each.line.withoutHours(), each.line.computed());
    }

    private static List<List<?>> differences(List<GridPage.Place> places) {
        List<List<?>> rows = new ArrayList<>();
        places.stream().map(GridPage.Place::school).filter(school -> school != null).forEach(school -> school.differences().forEach(found -> rows.add(
                Arrays.asList(school.schoolUai(), school.name(), school.commune(), found.what(), found.said(), found.known(),
                        found.said() == null || found.known() == null ? null : found.said() - found.known(), found.remedy()))));
        return rows;
    }

    private List<List<?>> corrections(Campaign campaign, List<GridPage.Place> places) {
        Map<Long, Cell> cells = new HashMap<>();
        each(places).forEach(each -> cells.put(each.line.id(), each));
        List<List<?>> rows = new ArrayList<>();
        figures.corrections(campaign.id()).stream().filter(made -> cells.containsKey(made.lineId())).forEach(made -> {
            Cell cell = cells.get(made.lineId());
            rows.add(Arrays.asList(cell.line.schoolUai(), cell.place.label(), cell.module, cell.line.profile().label(), shown.local(made.at()),
                    shown.who(made.actor()), made.kind().label(), made.peopleBefore(), made.peopleAfter(), made.computed(), made.reason()));
        });
        return rows;
    }

    private static Object of(GridSchool school, Function<GridSchool, Object> part) {
        return school == null ? null : part.apply(school);
    }
}
