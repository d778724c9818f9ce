package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.resource.Rooms;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Uai;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rooms; one that is known by its name and place is brought up to date. */
@Component
@Order(4)
@RequiredArgsConstructor
class RoomTable implements ResourceTable {

    private static final CsvColumn NAME = CsvColumn.named("salle");
    private static final CsvColumn SCHOOL = CsvColumn.named("uai", "ecole");
    private static final CsvColumn COMMUNE = CsvColumn.named("commune");
    private static final CsvColumn SEATS = CsvColumn.named("places", "capacite");
    private static final CsvColumn EQUIPMENT = CsvColumn.named("equipement");
    private static final CsvColumn LATITUDE = CsvColumn.named("latitude");
    private static final CsvColumn LONGITUDE = CsvColumn.named("longitude");

    private final Rooms rooms;
    private final RoomService service;

    @Override
    public String name() {
        return "salles";
    }

    @Override
    public String title() {
        return "Salles";
    }

    @Override
    public List<CsvColumn> columns() {
        return List.of(
                NAME, SCHOOL, COMMUNE, SEATS, EQUIPMENT, CellsOfFile.FROM, CellsOfFile.UNTIL, LATITUDE, LONGITUDE);
    }

    @Override
    public CsvColumn mark() {
        return NAME;
    }

    @Override
    public List<String> example() {
        return List.of("Médiathèque (exemple)", "", "Redon", "24", "12 ordinateurs, vidéoprojecteur", "", "", "", "");
    }

    @Override
    public List<List<Object>> rows(Circonscription where) {
        return rooms.of(where.uai()).stream()
                .map(room -> Arrays.<Object>asList(
                        room.name(),
                        room.schoolUai(),
                        room.commune(),
                        room.capacity(),
                        room.equipment(),
                        room.fromDay(),
                        room.untilDay(),
                        room.latitude(),
                        room.longitude()))
                .toList();
    }

    @Override
    public Function<CsvRow, ResourceLine> reader(Circonscription where) {
        // read once: a file of two thousand lines would read two thousand lists
        List<Room> known = new ArrayList<>(rooms.of(where.uai()));
        return row -> {
            String school = row.get(SCHOOL).isEmpty()
                    ? null
                    : Uai.read(row.get(SCHOOL))
                            .map(Uai::value)
                            .orElseThrow(() -> new Refusal(
                                    "Cet identifiant (UAI) n'existe pas : 7 chiffres et une lettre. Recopiez-le depuis l'annuaire.",
                                    SCHOOL.title()));
            Integer seats = CellsOfFile.number(row, SEATS);
            if (seats == null) {
                throw new Refusal("Le nombre de places manque.", SEATS.title());
            }
            Room said = new Room(
                    0,
                    0,
                    where.uai(),
                    row.get(NAME),
                    school,
                    row.get(COMMUNE),
                    seats,
                    row.get(EQUIPMENT),
                    CellsOfFile.day(row, CellsOfFile.FROM),
                    CellsOfFile.day(row, CellsOfFile.UNTIL),
                    CellsOfFile.degrees(row, LATITUDE),
                    CellsOfFile.degrees(row, LONGITUDE));
            return new ResourceLine(said.name() + " : " + French.count(seats, "place"), () -> write(said, known));
        };
    }

    private boolean write(Room said, List<Room> known) {
        Optional<Room> there = known.stream().filter(room -> isSame(room, said)).findFirst();
        if (there.isEmpty()) {
            known.add(numbered(service.add(said), 0, said));
            return true;
        }
        Room room = there.get();
        boolean changed = service.change(numbered(room.id(), room.version(), said));
        if (changed) {
            known.set(known.indexOf(room), numbered(room.id(), room.version() + 1, said));
        }
        return changed;
    }

    private static Room numbered(long id, int version, Room said) {
        return new Room(
                id,
                version,
                said.circonscriptionUai(),
                said.name(),
                said.schoolUai(),
                said.commune(),
                said.capacity(),
                said.equipment(),
                said.fromDay(),
                said.untilDay(),
                said.latitude(),
                said.longitude());
    }

    private static boolean isSame(Room room, Room said) {
        return Names.same(room.name(), said.name())
                && (said.schoolUai() == null
                        ? room.schoolUai() == null && Names.same(room.commune(), said.commune())
                        : Objects.equals(room.schoolUai(), said.schoolUai()));
    }
}
