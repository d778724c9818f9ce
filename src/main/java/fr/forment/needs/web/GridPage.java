package fr.forment.needs.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.needs.Campaign;
import fr.forment.needs.GridCorrection;
import fr.forment.needs.GridLine;
import fr.forment.needs.GridSchool;
import fr.forment.needs.Needs;
import org.springframework.stereotype.Component;

/** Arranges the grid for its page and its export. */
@Component
class GridPage {

    static final List<String> COLUMNS = List.of("uai", "ecole", "commune", "priorite", "raison", "estimee", "module", "intitule", "public",
            "personnes_a_former", "deja_formees", "declarees", "souhait", "corrigee", "a_verifier");

    private final Needs needs;
    private final Catalogue catalogue;

    GridPage(Needs needs, Catalogue catalogue) {
        this.needs = needs;
        this.catalogue = catalogue;
    }

    /** People of one profile in one module, over all places. */
    public record Total(String moduleCode, String module, Profile profile, int people, int alreadyTrained, int places) {
    }

    /** One line with its module's title and the changes made by hand. */
    public record Line(GridLine line, String module, List<GridCorrection> corrections) {
    }

    /** A school; null for the people of the circonscription. */
    public record Place(GridSchool school, List<Line> lines) {

        public String name() {
            return school == null ? "Équipe de la circonscription" : school.name() + " (" + school.commune() + ")";
        }

        /** People to train, parents left out. */
        public int people() {
            return lines.stream().map(Line::line).filter(line -> line.profile() != Profile.PARENT).mapToInt(GridLine::people).sum();
        }
    }

    Map<String, Object> of(Campaign campaign) {
        List<GridLine> lines = needs.gridLines(campaign.id());
        return Map.of("totals", totals(lines), "places", places(campaign, lines), "rate", needs.rate(campaign.id()));
    }

    /** One line with its place; empty when it is not of this campaign. */
    Optional<Map<String, Object>> line(Campaign campaign, long lineId) {
        return places(campaign, needs.gridLines(campaign.id())).stream().flatMap(place -> place.lines().stream()
                .filter(each -> each.line().id() == lineId).map(each -> Map.<String, Object>of("line", each, "place", place))).findFirst();
    }

    List<List<String>> rows(Campaign campaign) {
        List<List<String>> rows = new ArrayList<>();
        places(campaign, needs.gridLines(campaign.id())).forEach(place -> place.lines().forEach(each -> rows.add(cells(place.school(), each))));
        return rows;
    }

    private List<Total> totals(List<GridLine> lines) {
        Map<String, String> titles = titles();
        Map<String, List<GridLine>> groups = lines.stream().collect(Collectors.groupingBy(line -> line.moduleCode() + "/" + line.profile(),
                LinkedHashMap::new, Collectors.toList()));
        List<String> order = new ArrayList<>(titles.keySet());
        return groups.values().stream().map(group -> new Total(group.get(0).moduleCode(), titles.getOrDefault(group.get(0).moduleCode(), ""),
                group.get(0).profile(), group.stream().mapToInt(GridLine::people).sum(), group.stream().mapToInt(GridLine::alreadyTrained).sum(),
                (int) group.stream().filter(line -> line.people() > 0).count()))
                .sorted(Comparator.<Total>comparingInt(total -> order.indexOf(total.moduleCode())).thenComparing(Total::profile)).toList();
    }

    private List<Place> places(Campaign campaign, List<GridLine> lines) {
        Map<String, String> titles = titles();
        Map<Long, List<GridCorrection>> corrections = needs.corrections(campaign.id()).stream().collect(Collectors.groupingBy(GridCorrection::lineId));
        Map<String, List<Line>> byPlace = lines.stream().map(line -> new Line(line, titles.getOrDefault(line.moduleCode(), line.moduleCode()),
                corrections.getOrDefault(line.id(), List.of()))).collect(Collectors.groupingBy(each -> each.line().schoolUai()));
        List<Place> places = new ArrayList<>();
        if (byPlace.containsKey(campaign.circonscriptionUai())) {
            places.add(new Place(null, byPlace.get(campaign.circonscriptionUai())));
        }
        needs.gridSchools(campaign.id()).forEach(school -> places.add(new Place(school, byPlace.getOrDefault(school.schoolUai(), List.of()))));
        return places;
    }

    /** Code to title, in the order of the grid. */
    private Map<String, String> titles() {
        return catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<String> cells(GridSchool school, Line each) {
        GridLine line = each.line();
        return List.of(line.schoolUai(), text(school, GridSchool::name), text(school, GridSchool::commune), text(school, GridSchool::priority),
                text(school, GridSchool::priorityReason), school != null && school.estimated() ? "oui" : "", line.moduleCode(), each.module(),
                line.profile().label(), String.valueOf(line.people()), String.valueOf(line.alreadyTrained()),
                line.declared() == null ? "" : String.valueOf(line.declared()), line.wish(), each.corrections().isEmpty() ? "" : "oui",
                school == null ? "" : String.join(" ; ", school.findings()));
    }

    private static String text(GridSchool school, Function<GridSchool, Object> part) {
        return school == null ? "" : String.valueOf(part.apply(school));
    }
}
