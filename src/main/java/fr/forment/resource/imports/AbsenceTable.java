package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.DayPart;
import fr.forment.resource.ResourceRights;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResourceService;
import fr.forment.resource.TrainerResources;
import fr.forment.territory.Circonscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Absences of trainers; why they are away is in no file. */
@Component
@Order(2)
@RequiredArgsConstructor
class AbsenceTable implements ResourceTable {

    private static final CsvColumn PART = CsvColumn.named("moment");
    private static final String WHOLE_DAY = "journée";

    private final TrainerList trainers;
    private final TrainerResources resources;
    private final TrainerResourceService service;
    private final ResourceRights rights;
    private final Agents agents;

    @Override
    public String name() {
        return "absences";
    }

    @Override
    public String title() {
        return "Absences";
    }

    @Override
    public List<CsvColumn> columns() {
        return List.of(
                PeopleOfFile.LAST_NAME,
                PeopleOfFile.FIRST_NAME,
                PeopleOfFile.EMAIL,
                CellsOfFile.FROM,
                CellsOfFile.UNTIL,
                PART);
    }

    @Override
    public CsvColumn mark() {
        return PART;
    }

    @Override
    public List<String> example() {
        return List.of("Exemple", "Camille", "", "18/01/2027", "22/01/2027", WHOLE_DAY);
    }

    /** Those that are not over. */
    @Override
    public List<List<Object>> rows(Circonscription where) {
        List<Agent> people = trainers.of(where);
        var absences = resources.absences(people.stream().map(Agent::id).toList(), agents.today());
        return people.stream()
                .flatMap(agent -> absences.getOrDefault(agent.id(), List.of()).stream()
                        .map(absence -> {
                            List<Object> cells = new ArrayList<>(PeopleOfFile.cells(agent));
                            cells.add(absence.period().from());
                            cells.add(absence.period().until());
                            cells.add(
                                    absence.part() == null
                                            ? WHOLE_DAY
                                            : absence.part().label());
                            return cells;
                        }))
                .toList();
    }

    @Override
    public Function<CsvRow, ResourceLine> reader(Circonscription where) {
        var people = new PeopleOfFile(trainers.of(where), rights::edits);
        return row -> {
            Agent agent = people.of(row);
            var from = CellsOfFile.day(row, CellsOfFile.FROM);
            var until = CellsOfFile.day(row, CellsOfFile.UNTIL);
            DayPart part =
                    switch (CellsOfFile.folded(row, PART)) {
                        case "", "journee", "toute la journee" -> null;
                        case "matin" -> DayPart.MATIN;
                        case "apres midi" -> DayPart.APRES_MIDI;
                        case "fin de journee", "soir" -> DayPart.SOIR;
                        default ->
                            throw new Refusal(
                                    "Écrivez « journée », « matin », « après-midi » ou « fin de journée ».",
                                    PART.title());
                    };
            return new ResourceLine(
                    agent.fullName() + " : absence" + (part == null ? "" : " (" + part.label() + ")"),
                    () -> service.away(agent.id(), from, until, part, ""));
        };
    }
}
