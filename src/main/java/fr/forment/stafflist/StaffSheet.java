package fr.forment.stafflist;

import fr.forment.people.Agent;
import fr.forment.stafflist.reading.StaffTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * People in the columns of the recommended file: what is exported can be changed in a spreadsheet and imported again.
 */
public final class StaffSheet {

    /** Those of the file to fill in; remarks about people are neither kept nor exported. */
    public static final List<String> COLUMNS = StaffTemplate.COLUMNS.stream()
            .filter(column -> !column.equals("commentaire"))
            .toList();

    private StaffSheet() {}

    /** Cells keep their type (number, date, yes or no); null is an empty one. */
    public static List<Object> cells(Agent agent) {
        List<Object> cells = new ArrayList<>();
        Stream.of(
                        agent.schoolUai() == null ? agent.circonscriptionUai() : agent.schoolUai(),
                        agent.lastName(),
                        agent.firstName(),
                        agent.email(),
                        agent.function().name().toLowerCase(),
                        agent.quotity(),
                        agent.arrivedOn(),
                        agent.leftOn(),
                        agent.constellation() ? "oui" : "non")
                .forEach(cells::add);
        return cells;
    }
}
