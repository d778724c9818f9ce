package fr.forment.territory;

import static fr.forment.territory.AnnuaireColumns.*;

import fr.forment.files.CsvFile;
import fr.forment.files.CsvRow;
import fr.forment.french.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.InputStreamSource;

/**
 * The directory, read: its public schools and what they refer to. Only schools are kept in memory (some 700 bytes
 * each), never the file.
 */
public final class AnnuaireFile {

    /** A line of the file: the school and how the file names its circonscription. */
    public record Line(long number, School school, String circonscriptionName) {

        boolean says(Line other) {
            return school.equals(other.school) && circonscriptionName.equals(other.circonscriptionName);
        }
    }

    /** A circonscription or a département as the file names it; line 0 when it is from the database. */
    public record Named(long line, String name, String of) {}

    private final ImportFindings found = new ImportFindings();
    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<String, Named> circonscriptions = new HashMap<>();
    private final Map<String, Named> departements = new TreeMap<>();
    private final String onlyDepartement;
    private final boolean typed;

    private AnnuaireFile(CsvFile file, String onlyDepartement) {
        this.onlyDepartement = onlyDepartement;
        this.typed = file.has(TYPE);
    }

    public static AnnuaireFile read(InputStreamSource source, String onlyDepartement) {
        try (CsvFile file = CsvFile.open(source)) {
            file.require("un annuaire", UAI, NAME, SECTOR, COMMUNE, DEPARTEMENT_CODE);
            AnnuaireFile annuaire = new AnnuaireFile(file, onlyDepartement);
            annuaire.found.readAll(file, annuaire::take);
            return annuaire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    public ImportFindings found() {
        return found;
    }

    /** Those the file describes, by UAI: name and code of the département. */
    public Map<String, Named> circonscriptions() {
        return circonscriptions;
    }

    /** By code: name and académie; empty strings where the file has no such column. */
    public Map<String, Named> departements() {
        return departements;
    }

    private void take(CsvRow row) {
        IgnoredRow reason = reasonToIgnore(row);
        if (reason != null) {
            found.ignore(reason);
        } else if (isCirconscription(row)) {
            takeCirconscription(row);
        } else {
            takeSchool(row);
        }
    }

    private IgnoredRow reasonToIgnore(CsvRow row) {
        if (onlyDepartement != null
                && !Departement.readCode(row.get(DEPARTEMENT_CODE))
                        .filter(onlyDepartement::equals)
                        .isPresent()) {
            return IgnoredRow.OTHER_DEPARTEMENT;
        }
        if (isCirconscription(row)) {
            return null;
        }
        if (typed && !Names.fold(row.get(TYPE)).startsWith("ecole")) {
            return IgnoredRow.NOT_A_SCHOOL;
        }
        return Names.fold(row.get(SECTOR)).startsWith("prive") ? IgnoredRow.PRIVATE : null;
    }

    private static boolean isCirconscription(CsvRow row) {
        return Names.fold(row.get(NATURE)).startsWith("circonscription");
    }

    private void takeCirconscription(CsvRow row) {
        RowReader read = new RowReader(row, found);
        String uai = read.uai(UAI);
        String name = read.required(NAME, 200);
        String departement = read.departement(DEPARTEMENT_CODE);
        if (read.isGood()) {
            circonscriptions.put(uai, new Named(row.line(), name, departement));
        }
    }

    private void takeSchool(CsvRow row) {
        School school = new AnnuaireRow(row, found).school();
        if (school == null) {
            return;
        }
        Line earlier = lines.get(school.uai());
        String circonscription = row.get(CIRCONSCRIPTION);
        Line line = new Line(row.line(), school, circonscription.substring(0, Math.min(200, circonscription.length())));
        if (earlier != null && earlier.says(line)) {
            found.ignore(IgnoredRow.TWICE);
            return;
        }
        if (earlier != null) {
            found.error(
                    row,
                    UAI,
                    "Cette école figure déjà à la ligne " + earlier.number() + " : gardez une seule des deux lignes.");
            return;
        }
        lines.put(school.uai(), line);
        departements.putIfAbsent(
                school.departementCode(), new Named(row.line(), row.get(DEPARTEMENT), row.get(ACADEMIE)));
        if (school.circonscriptionUai() != null && !circonscription.isEmpty()) {
            circonscriptions.putIfAbsent(
                    school.circonscriptionUai(), new Named(row.line(), circonscription, school.departementCode()));
        }
    }
}
