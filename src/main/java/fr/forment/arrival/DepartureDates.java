package fr.forment.arrival;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Zone;
import java.time.LocalDateTime;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * When things fall due around a departure. Questions follow the school days of the zone; a last day is a day of the
 * ordinary calendar.
 */
@Component
@RequiredArgsConstructor
public class DepartureDates {

    /** The occurrence of the policy that ends the grace period. */
    private static final int GRACE_END = 3;
    /**
     * Early on the first day away: nobody who has left finds a task in the morning. Not between 02:00 and 03:00, an
     * hour that may not exist.
     */
    private static final LocalTime BEFORE_WORK = LocalTime.of(5, 0);

    private final Circonscriptions circonscriptions;
    private final Reminders reminders;

    /**
     * @param occurrence of the policy, counted from the day on which the absence was found; the last one is the end of
     *     the grace period
     */
    public LocalDateTime answer(Departure departure, int occurrence) {
        return reminders.on(Reminder.DEPARTURE_CONFIRMATION, occurrence, zone(departure), departure.detectedOn());
    }

    /** After it, no answer is an answer: the person has left. */
    public LocalDateTime graceEnd(Departure departure) {
        return answer(departure, GRACE_END);
    }

    public LocalDateTime firstDayAway(Departure departure) {
        return departure.leavesOn().atTime(BEFORE_WORK);
    }

    /** The list may hold the person again by the end of that day. */
    public LocalDateTime firstDayBack(Departure departure) {
        return reminders.morning(zone(departure), departure.backOn(), 0);
    }

    private Zone zone(Departure departure) {
        return (departure.circonscriptionUai() != null
                        ? circonscriptions.find(departure.circonscriptionUai())
                        : circonscriptions.inDepartement(departure.departementCode()).stream()
                                .findFirst())
                .orElseThrow()
                .zone();
    }
}
