package fr.forment.project;

import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * When people are reminded, on school days of the circonscription. Where the policy's day has gone by (a vague that
 * begins late), each reminder still leaves some school days after the one before: nobody gets three at once.
 */
@Component
@RequiredArgsConstructor
public class OpeningDates {

    /** School days a person has before the first reminder. */
    public static final int FIRST_REMINDER = 5;
    /** Days after the opening on which a direction is first asked how the ENT is used; a second time later. */
    public static final int FIRST_USE = 30;
    /** School days after which a question on the use is closed without answer. */
    public static final int USE_ANSWER = 20;
    /**
     * School days the IEN has from the bilan of a vague to the decision on what follows: a school week more than the
     * schools have to say how the ENT is used, so that the decision is due after the answers it rests on.
     */
    public static final int DECISION = 2 * FIRST_REMINDER;
    /** School days after which a school that does not engage goes to the gate as it is. */
    static final int ENGAGEMENT = 15;

    private static final int BETWEEN_REMINDERS = 3;

    private final VaguePlaces places;
    private final ProjectDraft draft;
    private final PlanCourse plan;
    private final Reminders reminders;
    private final Clock clock;
    private final PlaceClocks clocks;

    /** The n-th reminder before the opening of a school. */
    public LocalDate reminder(long placeId, int rank) {
        Situation it = places.find(placeId);
        return reminder(it, rank, it.vague().opensOn(), reminders.offset(Reminder.SCHOOL_OPENING, rank));
    }

    /**
     * The n-th reminder of what a school is to confirm: as before its opening, counted from the first session of its
     * vague where that is earlier, since the sessions are for the people it names.
     */
    public LocalDate engagementReminder(long placeId, int rank) {
        Situation it = places.find(placeId);
        return reminder(it, rank, firstNeeded(it), reminders.offset(Reminder.SCHOOL_OPENING, rank));
    }

    /** By when a school is to confirm: the day of the first reminder, however late the vague begins. */
    public LocalDate engagementDue(long placeId) {
        Situation it = places.find(placeId);
        Zone zone = draft.circonscription(it.project().circonscriptionUai()).zone();
        return reminders.notPast(zone, engagementReminder(placeId, 1), firstNeeded(it), today());
    }

    private LocalDate firstNeeded(Situation it) {
        LocalDate opening = it.vague().opensOn();
        return plan.firstSession(it.project().id(), it.vague().rank())
                .filter(first -> first.isBefore(opening))
                .orElse(opening);
    }

    private LocalDate reminder(Situation it, int rank, LocalDate awaited, int offset) {
        Zone zone = draft.circonscription(it.project().circonscriptionUai()).zone();
        LocalDate earliest = reminders.day(zone, today(), FIRST_REMINDER + (rank - 1) * BETWEEN_REMINDERS);
        return later(earliest, reminders.day(zone, awaited, offset));
    }

    /** When whoever answers for the IEN hears that the decision on a school still lies. */
    public LocalDate overdue(long placeId) {
        return overdueAfter(placeId, reminder(placeId, 3));
    }

    /** When whoever answers for the IEN hears of a decision on a school, reminded on that day, that still lies. */
    public LocalDate overdueAfter(long placeId, LocalDate reminded) {
        return after(placeId, reminded, reminders.offset(Reminder.LATE_TASK, 1));
    }

    private LocalDate after(long placeId, LocalDate from, int schoolDays) {
        String uai = places.find(placeId).project().circonscriptionUai();
        return reminders.day(draft.circonscription(uai).zone(), from, schoolDays);
    }

    /** Whom the policy has reminded. */
    public Role reader(int rank) {
        return Stream.of(Role.DIRECTEUR, Role.ERUN, Role.IEN)
                .filter(role -> reminders.goesTo(Reminder.SCHOOL_OPENING, rank, role.name()))
                .findFirst()
                .orElseThrow();
    }

    /** After the last reminder, and not before the day the school should have opened. */
    public LocalDate engagementOverdue(long placeId) {
        Situation it = places.find(placeId);
        Zone zone = draft.circonscription(it.project().circonscriptionUai()).zone();
        return later(
                reminders.day(zone, today(), ENGAGEMENT),
                reminders.day(zone, it.vague().opensOn(), BETWEEN_REMINDERS));
    }

    /** For the engine, by the clock of the school. */
    public String morning(long placeId, LocalDate day) {
        return clocks.iso(places.find(placeId).place().schoolUai(), day.atTime(Reminders.MORNING));
    }

    /** The same, of what is due by the end of that day. */
    public String evening(long placeId, LocalDate day) {
        return clocks.iso(places.find(placeId).place().schoolUai(), day.atTime(Reminders.EVENING));
    }

    public LocalDate opening(long placeId) {
        return places.find(placeId).vague().opensOn();
    }

    /**
     * A school day, so many days after the opening; never before the direction had its time to answer the question
     * before: a summer in between would bring both within a week.
     */
    public LocalDate afterOpening(long placeId, int days) {
        Situation it = places.find(placeId);
        return after(it.project(), it.place().openedOn(), days);
    }

    /** The same of an opening that is only planned. */
    public LocalDate after(Project project, LocalDate opening, int days) {
        LocalDate day = draft.schoolDay(project.circonscriptionUai(), opening.plusDays(days));
        return days <= FIRST_USE
                ? day
                : later(
                        day,
                        reminders.day(
                                draft.circonscription(project.circonscriptionUai())
                                        .zone(),
                                draft.schoolDay(project.circonscriptionUai(), opening.plusDays(FIRST_USE)),
                                USE_ANSWER));
    }

    /** So many school days from today, for the circonscription of the school. */
    public LocalDate schoolDaysFromNow(long placeId, int schoolDays) {
        return inCirconscription(places.find(placeId).project().circonscriptionUai(), schoolDays);
    }

    /** So many school days from today. */
    public LocalDate inCirconscription(String uai, int schoolDays) {
        return reminders.day(draft.circonscription(uai).zone(), today(), schoolDays);
    }

    /** The same, and not beyond what it is for. @param matter null where nothing follows */
    public LocalDate before(String uai, int schoolDays, LocalDate matter) {
        LocalDate wanted = inCirconscription(uai, schoolDays);
        return matter == null
                ? wanted
                : reminders.notPast(draft.circonscription(uai).zone(), wanted, matter, today());
    }

    /** The last school day before. */
    public LocalDate dayBefore(String uai, LocalDate day) {
        return reminders.day(draft.circonscription(uai).zone(), day, -1);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return Stream.of(one, other).max(Comparator.naturalOrder()).orElseThrow();
    }
}
