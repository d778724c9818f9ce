package fr.forment.release;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import fr.forment.catalogue.ReminderPolicy;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import org.springframework.stereotype.Component;

/** When people are reminded: school days of the circonscription's zone, at 08:00, as the reminder policy says. */
@Component
public class ReleaseDates {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final SchoolCalendar calendar;
    private final Circonscriptions circonscriptions;
    private final ReminderPolicy policy;

    ReleaseDates(SchoolCalendar calendar, Circonscriptions circonscriptions, ReminderPolicy policy) {
        this.calendar = calendar;
        this.circonscriptions = circonscriptions;
        this.policy = policy;
    }

    /** Counted from the announcement, or from the day the update session turned out not to be held. */
    public LocalDateTime qualification(EntRelease release, int occurrence) {
        return at(release, release.reviewAskedOn() == null ? release.declaredOn() : release.reviewAskedOn(), "releaseQualification", occurrence);
    }

    public LocalDateTime review(EntRelease release, int occurrence) {
        return at(release, release.reviewAskedOn(), "materialReview", occurrence);
    }

    private LocalDateTime at(EntRelease release, LocalDate from, String subject, int occurrence) {
        int offset = policy.of(subject, occurrence)
                .orElseThrow(() -> new IllegalStateException("reminderPolicy has no " + subject + " " + occurrence)).offsetSchoolDays();
        return calendar.plus(circonscriptions.find(release.circonscriptionUai()).map(Circonscription::zone).orElseThrow(), from, offset).atTime(MORNING);
    }
}
