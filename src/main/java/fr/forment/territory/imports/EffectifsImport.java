package fr.forment.territory.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvFile;
import fr.forment.files.CsvRow;
import fr.forment.files.ImportProblem;
import fr.forment.french.Names;
import fr.forment.territory.FileImport;
import fr.forment.territory.IgnoredRow;
import fr.forment.territory.ImportChoices;
import fr.forment.territory.ImportFindings;
import fr.forment.territory.ImportKind;
import fr.forment.territory.ImportReach;
import fr.forment.territory.ImportReport;
import fr.forment.territory.RowReader;
import fr.forment.territory.School;
import fr.forment.territory.SchoolTables;
import fr.forment.territory.Schools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** « Effectifs d'élèves et nombre de classes par école » (DEPP): of each known school, the newest year of the file. */
@Component
@RequiredArgsConstructor
class EffectifsImport implements FileImport {

    private static final CsvColumn YEAR = CsvColumn.named("Rentrée scolaire");
    private static final CsvColumn UAI = CsvColumn.named("Numéro de l'école", "Numero_ecole", "UAI");
    private static final CsvColumn SECTOR = CsvColumn.named("Secteur");
    private static final CsvColumn CLASSES = CsvColumn.named("Nombre total de classes", "nombre_total_classes");
    private static final CsvColumn PUPILS = CsvColumn.named("Nombre total d'élèves", "nombre_total_eleves");

    private final Schools schools;
    private final SchoolTables tables;

    @Override
    public ImportKind kind() {
        return ImportKind.EFFECTIFS;
    }

    @Override
    public boolean recognises(CsvFile file) {
        return file.has(CLASSES) || file.has(PUPILS);
    }

    @Override
    public Prepared prepare(InputStreamSource source, String departement, ImportReach reach) {
        ImportFindings found = new ImportFindings();
        Map<String, Headcount> newest = read(source, found);
        List<School> changed = new ArrayList<>();
        int good = 0;
        Map<String, School> known = schools.findAll(newest.keySet());
        for (Headcount count : newest.values()) {
            School school = known.get(count.uai());
            if (school == null) {
                found.ignore(IgnoredRow.UNKNOWN_SCHOOL);
            } else if (departement != null && !departement.equals(school.departementCode())) {
                found.ignore(IgnoredRow.OTHER_DEPARTEMENT);
            } else if (school.headcountYear() != null && school.headcountYear() > count.year()) {
                found.ignore(IgnoredRow.OLDER_YEAR);
            } else {
                School after = school.withHeadcount(count.year(), count.classes(), count.pupils());
                boolean outside = !reach.covers(school);
                if (outside && after.equals(school)) {
                    found.ignore(IgnoredRow.OUTSIDE);
                } else if (outside) {
                    found.refuse(new ImportProblem(
                            count.line(),
                            UAI.title(),
                            count.uai(),
                            "L’école " + school.displayName()
                                    + " n’est pas dans votre périmètre : ses effectifs ne sont pas changés."));
                } else {
                    good++;
                    changed.addAll(after.equals(school) ? List.of() : List.of(after));
                }
            }
        }
        return new Ready(ImportReport.of(kind(), found, good, 0, changed.size()), changed);
    }

    private static Map<String, Headcount> read(InputStreamSource source, ImportFindings found) {
        Map<String, Headcount> newest = new LinkedHashMap<>();
        try (CsvFile file = CsvFile.open(source)) {
            file.require("un fichier d’effectifs", YEAR, UAI, CLASSES, PUPILS);
            found.readAll(file, row -> {
                if (Names.fold(row.get(SECTOR)).startsWith("prive")) {
                    found.ignore(IgnoredRow.PRIVATE);
                    return;
                }
                Headcount count = headcount(row, found);
                if (count != null) {
                    keepNewest(count, row, newest, found);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest;
    }

    private static void keepNewest(Headcount count, CsvRow row, Map<String, Headcount> newest, ImportFindings found) {
        Headcount other = newest.get(count.uai());
        if (other != null && other.year() == count.year() && !other.says(count)) {
            found.error(
                    row,
                    UAI,
                    "La ligne " + other.line()
                            + " donne d’autres effectifs à cette école pour la même année : gardez une seule des deux lignes.");
        } else if (other != null) {
            found.ignore(other.says(count) ? IgnoredRow.TWICE : IgnoredRow.OLDER_YEAR);
        }
        if (other == null || other.year() < count.year()) {
            newest.put(count.uai(), count);
        }
    }

    private static Headcount headcount(CsvRow row, ImportFindings found) {
        RowReader read = new RowReader(row, found);
        String uai = read.uai(UAI);
        Integer year = read.requiredInteger(YEAR);
        Integer classes = read.requiredInteger(CLASSES);
        Integer pupils = read.requiredInteger(PUPILS);
        return read.isGood() ? new Headcount(row.line(), uai, year, classes, pupils) : null;
    }

    private record Headcount(long line, String uai, int year, int classes, int pupils) {

        boolean says(Headcount other) {
            return year == other.year && classes == other.classes && pupils == other.pupils;
        }
    }

    private final class Ready implements Prepared {

        private final ImportReport report;
        private final List<School> changed;

        Ready(ImportReport report, List<School> changed) {
            this.report = report;
            this.changed = changed;
        }

        @Override
        public ImportReport report() {
            return report;
        }

        @Override
        public void write(ImportChoices choices) {
            tables.update(changed);
        }
    }
}
