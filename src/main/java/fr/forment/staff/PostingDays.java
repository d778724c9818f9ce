package fr.forment.staff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import org.springframework.stereotype.Component;

/** When a letter may leave: now within the hours of a school day, otherwise at 08:00 of the next. Nobody is written to on holiday. */
@Component
class PostingDays {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime FIRST = LocalTime.of(8, 0);
    private static final LocalTime LAST = LocalTime.of(18, 0);

    private final SchoolCalendar calendar;
    private final Clock clock;

    PostingDays(SchoolCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Without a known zone there is no calendar to respect. */
    Instant next(Optional<Zone> zone) {
        ZonedDateTime now = clock.instant().atZone(PARIS);
        if (zone.isEmpty()) {
            return now.toInstant();
        }
        LocalDate day = now.toLocalTime().isBefore(LAST) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
        ZonedDateTime opening = calendar.onOrAfter(zone.get(), day).atTime(FIRST).atZone(PARIS);
        return (now.isAfter(opening) ? now : opening).toInstant();
    }

    /** So many school days from today, at the first hour. */
    Instant after(Optional<Zone> zone, int schoolDays) {
        LocalDate today = clock.instant().atZone(PARIS).toLocalDate();
        return zone.map(known -> calendar.plus(known, today, schoolDays)).orElse(today.plusDays(schoolDays)).atTime(FIRST).atZone(PARIS).toInstant();
    }
}
