package fr.forment.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;

import fr.forment.catalogue.ReminderPolicy;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import org.springframework.stereotype.Component;

/** When things fall due around a session: school days of the circonscription's zone, at 08:00. */
@Component
public class SessionDates {

    /** The decision on a session with too few people comes before the convocations of the policy (J-15). */
    private static final int CUT_OFF = -20;
    /** Days a person has at least to decide on a session with too few people. */
    private static final int TIME_TO_DECIDE = 3;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final SchoolCalendar calendar;
    private final Circonscriptions circonscriptions;
    private final ReminderPolicy policy;
    private final Clock clock;

    SessionDates(SchoolCalendar calendar, Circonscriptions circonscriptions, ReminderPolicy policy, Clock clock) {
        this.calendar = calendar;
        this.circonscriptions = circonscriptions;
        this.policy = policy;
        this.clock = clock;
    }

    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    public LocalDateTime cutOff(TrainingSession session) {
        return fromDay(session, CUT_OFF);
    }

    public LocalDateTime convocation(TrainingSession session) {
        return fromDay(session, offset("session", 1));
    }

    public LocalDateTime reminder(TrainingSession session) {
        return fromDay(session, offset("session", 2));
    }

    /** Until when a decision is waited for: the day of the convocations, or three school days from now, but never beyond the eve. */
    public LocalDateTime decision(TrainingSession session) {
        LocalDateTime usual = convocation(session);
        LocalDateTime soonest = calendar.plus(zone(session), now().toLocalDate(), TIME_TO_DECIDE).atTime(MORNING);
        LocalDateTime eve = fromDay(session, -1);
        LocalDateTime wanted = Stream.of(usual, soonest).max(LocalDateTime::compareTo).orElseThrow();
        return wanted.isAfter(eve) ? eve : wanted;
    }

    public LocalDateTime marksReminder(TrainingSession session, int occurrence) {
        return fromDay(session, offset("marks", occurrence));
    }

    public LocalDateTime coldEvaluation(TrainingSession session) {
        return fromDay(session, offset("coldEvaluation", 1));
    }

    boolean isSchoolDay(TrainingSession session, LocalDate day) {
        return calendar.isSchoolDay(zone(session), day);
    }

    String schoolYear(TrainingSession session) {
        return calendar.schoolYear(session.day());
    }

    /** The last day on which writing about the coming session is of use. */
    LocalDate lastUse(TrainingSession session) {
        LocalDate today = now().toLocalDate();
        LocalDate last = session.startsAt().toLocalTime().isBefore(LocalTime.NOON) ? session.day().minusDays(1) : session.day();
        return last.isBefore(today) ? today : last;
    }

    /** What undoes a coming session is of use until its day is over. */
    LocalDate untilTheDay(TrainingSession session) {
        LocalDate today = now().toLocalDate();
        return session.day().isBefore(today) ? today : session.day();
    }

    private LocalDateTime fromDay(TrainingSession session, int schoolDays) {
        return calendar.plus(zone(session), session.day(), schoolDays).atTime(MORNING);
    }

    private int offset(String subject, int occurrence) {
        return policy.of(subject, occurrence).orElseThrow(() -> new IllegalStateException("reminderPolicy has no " + subject + " " + occurrence))
                .offsetSchoolDays();
    }

    private Zone zone(TrainingSession session) {
        return circonscriptions.find(session.circonscriptionUai()).map(Circonscription::zone).orElseThrow();
    }
}
