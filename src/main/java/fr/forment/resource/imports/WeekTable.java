package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.resource.DayPart;
import fr.forment.resource.GivenWeek;
import fr.forment.resource.ResourceRights;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResourceService;
import fr.forment.resource.TrainerResources;
import fr.forment.territory.Circonscription;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The parts of the week that trainers give. */
@Component
@Order(1)
@RequiredArgsConstructor
class WeekTable implements ResourceTable {

    private static final CsvColumn MOST = CsvColumn.named("demi_journees", "demi-journees par an");
    private static final Map<DayOfWeek, CsvColumn> DAYS = days();

    private final TrainerList trainers;
    private final TrainerResources resources;
    private final TrainerResourceService service;
    private final ResourceRights rights;

    @Override
    public String name() {
        return "jours";
    }

    @Override
    public String title() {
        return "Jours donnés";
    }

    @Override
    public List<CsvColumn> columns() {
        return Stream.of(
                        Stream.of(
                                PeopleOfFile.LAST_NAME,
                                PeopleOfFile.FIRST_NAME,
                                PeopleOfFile.EMAIL,
                                CellsOfFile.FROM,
                                CellsOfFile.UNTIL),
                        DAYS.values().stream(),
                        Stream.of(MOST))
                .flatMap(some -> some)
                .toList();
    }

    @Override
    public CsvColumn mark() {
        return DAYS.get(DayOfWeek.MONDAY);
    }

    @Override
    public List<String> example() {
        return List.of(
                "Exemple",
                "Camille",
                "",
                "01/09/2026",
                "",
                "matin, après-midi",
                "",
                "journée",
                "fin de journée",
                "",
                "30");
    }

    @Override
    public List<List<Object>> rows(Circonscription where) {
        List<Agent> people = trainers.of(where);
        var weeks = resources.weeks(people.stream().map(Agent::id).toList());
        return people.stream()
                .flatMap(agent -> weeks.getOrDefault(agent.id(), List.of()).stream()
                        .map(week -> {
                            List<Object> cells = new ArrayList<>(PeopleOfFile.cells(agent));
                            cells.add(week.period().from());
                            cells.add(week.period().until());
                            GivenWeek.DAYS.forEach(day -> cells.add(week.given().words(day)));
                            cells.add(week.mostHalfDays());
                            return cells;
                        }))
                .toList();
    }

    @Override
    public Function<CsvRow, ResourceLine> reader(Circonscription where) {
        var people = new PeopleOfFile(trainers.of(where), rights::edits);
        return row -> {
            Agent agent = people.of(row);
            Map<DayOfWeek, Set<DayPart>> parts = new EnumMap<>(DayOfWeek.class);
            DAYS.forEach((day, column) -> parts.put(day, parts(row, column)));
            GivenWeek given = new GivenWeek(parts);
            var from = CellsOfFile.day(row, CellsOfFile.FROM);
            var until = CellsOfFile.day(row, CellsOfFile.UNTIL);
            Integer most = CellsOfFile.number(row, MOST);
            return new ResourceLine(
                    agent.fullName() + " : " + given.words(),
                    () -> service.giveWeek(agent.id(), from, until, given, most));
        };
    }

    /** "matin, après-midi", "journée"; empty for none. */
    private static Set<DayPart> parts(CsvRow row, CsvColumn column) {
        Set<DayPart> parts = EnumSet.noneOf(DayPart.class);
        for (String word : row.get(column).split("[,;/+]")) {
            String said = Names.fold(word);
            switch (said) {
                case "", "non" -> {}
                case "journee", "oui", "x", "tout", "toute la journee" -> parts.addAll(EnumSet.allOf(DayPart.class));
                default ->
                    parts.add(Arrays.stream(DayPart.values())
                            .filter(part -> Names.fold(part.label()).equals(said)
                                    || Names.fold(part.name()).equals(said))
                            .findFirst()
                            .orElseThrow(() -> new Refusal(
                                    "Écrivez « matin », « après-midi », « fin de journée », plusieurs séparés par une virgule, ou « journée » ; rien si le jour n'est pas donné.",
                                    column.title())));
            }
        }
        return parts;
    }

    private static Map<DayOfWeek, CsvColumn> days() {
        Map<DayOfWeek, CsvColumn> days = new EnumMap<>(DayOfWeek.class);
        GivenWeek.DAYS.forEach(day -> days.put(day, CsvColumn.named(GivenWeek.name(day))));
        return days;
    }
}
