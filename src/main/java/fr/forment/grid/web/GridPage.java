package fr.forment.grid.web;

import fr.forment.campaign.Campaign;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.database.Slice;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.GridLine;
import fr.forment.grid.GridSchool;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Arranges the grid for its pages: the totals of what the filter names, and one page of schools. */
@Component
@RequiredArgsConstructor
class GridPage {

    /** Schools on paper at once; more are better printed zone by zone. */
    private static final int MOST_PRINTED = 400;

    private static final int CHUNK = 500;

    private final GridFigures figures;
    private final Catalogue catalogue;
    private final Circonscriptions circonscriptions;

    /** @param level "niveau 2"; empty where the module has none */
    public record Total(String module, String level, GridFigures.Total figures) {}

    /** @param line with its module's title */
    public record Line(GridLine line, String module) {}

    /** A school; null for the people of the circonscription. */
    public record Place(GridSchool school, String label, List<Line> lines) {

        /** People to train; pupils and parents are counted elsewhere. */
        public int people() {
            return lines.stream()
                    .map(Line::line)
                    .filter(line -> !line.profile().isOnlyCounted())
                    .mapToInt(GridLine::people)
                    .sum();
        }

        public boolean isGroundChanged() {
            return lines.stream().anyMatch(each -> each.line().isGroundChanged());
        }
    }

    /** What one place adds to a total. {@code heard}: null for the people of the circonscription. */
    public record Contribution(GridLine line, GridSchool school, GridFigures.Heard heard) {}

    Map<String, Object> of(Campaign campaign, GridFilter filter, int number) {
        Map<String, TrainingModule> modules = modules();
        Map<String, Object> shown = frame(campaign, filter, modules);
        Slice<GridSchool> schools = Slice.read(
                number,
                figures.countSchools(campaign.id(), filter),
                (from, size) -> figures.schools(campaign.id(), filter, from, size));
        shown.put("places", schools.with(rows -> places(campaign, filter, rows, schools.page() == 1, modules)));
        return shown;
    }

    Map<String, Object> origin(Campaign campaign, GridFilter filter, Profile profile, int number) {
        Map<String, TrainingModule> modules = modules();
        Map<String, Object> shown = frame(campaign, filter, modules);
        Slice<GridLine> lines = Slice.read(
                number,
                figures.countContributions(campaign.id(), profile, filter),
                (from, size) -> figures.contributions(campaign.id(), profile, filter, from, size));
        List<String> uais = lines.rows().stream().map(GridLine::schoolUai).toList();
        Map<String, GridFigures.Heard> heard = figures.heard(campaign.id(), uais);
        Map<String, GridSchool> schools = figures.schoolsOf(campaign.id(), uais);
        shown.put("profile", profile);
        shown.put("module", title(modules, filter.module()));
        shown.put("total", total((List<?>) shown.get("totals"), profile));
        shown.put("contributions", lines.with(rows -> rows.stream()
                .map(line -> new Contribution(line, schools.get(line.schoolUai()), heard.get(line.schoolUai())))
                .toList()));
        return shown;
    }

    /** Schools in rows, modules in columns. */
    Map<String, Object> printed(Campaign campaign, GridFilter filter) {
        Map<String, TrainingModule> modules = modules();
        Map<String, Object> shown = frame(campaign, filter, modules);
        int schools = figures.countSchools(campaign.id(), filter);
        List<Place> places = schools > MOST_PRINTED
                ? List.of()
                : eachPlace(campaign, filter, modules).toList();
        shown.put("places", places);
        shown.put("tooMany", schools > MOST_PRINTED ? schools : 0);
        Set<String> used = places.stream()
                .filter(place -> place.school() != null)
                .flatMap(place -> place.lines().stream())
                .map(each -> column(each.line()))
                .collect(Collectors.toCollection(TreeSet::new));
        shown.put(
                "columns",
                ((List<?>) shown.get("totals"))
                        .stream()
                                .map(Total.class::cast)
                                .filter(total -> used.contains(column(total.figures())))
                                .toList());
        return shown;
    }

    /** @param own the circonscriptions one looks after */
    Map<String, Object> homogeneity(Campaign campaign, Set<String> own) {
        Map<String, TrainingModule> known = modules();
        List<String> modules = totals(campaign, GridFilter.ALL, known).stream()
                .filter(total -> Set.of(Profile.DIRECTEUR, Profile.ENSEIGNANT, Profile.ADMINISTRATEUR)
                        .contains(total.figures().profile()))
                .map(total -> total.figures().moduleCode())
                .distinct()
                .toList();
        Map<String, String> names = circonscriptions.all().stream()
                .collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName));
        return Map.of(
                "campaign",
                campaign,
                "titles",
                titles(known),
                "table",
                figures.homogeneity(campaign.id(), own, modules, names));
    }

    List<Total> totals(Campaign campaign, GridFilter filter) {
        return totals(campaign, filter, modules());
    }

    private List<Total> totals(Campaign campaign, GridFilter filter, Map<String, TrainingModule> modules) {
        List<String> order = new ArrayList<>(modules.keySet());
        return figures.totals(campaign.id(), filter).stream()
                .map(each -> new Total(title(modules, each.moduleCode()), level(modules.get(each.moduleCode())), each))
                .sorted(Comparator.<Total>comparingInt(
                                total -> order.indexOf(total.figures().moduleCode()))
                        .thenComparing(total -> total.figures().profile()))
                .toList();
    }

    /** One page of schools; those of the circonscription come first, where they are meant. */
    private List<Place> places(
            Campaign campaign,
            GridFilter filter,
            List<GridSchool> schools,
            boolean withTeams,
            Map<String, TrainingModule> modules) {
        List<GridLine> lines = new ArrayList<>(figures.linesOf(
                campaign.id(), schools.stream().map(GridSchool::schoolUai).toList(), filter));
        if (withTeams) {
            lines.addAll(figures.linesOfTeams(campaign.id(), filter));
        }
        return places(schools, lines, modules);
    }

    /** Every place that is looked at, read a chunk of schools at a time. */
    Stream<Place> eachPlace(Campaign campaign, GridFilter filter) {
        return eachPlace(campaign, filter, modules());
    }

    private Stream<Place> eachPlace(Campaign campaign, GridFilter filter, Map<String, TrainingModule> modules) {
        List<GridSchool> schools = schools(campaign, filter);
        Stream<Place> teams = places(List.of(), figures.linesOfTeams(campaign.id(), filter), modules).stream();
        return Stream.concat(
                teams,
                IntStream.range(0, (schools.size() + CHUNK - 1) / CHUNK).boxed().flatMap(at -> {
                    List<GridSchool> some = schools.subList(at * CHUNK, Math.min((at + 1) * CHUNK, schools.size()));
                    return places(
                            some,
                            figures.linesOf(
                                    campaign.id(),
                                    some.stream().map(GridSchool::schoolUai).toList(),
                                    filter),
                            modules)
                            .stream();
                }));
    }

    /** Every school that is looked at. */
    List<GridSchool> schools(Campaign campaign, GridFilter filter) {
        return figures.schools(campaign.id(), filter, 0, Integer.MAX_VALUE);
    }

    private List<Place> places(List<GridSchool> schools, List<GridLine> lines, Map<String, TrainingModule> modules) {
        Map<String, List<Line>> byPlace = lines.stream()
                .map(line -> new Line(line, title(modules, line.moduleCode())))
                .collect(Collectors.groupingBy(
                        each -> each.line().schoolUai(), LinkedHashMap::new, Collectors.toList()));
        List<Place> places = schools.stream()
                .map(school -> new Place(
                        school,
                        school.name() + " (" + school.commune() + ")",
                        Objects.requireNonNullElse(byPlace.remove(school.schoolUai()), List.of())))
                .toList();
        Map<String, String> names = byPlace.size() < 2
                ? Map.of()
                : circonscriptions.among(byPlace.keySet(), Set.of()).stream()
                        .collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName));
        List<Place> teams = byPlace.entrySet().stream()
                .map(team -> new Place(
                        null,
                        byPlace.size() == 1
                                ? "Équipe de la circonscription"
                                : "Équipe de la circonscription " + names.getOrDefault(team.getKey(), team.getKey()),
                        team.getValue()))
                .toList();
        return Stream.concat(teams.stream(), places.stream()).toList();
    }

    /** Code to title, in the order of the grid. */
    Map<String, String> titles() {
        return titles(modules());
    }

    private static Map<String, String> titles(Map<String, TrainingModule> modules) {
        return modules.values().stream()
                .collect(Collectors.toMap(
                        TrainingModule::code, TrainingModule::title, (one, other) -> one, LinkedHashMap::new));
    }

    static String column(GridLine line) {
        return line.moduleCode() + "/" + line.profile();
    }

    static String column(GridFigures.Total total) {
        return total.moduleCode() + "/" + total.profile();
    }

    private static Total total(List<?> totals, Profile profile) {
        return totals.stream()
                .map(Total.class::cast)
                .filter(each -> each.figures().profile() == profile)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> frame(Campaign campaign, GridFilter filter, Map<String, TrainingModule> modules) {
        Map<String, Object> shown = new LinkedHashMap<>();
        var sectors = figures.sectors(campaign.id());
        List<String> several = sectors.stream()
                .map(sector -> sector.circonscription())
                .filter(uai -> !uai.isEmpty())
                .distinct()
                .toList();
        shown.put("campaign", campaign);
        shown.put("computedAt", figures.computedAt(campaign.id()).orElse(null));
        shown.put("totals", totals(campaign, filter, modules));
        shown.put("titles", titles(modules));
        shown.put(
                "circonscriptions",
                several.size() < 2
                        ? List.of()
                        : circonscriptions.among(Set.copyOf(several), Set.of()).stream()
                                .sorted(Comparator.comparingInt(each -> several.indexOf(each.uai())))
                                .toList());
        shown.put(
                "sectors",
                several.size() > 1 && filter.circonscription().isEmpty()
                        ? List.of()
                        : sectors.stream()
                                .filter(sector -> filter.circonscription().isEmpty()
                                        || sector.circonscription().equals(filter.circonscription()))
                                .toList());
        return shown;
    }

    private Map<String, TrainingModule> modules() {
        return catalogue.all().stream()
                .collect(Collectors.toMap(
                        TrainingModule::code, module -> module, (one, other) -> one, LinkedHashMap::new));
    }

    private static String title(Map<String, TrainingModule> modules, String code) {
        return modules.containsKey(code) ? modules.get(code).title() : code;
    }

    private static String level(TrainingModule module) {
        return module == null || module.level() == 0 ? "" : "niveau " + module.level();
    }
}
