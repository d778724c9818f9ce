package fr.forment.session;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** When things fall due around a session: school days of the circonscription's zone. */
@Component
@RequiredArgsConstructor
public class SessionDates {

    /** The decision on a session with too few people comes before the convocations of the policy. */
    private static final int CUT_OFF = -20;
    /** School days a person has at least to decide on a session with too few people, or to correct marks. */
    private static final int TIME_TO_DECIDE = 3;
    /** So long before its beginning nothing is waited for any more of a session that lacks people. */
    private static final Duration NEAR = Duration.ofHours(2);

    private final SchoolCalendar calendar;
    private final Circonscriptions circonscriptions;
    private final Reminders reminders;
    private final PlaceClocks clocks;

    /** What time it is where the session is: its hours are hours of that clock. */
    public LocalDateTime now(TrainingSession session) {
        return now(session.circonscriptionUai());
    }

    public LocalDateTime now(String circonscriptionUai) {
        return clocks.now(circonscriptionUai);
    }

    public ZoneId clock(TrainingSession session) {
        return clocks.of(session.circonscriptionUai());
    }

    /** @param moment as it is said where the session is */
    public Instant instant(TrainingSession session, LocalDateTime moment) {
        return clocks.instant(session.circonscriptionUai(), moment);
    }

    /** The sooner of two moments: when it was to be, and when it is now; under way, of the days that have changed. */
    public Instant nearer(TrainingSession session, LocalDateTime formerly) {
        if (session.changedFrom() != null) {
            return instant(session, session.changedFrom());
        }
        return instant(session, formerly.isBefore(session.startsAt()) ? formerly : session.startsAt());
    }

    /** For the engine, by the clock of the place. */
    public String iso(TrainingSession session, LocalDateTime moment) {
        return clocks.iso(session.circonscriptionUai(), moment);
    }

    /**
     * When the enrolments are looked at. A session opened later than that with too few people has one school day to
     * find them, for as long as they can still be summoned in time, or, with nobody to summon, until it is near.
     */
    public LocalDateTime cutOff(TrainingSession session) {
        LocalDateTime usual = fromDay(session, CUT_OFF);
        if (!usual.isBefore(now(session)) || session.isMinimumReached() || session.state() == SessionState.CONFIRMEE) {
            return usual;
        }
        LocalDateTime nextDay = reminders.morning(zone(session), now(session).toLocalDate(), 1);
        return earlier(nextDay, lastMoment(session));
    }

    /** Past the usual dates a session that has found enough people waits for no question any more. */
    boolean isDecidedByNumbers(TrainingSession session) {
        return session.isMinimumReached() && !now(session).isBefore(fromDay(session, CUT_OFF));
    }

    /** Who is to be summoned hears of it on the eve; later, and with nobody, it may wait until it is near. */
    private LocalDateTime lastMoment(TrainingSession session) {
        LocalDateTime now = now(session);
        LocalDateTime eve = fromDay(session, -1);
        LocalDateTime near = session.startsAt().minus(NEAR);
        LocalDateTime half = now.plus(Duration.between(now, session.startsAt()).dividedBy(2));
        return session.booked() > 0 && eve.isAfter(now) ? eve : near.isAfter(now) ? near : half;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    public LocalDateTime convocation(TrainingSession session) {
        return on(Reminder.SESSION, 1, session);
    }

    public LocalDateTime reminder(TrainingSession session) {
        return on(Reminder.SESSION, 2, session);
    }

    /** In any case before it begins: for a Saturday, or eight in the morning, on the school day before. */
    public LocalDateTime trainerReminder(TrainingSession session) {
        LocalDateTime morning = on(Reminder.SESSION, 3, session);
        return morning.isBefore(session.startsAt()) ? morning : fromDay(session, -1);
    }

    /**
     * Until when a decision is waited for: the day of the convocations, or three school days from now, but never beyond
     * the eve; with nobody to summon, until it is near.
     */
    public LocalDateTime decision(TrainingSession session) {
        LocalDateTime usual = convocation(session);
        LocalDateTime soonest = reminders.morning(zone(session), now(session).toLocalDate(), TIME_TO_DECIDE);
        return earlier(usual.isAfter(soonest) ? usual : soonest, lastMoment(session));
    }

    /**
     * While the decision is waited for: three school days before its last moment whoever may take it is reminded, one
     * before it the IEN is alerted; where less is left, at each third of it.
     *
     * @param occurrence 1: the reminder; 2: the alert
     */
    public LocalDateTime lowReminder(TrainingSession session, int occurrence) {
        LocalDateTime now = now(session);
        LocalDateTime last = decision(session);
        LocalDateTime usual =
                reminders.morning(zone(session), last.toLocalDate(), occurrence == 1 ? -TIME_TO_DECIDE : -1);
        return usual.isAfter(now)
                ? usual
                : now.plus(Duration.between(now, last).multipliedBy(occurrence).dividedBy(3));
    }

    /** The first day people can still be convoked for with the notice of the policy, were the date fixed today. */
    public LocalDate firstDay(String circonscriptionUai) {
        return reminders.day(
                zone(circonscriptionUai),
                now(circonscriptionUai).toLocalDate(),
                -reminders.offset(Reminder.SESSION, 1));
    }

    /** Whether everybody can be convoked in time, or a person accepted that some hear of it late. */
    public boolean isNoticeLeft(TrainingSession session) {
        return session.isNoticeWaived() || isInTime(session);
    }

    /** Whether everybody can be convoked with the notice of the policy, whatever a person accepted. */
    public boolean isInTime(TrainingSession session) {
        return !session.day().isBefore(firstDay(session.circonscriptionUai()));
    }

    /**
     * Until when the team is waited for: as long as an answer still convokes everybody in time. Of what is to be found,
     * a room for instance, that last day itself; of a date, sooner.
     */
    public LocalDateTime dateDue(TrainingSession session) {
        LocalDateTime last = lastCall(session);
        return session.state() == SessionState.CONFIRMEE && last.isAfter(now(session))
                ? last
                : dateDecision(session, 1);
    }

    /** The evening of the last day on which everybody can be convoked in time. */
    private LocalDateTime lastCall(TrainingSession session) {
        return convocation(session).toLocalDate().atTime(Reminders.EVENING);
    }

    /**
     * From today; but while everybody can still be convoked in time, on the last day on which he can at the latest, and
     * the alert as soon as he cannot; of a session to come before it begins, on the eve if that is still possible:
     * nobody is asked for the date of what is over.
     *
     * @param occurrence 1: those who give a session its date are reminded; 2: the IEN is alerted
     */
    public LocalDateTime dateDecision(TrainingSession session, int occurrence) {
        LocalDateTime now = now(session);
        LocalDateTime usual = reminders.morning(
                zone(session), now.toLocalDate(), reminders.offset(Reminder.SESSION_DATE, occurrence));
        return !session.startsAt().isAfter(now)
                ? usual
                : isInTime(session) && !session.isNoticeWaived()
                        ? inTime(session, occurrence, usual, now)
                        : earlier(usual, lastChance(session, occurrence, now));
    }

    /** Nobody has given a date though the IEN was alerted: the IEN of the département hears of it. */
    public LocalDateTime dateForgotten(TrainingSession session) {
        return reminders.morning(
                zone(session), dateDecision(session, 2).toLocalDate(), reminders.offset(Reminder.LATE_TASK, 2));
    }

    /** What is to be found is reminded of, and given up, with the notice; a date is asked for again as usual before. */
    private LocalDateTime inTime(TrainingSession session, int occurrence, LocalDateTime usual, LocalDateTime now) {
        LocalDateTime lapse =
                reminders.morning(zone(session), convocation(session).toLocalDate(), 1);
        LocalDateTime last = occurrence > 1
                ? lapse
                : Stream.of(convocation(session), lastCall(session), lapse)
                        .filter(moment -> moment.isAfter(now))
                        .findFirst()
                        .orElse(usual);
        return session.state() == SessionState.CONFIRMEE ? last : earlier(usual, last);
    }

    /** The eve, morning for the reminder and evening for the alert; then until it is near, then what is left. */
    private LocalDateTime lastChance(TrainingSession session, int occurrence, LocalDateTime now) {
        LocalDateTime eve = fromDay(session, -1);
        LocalDateTime near = session.startsAt().minus(NEAR);
        List<LocalDateTime> left = Stream.of(eve, eve.toLocalDate().atTime(Reminders.EVENING), near)
                .filter(moment -> moment.isAfter(now))
                .toList();
        return left.isEmpty()
                ? now.plus(Duration.between(now, session.startsAt())
                        .multipliedBy(occurrence)
                        .dividedBy(occurrence + 1L))
                : left.get(Math.min(occurrence, left.size()) - 1);
    }

    /** Until when marks that were opened again are to be corrected. */
    public LocalDateTime correction(TrainingSession session) {
        return reminders.morning(zone(session), now(session).toLocalDate(), TIME_TO_DECIDE);
    }

    /** When the IEN hears of a correction that is still not made. */
    public LocalDateTime correctionOverdue(TrainingSession session) {
        return reminders.on(Reminder.LATE_TASK, 2, zone(session), now(session).toLocalDate());
    }

    public LocalDateTime marksReminder(TrainingSession session, int occurrence) {
        return on(Reminder.MARKS, occurrence, session);
    }

    public LocalDateTime coldEvaluation(TrainingSession session) {
        return on(Reminder.COLD_EVALUATION, 1, session);
    }

    /**
     * Of who was asked today: so long after the session, but never sooner than the table leaves between question and
     * reminder.
     */
    public LocalDateTime hotEvaluationReminder(TrainingSession session) {
        return rested(session, on(Reminder.HOT_EVALUATION, 1, session), reminders.offset(Reminder.HOT_EVALUATION, 1));
    }

    /** The same, of the cold evaluation. */
    public LocalDateTime coldEvaluationReminder(TrainingSession session) {
        return rested(
                session,
                on(Reminder.COLD_EVALUATION, 2, session),
                reminders.offset(Reminder.COLD_EVALUATION, 2) - reminders.offset(Reminder.COLD_EVALUATION, 1));
    }

    private LocalDateTime rested(TrainingSession session, LocalDateTime usual, int pause) {
        LocalDateTime rested = reminders.morning(zone(session), now(session).toLocalDate(), pause);
        return rested.isAfter(usual) ? rested : usual;
    }

    public boolean isSchoolDay(TrainingSession session, LocalDate day) {
        return calendar.isSchoolDay(zone(session), day);
    }

    public String schoolYear(TrainingSession session) {
        return calendar.schoolYear(session.day());
    }

    /** The last day on which writing about the coming session is of use. */
    public LocalDate lastUse(TrainingSession session) {
        LocalDate today = now(session).toLocalDate();
        if (session.hasBegun(now(session))) {
            return untilTheDay(session);
        }
        LocalDate last = session.startsAt().toLocalTime().isBefore(LocalTime.NOON)
                ? session.day().minusDays(1)
                : session.day();
        return last.isBefore(today) ? today : last;
    }

    /**
     * What undoes a coming session is of use until its day is over; of one on several dates under way, the last one.
     */
    public LocalDate untilTheDay(TrainingSession session) {
        LocalDate today = now(session).toLocalDate();
        LocalDate day = session.hasBegun(now(session)) ? session.endsAt().toLocalDate() : session.day();
        return day.isBefore(today) ? today : day;
    }

    private LocalDateTime on(Reminder reminder, int rank, TrainingSession session) {
        return reminders.on(reminder, rank, zone(session), session.day());
    }

    private LocalDateTime fromDay(TrainingSession session, int schoolDays) {
        return reminders.morning(zone(session), session.day(), schoolDays);
    }

    private Zone zone(TrainingSession session) {
        return zone(session.circonscriptionUai());
    }

    private Zone zone(String uai) {
        return circonscriptions.find(uai).orElseThrow().zone();
    }
}
