package fr.forment.territory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The days there is school, per zone: Monday to Friday, neither school holiday nor public holiday. Beyond the calendars
 * that were imported, week-days without public holiday count as school days: {@link #knownUntil()} lets a caller say
 * so.
 */
@Component
@RequiredArgsConstructor
public class SchoolCalendar {

    /** Another node may have imported a calendar. */
    private static final Duration REFRESH = Duration.ofMinutes(5);

    private final CalendarTables tables;
    private final Clock clock;
    private volatile Loaded loaded;

    public boolean isSchoolDay(Zone zone, LocalDate day) {
        return of(zone).isSchoolDay(day);
    }

    /** The day itself, or the next school day. */
    public LocalDate onOrAfter(Zone zone, LocalDate day) {
        return of(zone).onOrAfter(day);
    }

    /** The n-th school day strictly after (before, when negative) a day; the day itself for 0. */
    public LocalDate plus(Zone zone, LocalDate from, int schoolDays) {
        return of(zone).plus(from, schoolDays);
    }

    /**
     * School days from one day to another, the start not counted, the end counted; negative backwards. So
     * {@code between(z, d, plus(z, d, n)) == n}.
     */
    public int between(Zone zone, LocalDate from, LocalDate to) {
        return of(zone).between(from, to);
    }

    /** "2026-2027"; a school year begins on 1 August. */
    public String schoolYear(LocalDate day) {
        int start = day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1;
        return start + "-" + (start + 1);
    }

    /** Last day the calendars of all three zones cover; {@link LocalDate#MIN} when none is loaded. */
    public LocalDate knownUntil() {
        return Stream.of(Zone.A, Zone.B, Zone.C)
                .map(this::knownUntil)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Last day the calendar of this zone covers; {@link LocalDate#MIN} when none is loaded. */
    public LocalDate knownUntil(Zone zone) {
        return of(zone).knownUntil();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(CalendarChanged event) {
        loaded = null;
    }

    private ZoneCalendar of(Zone zone) {
        Loaded current = loaded;
        Instant now = clock.instant();
        if (current == null || Duration.between(current.at, now).abs().compareTo(REFRESH) > 0) {
            current = new Loaded(now, tables.read());
            loaded = current;
        }
        return current.zones.get(zone);
    }

    private record Loaded(Instant at, Map<Zone, ZoneCalendar> zones) {}
}
