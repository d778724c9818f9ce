package fr.forment.territory;

import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The holiday tables. A few hundred rows: always read whole. */
@Repository
@RequiredArgsConstructor
public class CalendarTables {

    private final JdbcClient jdbc;

    Map<Zone, ZoneCalendar> read() {
        List<SchoolHoliday> holidays = holidays();
        List<PublicHoliday> publicHolidays = publicHolidays();
        Map<Zone, ZoneCalendar> zones = new EnumMap<>(Zone.class);
        for (Zone zone : Zone.values()) {
            zones.put(
                    zone,
                    new ZoneCalendar(
                            holidays.stream()
                                    .filter(holiday -> holiday.zone() == zone.ofHolidays())
                                    .toList(),
                            publicHolidays.stream()
                                    .filter(day -> day.appliesTo(zone))
                                    .map(PublicHoliday::heldOn)
                                    .toList()));
        }
        return zones;
    }

    public List<SchoolHoliday> holidays() {
        return jdbc.sql(
                        "select school_year, zone, label, first_day, last_day from school_holiday order by first_day, zone")
                .query(SchoolHoliday.class)
                .list();
    }

    boolean knows(String schoolYear, Zone zone) {
        return jdbc.sql("select count(*) from school_holiday where school_year = :year and zone = :zone")
                        .param("year", schoolYear)
                        .param("zone", zone.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void forget(String schoolYear, Zone zone) {
        jdbc.sql("delete from school_holiday where school_year = :year and zone = :zone")
                .param("year", schoolYear)
                .param("zone", zone.name())
                .update();
    }

    public void add(SchoolHoliday holiday) {
        jdbc.sql("""
                insert into school_holiday (school_year, zone, label, first_day, last_day)
                values (:year, :zone, :label, :first, :last)""")
                .param("year", holiday.schoolYear())
                .param("zone", holiday.zone().name())
                .param("label", holiday.label())
                .param("first", holiday.firstDay())
                .param("last", holiday.lastDay(), Types.DATE)
                .update();
    }

    /** A day already there is left alone. */
    void addPublic(LocalDate heldOn, String perimeter, String label) {
        jdbc.sql("""
                insert into public_holiday (held_on, perimeter, label)
                select cast(:day as date), cast(:perimeter as varchar(20)), cast(:label as varchar(100))
                 where not exists (select 1 from public_holiday where held_on = :day and perimeter = :perimeter)""")
                .param("day", heldOn)
                .param("perimeter", perimeter)
                .param("label", label)
                .update();
    }

    private List<PublicHoliday> publicHolidays() {
        return jdbc.sql("select held_on, perimeter from public_holiday")
                .query(PublicHoliday.class)
                .list();
    }

    record PublicHoliday(LocalDate heldOn, String perimeter) {

        static final String FRANCE = "FRANCE";
        static final String ALSACE_MOSELLE = "ALSACE_MOSELLE";

        boolean appliesTo(Zone zone) {
            return FRANCE.equals(perimeter) || zone == Zone.ALSACE_MOSELLE;
        }
    }
}
