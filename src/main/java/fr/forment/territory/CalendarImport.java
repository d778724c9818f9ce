package fr.forment.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** A calendar of later years, or a correction: for each school year and zone of the file, it replaces what was known. */
@Component
class CalendarImport implements FileImport {

    private final CalendarTables tables;
    private final ApplicationEventPublisher events;

    CalendarImport(CalendarTables tables, ApplicationEventPublisher events) {
        this.tables = tables;
        this.events = events;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CALENDRIER;
    }

    @Override
    public boolean recognises(CsvFile file) {
        return file.has(CalendarFile.FIRST);
    }

    @Override
    public Prepared prepare(InputStreamSource source, String departement) {
        CalendarFile file = CalendarFile.read(source);
        Map<List<Object>, SchoolHoliday> known = new LinkedHashMap<>();
        tables.holidays().forEach(holiday -> known.put(key(holiday), holiday));
        int created = 0;
        int changed = 0;
        for (SchoolHoliday holiday : file.holidays()) {
            SchoolHoliday before = known.get(key(holiday));
            created += before == null ? 1 : 0;
            changed += before != null && !before.equals(holiday) ? 1 : 0;
        }
        return new Ready(ImportReport.of(kind(), file.found(), file.holidays().size(), created, changed), file.holidays());
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
            holidays.forEach(holiday -> tables.forget(holiday.schoolYear(), holiday.zone()));
            holidays.forEach(tables::add);
            events.publishEvent(new CalendarChanged());
        }
    }
}
