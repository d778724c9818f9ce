package fr.forment.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.core.io.InputStreamSource;

/**
 * A calendar of school holidays, in the layout of our reference file or as the ministry publishes it
 * (« Le calendrier scolaire »: one line per académie, UTC instants, end date = day school starts again).
 */
final class CalendarFile {

    static final CsvColumn FIRST = CsvColumn.named("premier_jour", "Date de début", "start_date");

    private static final CsvColumn YEAR = CsvColumn.named("annee_scolaire");
    private static final CsvColumn ZONE = CsvColumn.named("zone", "zones");
    private static final CsvColumn LABEL = CsvColumn.named("libelle", "description");
    private static final CsvColumn LAST = CsvColumn.named("dernier_jour");
    private static final CsvColumn BACK = CsvColumn.named("reprise", "Date de fin", "end_date");
    private static final CsvColumn POPULATION = CsvColumn.named("population");

    private final Map<List<Object>, SchoolHoliday> holidays = new LinkedHashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private int rows;

    private CalendarFile() {
    }

    static CalendarFile read(InputStreamSource source) {
        CalendarFile calendar = new CalendarFile();
        try (CsvFile file = CsvFile.open(source)) {
            file.require("un calendrier scolaire", YEAR, ZONE, LABEL, FIRST);
            for (CsvRow row; (row = file.next()) != null; ) {
                calendar.rows++;
                calendar.take(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calendar;
    }

    List<SchoolHoliday> holidays() {
        return List.copyOf(holidays.values());
    }

    List<ImportProblem> problems() {
        return problems;
    }

    int rows() {
        return rows;
    }

    private void take(CsvRow row) {
        Optional<Zone> zone = zone(row.get(ZONE));
        if (zone.isEmpty() || row.get(POPULATION).startsWith("Enseignant")) {
            return; // another calendar than ours: overseas, or the days teachers come back before the pupils
        }
        String year = row.get(YEAR);
        Optional<LocalDate> first = CsvDates.read(row.get(FIRST));
        if (!year.matches("\\d{4}-\\d{4}")) {
            problems.add(new ImportProblem(row.line(), YEAR.title(), year, "Écrivez l’année scolaire ainsi : 2027-2028."));
        } else if (first.isEmpty()) {
            problems.add(new ImportProblem(row.line(), FIRST.title(), row.get(FIRST), "Écrivez la date ainsi : 2027-10-23 ou 23/10/2027."));
        } else {
            LocalDate last = last(row);
            SchoolHoliday holiday = new SchoolHoliday(year, zone.get(), row.get(LABEL), first.get(),
                    last == null || last.isBefore(first.get()) ? null : last);
            holidays.put(List.of(year, zone.get(), first.get()), holiday);
        }
    }

    private LocalDate last(CsvRow row) {
        return CsvDates.read(row.get(LAST)).orElseGet(() -> CsvDates.read(row.get(BACK)).map(back -> back.minusDays(1)).orElse(null));
    }

    private static Optional<Zone> zone(String written) {
        return switch (Names.fold(written).replace("zone ", "")) {
            case "a" -> Optional.of(Zone.A);
            case "b" -> Optional.of(Zone.B);
            case "c" -> Optional.of(Zone.C);
            case "propre" -> Optional.of(Zone.PROPRE);
            default -> Optional.empty();
        };
    }
}
