package fr.forment.release;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.territory.Circonscriptions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** When people are reminded: school days of the circonscription's zone, as the reminder policy says. */
@Component
@RequiredArgsConstructor
public class ReleaseDates {

    private final Circonscriptions circonscriptions;
    private final Reminders reminders;

    /** Counted from the announcement, or from the day the update session turned out not to be held. */
    public LocalDateTime qualification(EntRelease release, int occurrence) {
        return at(
                release,
                release.reviewAskedOn() == null ? release.declaredOn() : release.reviewAskedOn(),
                Reminder.RELEASE_QUALIFICATION,
                occurrence);
    }

    public LocalDateTime review(EntRelease release, int occurrence) {
        return at(release, release.reviewAskedOn(), Reminder.MATERIAL_REVIEW, occurrence);
    }

    private LocalDateTime at(EntRelease release, LocalDate from, Reminder reminder, int occurrence) {
        return reminders.on(
                reminder,
                occurrence,
                circonscriptions
                        .find(release.circonscriptionUai())
                        .orElseThrow()
                        .zone(),
                from);
    }
}
