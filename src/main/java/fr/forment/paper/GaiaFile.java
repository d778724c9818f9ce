package fr.forment.paper;

import fr.forment.files.CsvSheet;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.french.French;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is typed into GAIA or SOFIA as a file, and the report of what differs from the plan. */
public final class GaiaFile {

    private static final List<String> COLUMNS = List.of(
            "Dispositif",
            "Module",
            "Intitulé",
            "Groupe",
            "Date",
            "Début",
            "Fin",
            "Durée GAIA (h)",
            "Durée prévue",
            "Modalité",
            "Lieu",
            "UAI du lieu",
            "Formateur",
            "Public désigné",
            "Effectif",
            "UAI des écoles",
            "Ligne du plan",
            "Toutes les dates");

    private static final List<String> NOTES = List.of("Ligne du plan", "Module", "Date", "Quoi", "Pourquoi");

    private GaiaFile() {}

    /** Two sheets: what is typed, what differs. */
    public static byte[] workbook(GaiaReport report, PlanNames.Of names) {
        return XlsxBook.of(
                new XlsxSheet(
                        "À saisir",
                        COLUMNS,
                        report.lines().stream()
                                .map(line -> cells(line, names, false))
                                .toList()),
                new XlsxSheet(
                        "Arrondis et refus",
                        NOTES,
                        report.notes().stream()
                                .map(note -> note(note, names, false))
                                .toList()));
    }

    public static byte[] csv(GaiaReport report, PlanNames.Of names) {
        return CsvSheet.of(
                COLUMNS,
                report.lines().stream().map(line -> cells(line, names, true)).toList());
    }

    public static byte[] notes(GaiaReport report, PlanNames.Of names) {
        return CsvSheet.of(
                NOTES,
                report.notes().stream().map(note -> note(note, names, true)).toList());
    }

    /** @param written as the French write them, where the file has no types */
    private static List<?> cells(GaiaLine line, PlanNames.Of names, boolean written) {
        PlannedSession session = line.session();
        return Arrays.asList(
                line.known().dispositif(),
                line.known().module(),
                names.module(session.moduleCode()),
                line.group(),
                written ? French.numeric(session.day()) : session.day(),
                written ? French.field(session.start()) : session.start(),
                written ? French.field(line.end()) : line.end(),
                line.hours(),
                line.real(),
                session.format().label(),
                names.place(session.place()),
                names.schools().containsKey(session.place()) ? session.place() : "",
                session.trainerAgentId() == null ? "" : names.trainer(session.trainerAgentId()),
                line.publics(),
                session.expected(),
                session.schoolUais().stream().sorted().collect(Collectors.joining(" ")),
                session.line(),
                line.dates());
    }

    private static List<?> note(GaiaReport.Note note, PlanNames.Of names, boolean written) {
        PlannedSession session = note.session();
        return Arrays.asList(
                session.line(),
                names.module(session.moduleCode()),
                written ? French.numeric(session.day()) : session.day(),
                note.kind().label(),
                note.text());
    }
}
