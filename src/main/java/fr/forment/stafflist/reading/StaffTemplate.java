package fr.forment.stafflist.reading;

import fr.forment.account.AgentFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The recommended staff file, as it is offered to fill in. */
public final class StaffTemplate {

    /** Its titles, in order. The last one is for the person who fills it in: it is never read. */
    public static final List<String> COLUMNS = List.of(
            "uai",
            "nom",
            "prenom",
            "courriel_professionnel",
            "fonction",
            "quotite",
            "date_arrivee",
            "date_depart",
            "constellation",
            "commentaire");

    /** What an export shows besides: such a file is still the recommended one, these columns are not read. */
    public static final List<String> EXPORTED_BESIDES = List.of("modules", "minutes_ent_restantes");

    private static final List<String> FUNCTIONS = Arrays.stream(AgentFunction.values())
            .filter(function -> function != AgentFunction.IEN_NUMERIQUE)
            .map(function -> function.name().toLowerCase())
            .toList();
    /** Those people choose most; others may be typed. */
    private static final List<String> QUOTITIES = List.of("100", "80", "75", "50");

    private static final List<String> YES_OR_NO = List.of("oui", "non");
    /** Lines made ready: a circonscription's people. */
    private static final int READY = 400;

    private StaffTemplate() {}

    /** A workbook with typed columns: codes stay texts, days are days, functions are chosen from a list. */
    public static byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "FormENT", null)) {
            Worksheet people = workbook.newWorksheet("Personnels");
            Worksheet lists = workbook.newWorksheet("Listes");
            lists.setVisibilityState(VisibilityState.HIDDEN);
            for (int column = 0; column < COLUMNS.size(); column++) {
                people.value(0, column, COLUMNS.get(column));
                people.style(0, column).bold().set();
                people.width(column, COLUMNS.get(column).length() < 12 ? 14 : 26);
                people.range(1, column, READY, column)
                        .style()
                        .format(COLUMNS.get(column).startsWith("date_") ? "dd/mm/yyyy" : "@")
                        .set();
            }
            offer(people, 4, list(lists, 0, FUNCTIONS));
            offer(people, 5, list(lists, 1, QUOTITIES));
            offer(people, 8, list(lists, 2, YES_OR_NO));
            people.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Range list(Worksheet lists, int column, List<String> values) {
        for (int row = 0; row < values.size(); row++) {
            lists.value(row, column, values.get(row));
        }
        return lists.range(0, column, values.size() - 1, column);
    }

    private static void offer(Worksheet people, int column, Range values) {
        people.range(1, column, READY, column)
                .validateWithList(values)
                .allowBlank(true)
                .showErrorMessage(false);
    }
}
