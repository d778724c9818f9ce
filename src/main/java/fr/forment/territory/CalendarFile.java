package fr.forment.territory;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvDates;
import fr.forment.files.CsvFile;
import fr.forment.files.CsvRow;
import fr.forment.files.ImportProblem;
import fr.forment.french.French;
import fr.forment.french.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.InputStreamSource;

/**
 * A calendar of school holidays, in the layout of our reference file or as the ministry publishes it (« Le calendrier
 * scolaire »: one line per académie, UTC instants, end date = day school starts again).
 */
public final class CalendarFile {

    public static final CsvColumn FIRST = CsvColumn.named("premier_jour", "Date de début", "start_date");

    private static final CsvColumn YEAR = CsvColumn.named("annee_scolaire");
    private static final CsvColumn ZONE = CsvColumn.named("zone", "zones");
    private static final CsvColumn LABEL = CsvColumn.named("libelle", "description");
    private static final CsvColumn LAST = CsvColumn.named("dernier_jour");
    private static final CsvColumn BACK = CsvColumn.named("reprise", "Date de fin", "end_date");
    private static final CsvColumn POPULATION = CsvColumn.named("population");

    private static final int LONGEST = 120;

    private final Map<List<Object>, SchoolHoliday> holidays = new LinkedHashMap<>();
    private final ImportFindings found = new ImportFindings();
    private final Set<Zone> zones;

    private CalendarFile(Set<Zone> zones) {
        this.zones = zones;
    }

    /** @param zones whose holidays may be changed; the others' are refused */
    public static CalendarFile read(InputStreamSource source, Set<Zone> zones) {
        CalendarFile calendar = new CalendarFile(zones);
        try (CsvFile file = CsvFile.open(source)) {
            file.require("un calendrier scolaire", YEAR, ZONE, LABEL, FIRST);
            calendar.found.readAll(file, calendar::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calendar;
    }

    public List<SchoolHoliday> holidays() {
        return List.copyOf(holidays.values());
    }

    public ImportFindings found() {
        return found;
    }

    private void take(CsvRow row) {
        Optional<Zone> zone = zone(row.get(ZONE));
        if (zone.isEmpty() || row.get(POPULATION).startsWith("Enseignant")) {
            found.ignore(IgnoredRow.OTHER_CALENDAR); // overseas, or the days teachers are back before the pupils
            return;
        }
        if (!zones.contains(zone.get())) {
            found.refuse(
                    new ImportProblem(
                            row.line(),
                            ZONE.title(),
                            row.get(ZONE),
                            "Les vacances de la " + French.inSentence(zone.get().label())
                                    + " valent pour toutes ses écoles : la mission numérique d’un de ses départements ou un administrateur les enregistre."));
            return;
        }
        String year = row.get(YEAR);
        Optional<LocalDate> first = CsvDates.read(row.get(FIRST));
        if (!year.matches("\\d{4}-\\d{4}")) {
            found.error(row, YEAR, "Écrivez l’année scolaire ainsi : 2027-2028.");
        } else if (first.isEmpty()) {
            found.error(row, FIRST, "Écrivez la date ainsi : 2027-10-23 ou 23/10/2027.");
        } else if (!isWithin(year, first.get())) {
            found.error(row, FIRST, "Cette date n’est pas dans l’année scolaire " + year + ".");
        } else {
            keep(row, new SchoolHoliday(year, zone.get(), row.get(LABEL), first.get(), last(row)));
        }
    }

    private void keep(CsvRow row, SchoolHoliday holiday) {
        if (holiday.label().isEmpty() || holiday.label().length() > 100) {
            found.error(row, LABEL, "Donnez un nom à ces vacances, en 100 caractères au plus.");
        } else if (holiday.lastDayOrUsual().isAfter(holiday.firstDay().plusDays(LONGEST))) {
            found.error(row, LAST, "Ces vacances dureraient plus de " + LONGEST + " jours : vérifiez les dates.");
        } else {
            boolean endless = holiday.lastDay() != null && holiday.lastDay().isBefore(holiday.firstDay());
            holidays.put(
                    List.of(holiday.schoolYear(), holiday.zone(), holiday.firstDay()),
                    endless
                            ? new SchoolHoliday(
                                    holiday.schoolYear(), holiday.zone(), holiday.label(), holiday.firstDay(), null)
                            : holiday);
        }
    }

    /** From 1 August to the 31 August that follows the year. */
    private static boolean isWithin(String year, LocalDate day) {
        int start = Integer.parseInt(year.substring(0, 4));
        return !day.isBefore(LocalDate.of(start, 8, 1)) && !day.isAfter(LocalDate.of(start + 1, 8, 31));
    }

    private LocalDate last(CsvRow row) {
        return CsvDates.read(row.get(LAST)).orElseGet(() -> CsvDates.read(row.get(BACK))
                .map(back -> back.minusDays(1))
                .orElse(null));
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
