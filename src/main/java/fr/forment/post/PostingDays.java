package fr.forment.post;

import fr.forment.catalogue.Reminders;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Clocks;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * When a letter may leave: now within the hours of a school day there, otherwise on the morning of the next. Nobody is
 * written to on holiday.
 */
@Component
@RequiredArgsConstructor
class PostingDays {

    private final SchoolCalendar calendar;
    private final Clock clock;

    /** Without a known place there is no calendar to respect. */
    Instant next(Optional<Circonscription> place) {
        return place.map(known -> next(known.zone(), known.clock())).orElseGet(clock::instant);
    }

    /** @param there the clock of the readers */
    Instant next(Zone zone, ZoneId there) {
        ZonedDateTime now = clock.instant().atZone(there);
        LocalDate day = now.toLocalTime().isBefore(Reminders.EVENING)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        ZonedDateTime opening =
                calendar.onOrAfter(zone, day).atTime(Reminders.MORNING).atZone(there);
        return (now.isAfter(opening) ? now : opening).toInstant();
    }

    /** So many school days from today, at the first hour. */
    Instant after(Optional<Circonscription> place, int schoolDays) {
        ZoneId there = clock(place);
        LocalDate today = clock.instant().atZone(there).toLocalDate();
        return place.map(known -> calendar.plus(known.zone(), today, schoolDays))
                .orElse(today.plusDays(schoolDays))
                .atTime(Reminders.MORNING)
                .atZone(there)
                .toInstant();
    }

    /** The moment after the last instant of the day that many school days from today. */
    Instant endOf(Optional<Circonscription> place, int schoolDays) {
        return endOf(LocalDate.ofInstant(after(place, schoolDays), clock(place)), place);
    }

    /** The moment after the last instant of a day there; null without a day. */
    static Instant endOf(LocalDate lastDay, Optional<Circonscription> place) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(clock(place)).toInstant();
    }

    private static ZoneId clock(Optional<Circonscription> place) {
        return place.map(Circonscription::clock).orElse(Clocks.ofNoPlace());
    }
}
