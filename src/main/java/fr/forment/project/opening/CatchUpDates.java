package fr.forment.project.opening;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.project.OpeningDates;
import fr.forment.project.VaguePlaces;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** When a catch-up is reminded, told to the IEN and told again, around the date the IEN has set. */
@Component
@RequiredArgsConstructor
public class CatchUpDates {

    /** The reminder while a decision lies. */
    private static final int LAST = 3;

    private final VaguePlaces places;
    private final OpeningDates dates;
    private final Circonscriptions circonscriptions;
    private final Reminders reminders;
    private final SchoolCalendar calendar;
    private final Clock clock;

    /**
     * @throws Refusal for a day that is not to come, or on which nobody of the schools is there to catch up
     * @param asked what is asked for, in French
     */
    void check(String circonscriptionUai, LocalDate day, String asked) {
        LocalDate today = LocalDate.now(clock);
        if (day == null || !day.isAfter(today)) {
            throw new Refusal(asked, "catchUpOn");
        }
        Zone zone = circonscriptions
                .find(circonscriptionUai)
                .map(Circonscription::zone)
                .orElseThrow();
        if (!calendar.isSchoolDay(zone, day)) {
            LocalDate before = reminders.day(zone, day, -1);
            throw new Refusal(
                    "Le " + French.day(day) + " n'est pas un jour de classe. Choisissez "
                            + (before.isAfter(today) ? "par exemple le " + French.day(before) + " ou le " : "le ")
                            + French.day(reminders.day(zone, day, 1)) + ".",
                    "catchUpOn");
        }
    }

    /** A decision that is asked for leaves a school week before it is reminded. */
    public String day(long placeId, int rank) {
        return dates.morning(placeId, on(placeId, rank, reminders.offset(Reminder.CATCH_UP, rank)));
    }

    /** When whoever answers for the IEN hears that the decision still lies. */
    public String overdue(long placeId) {
        return dates.morning(placeId, dates.overdueAfter(placeId, last(placeId)));
    }

    private LocalDate last(long placeId) {
        return on(placeId, LAST, reminders.offset(Reminder.CATCH_UP, LAST));
    }

    private LocalDate on(long placeId, int rank, int schoolDays) {
        Situation it = places.find(placeId);
        Zone zone = circonscriptions
                .find(it.project().circonscriptionUai())
                .map(Circonscription::zone)
                .orElseThrow();
        LocalDate planned = reminders.day(zone, it.place().catchUpOn(), schoolDays);
        LocalDate week = rank < LAST ? planned : reminders.day(zone, LocalDate.now(clock), OpeningDates.FIRST_REMINDER);
        return planned.isAfter(week) ? planned : week;
    }

    /** By when the IEN decides. */
    public String due(long placeId) {
        return dates.evening(placeId, dates.schoolDaysFromNow(placeId, OpeningDates.FIRST_REMINDER));
    }
}
