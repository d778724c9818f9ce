package fr.forment.catalogue;

import fr.forment.territory.Circonscription;
import fr.forment.territory.SchoolCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The dates of reminders: policy table, school calendar and hours of the house in one place. Moments are those of the
 * circonscription's own clock; {@link Circonscription#clock()} makes instants of them.
 */
@Component
@RequiredArgsConstructor
public class Reminders {

    /** Reminders, and whatever begins with a day. */
    public static final LocalTime MORNING = LocalTime.of(8, 0);
    /** What is due ends with the day of work. */
    public static final LocalTime EVENING = LocalTime.of(18, 0);

    private final ReminderPolicy policy;
    private final SchoolCalendar calendar;

    /** @param from the day of the matter, which the table's description names for each subject */
    public LocalDateTime on(Reminder reminder, int rank, Circonscription place, LocalDate from) {
        return morning(place, from, offset(reminder, rank));
    }

    /** So many school days from the day of the matter; negative before it. */
    public int offset(Reminder reminder, int rank) {
        return policy.of(reminder, rank).offsetSchoolDays();
    }

    /** @param reader code of the table: OWNER, PARTICIPANTS, DIRECTEUR, ERUN, IEN, SECRETAIRE or DELEGATE */
    public boolean goesTo(Reminder reminder, int rank, String reader) {
        return policy.of(reminder, rank).readers().contains(reader);
    }

    /** The morning of a school day, so many after a day (before it, when negative). */
    public LocalDateTime morning(Circonscription place, LocalDate from, int schoolDays) {
        return day(place, from, schoolDays).atTime(MORNING);
    }

    /** The end of the working day, so many school days after a day. */
    public LocalDateTime evening(Circonscription place, LocalDate from, int schoolDays) {
        return day(place, from, schoolDays).atTime(EVENING);
    }

    private LocalDate day(Circonscription place, LocalDate from, int schoolDays) {
        return calendar.onOrAfter(place.zone(), calendar.plus(place.zone(), from, schoolDays));
    }
}
