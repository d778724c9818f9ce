package fr.forment.territory.imports;

import fr.forment.files.CsvFile;
import fr.forment.french.French;
import fr.forment.territory.CalendarChanged;
import fr.forment.territory.CalendarFile;
import fr.forment.territory.CalendarTables;
import fr.forment.territory.FileImport;
import fr.forment.territory.GroundTables;
import fr.forment.territory.ImportChoices;
import fr.forment.territory.ImportKind;
import fr.forment.territory.ImportReach;
import fr.forment.territory.ImportReport;
import fr.forment.territory.SchoolHoliday;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * A calendar of later years, or a correction: for each school year and zone of the file, it replaces what was known.
 */
@Component
@RequiredArgsConstructor
class CalendarImport implements FileImport {

    private final CalendarTables tables;
    private final GroundTables ground;
    private final ApplicationEventPublisher events;

    @Override
    public ImportKind kind() {
        return ImportKind.CALENDRIER;
    }

    @Override
    public boolean recognises(CsvFile file) {
        return file.has(CalendarFile.FIRST);
    }

    @Override
    public Prepared prepare(InputStreamSource source, String departement, ImportReach reach) {
        CalendarFile file = CalendarFile.read(source, zones(reach));
        Map<List<Object>, SchoolHoliday> known = new LinkedHashMap<>();
        tables.holidays().forEach(holiday -> known.put(key(holiday), holiday));
        int created = 0;
        int changed = 0;
        for (SchoolHoliday holiday : file.holidays()) {
            SchoolHoliday before = known.get(key(holiday));
            created += before == null ? 1 : 0;
            changed += before != null && !before.equals(holiday) ? 1 : 0;
        }
        return new Ready(
                ImportReport.of(kind(), file.found(), file.holidays().size(), created, changed)
                        .taking(taken(known.values(), file.holidays())),
                file.holidays());
    }

    /** The days without school that the file's years and zones would lose, stretch by stretch. */
    private static List<String> taken(Collection<SchoolHoliday> known, List<SchoolHoliday> after) {
        Set<List<Object>> replaced = after.stream()
                .map(holiday -> List.<Object>of(holiday.schoolYear(), holiday.zone()))
                .collect(Collectors.toSet());
        List<String> taken = new ArrayList<>();
        for (SchoolHoliday before : known) {
            if (replaced.contains(List.<Object>of(before.schoolYear(), before.zone()))) {
                List<LocalDate> lost = before.days()
                        .filter(day -> after.stream().noneMatch(other -> other.covers(before, day)))
                        .toList();
                if (!lost.isEmpty()) {
                    taken.add(before.zone().label() + ", " + before.schoolYear() + " : " + before.label() + ", "
                            + stretch(lost.get(0), lost.get(lost.size() - 1)));
                }
            }
        }
        return taken;
    }

    private static String stretch(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? "le " + French.numeric(first)
                : "du " + French.numeric(first) + " au " + French.numeric(last);
    }

    /** Holidays bind a whole zone: they are changed by who answers for a département of it. */
    private Set<Zone> zones(ImportReach reach) {
        return reach.everywhere()
                ? EnumSet.allOf(Zone.class)
                : ground.departements().values().stream()
                        .filter(d -> reach.coversDepartement(d.code()))
                        .map(d -> d.zone().ofHolidays())
                        .collect(Collectors.toSet());
    }

    private static List<Object> key(SchoolHoliday holiday) {
        return List.of(holiday.schoolYear(), holiday.zone(), holiday.firstDay());
    }

    private final class Ready implements Prepared {

        private final ImportReport report;
        private final List<SchoolHoliday> holidays;

        Ready(ImportReport report, List<SchoolHoliday> holidays) {
            this.report = report;
            this.holidays = holidays;
        }

        @Override
        public ImportReport report() {
            return report;
        }

        @Override
        public void write(ImportChoices choices) {
            if (holidays.isEmpty()) {
                return;
            }
            holidays.forEach(holiday -> tables.forget(holiday.schoolYear(), holiday.zone()));
            holidays.forEach(tables::add);
            events.publishEvent(new CalendarChanged());
        }
    }
}
