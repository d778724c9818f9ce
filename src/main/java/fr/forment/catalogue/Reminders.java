package fr.forment.catalogue;

import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The dates of reminders: policy table, school calendar and hours of the house in one place. Moments are those of the
 * place's own clock; {@link fr.forment.territory.PlaceClocks} makes instants of them.
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
    public LocalDateTime on(Reminder reminder, int rank, Zone zone, LocalDate from) {
        return morning(zone, from, offset(reminder, rank));
    }

    /** So many school days from the day of the matter; negative before it. */
    public int offset(Reminder reminder, int rank) {
        return policy.of(reminder, rank).offsetSchoolDays();
    }

    /**
     * @param reader code of the table: OWNER, PARTICIPANTS, FORMATEUR, DIRECTEUR, ERUN, IEN, SECRETAIRE, DELEGATE or
     *     HIERARCHIE
     */
    public boolean goesTo(Reminder reminder, int rank, String reader) {
        return policy.of(reminder, rank).readers().contains(reader);
    }

    /** The morning of a school day, so many after a day (before it, when negative). */
    public LocalDateTime morning(Zone zone, LocalDate from, int schoolDays) {
        return day(zone, from, schoolDays).atTime(MORNING);
    }

    /** The end of the working day, so many school days after a day. */
    public LocalDateTime evening(Zone zone, LocalDate from, int schoolDays) {
        return day(zone, from, schoolDays).atTime(EVENING);
    }

    /** The school day so many after a day (before it, when negative); for 0 the day itself or the next. */
    public LocalDate day(Zone zone, LocalDate from, int schoolDays) {
        return calendar.onOrAfter(zone, calendar.plus(zone, from, schoolDays));
    }

    /**
     * A deadline does not pass what it is for: the last school day before that, where the wanted day comes later and
     * somebody asked today still has a day to answer.
     *
     * @param wanted so many days from today @param matter the day before which it is needed
     */
    public LocalDate notPast(Zone zone, LocalDate wanted, LocalDate matter, LocalDate today) {
        LocalDate last = calendar.plus(zone, matter, -1);
        return wanted.isAfter(last) && last.isAfter(today) ? last : wanted;
    }
}
