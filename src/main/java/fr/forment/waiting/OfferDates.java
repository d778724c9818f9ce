package fr.forment.waiting;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.session.SessionDates;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Zone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * How long a place is kept for who is asked: so many school days, never beyond the eve; less when the session is near.
 */
@Component
@RequiredArgsConstructor
public class OfferDates {

    /** With less time than that nobody is asked any more: the team enrols by hand. */
    static final Duration TOO_NEAR = Duration.ofHours(4);

    private final Reminders reminders;
    private final Circonscriptions circonscriptions;
    private final SessionDates dates;

    /** Empty when the session is too near. By the clock of the place. */
    Optional<LocalDateTime> answerBy(TrainingSession session) {
        LocalDateTime now = dates.now(session);
        LocalDateTime usual = reminders.evening(
                zone(session.circonscriptionUai()), now.toLocalDate(), reminders.offset(Reminder.PLACE_OFFER, 1));
        if (!usual.isAfter(session.day().minusDays(1).atTime(Reminders.EVENING))) {
            return Optional.of(usual);
        }
        Duration left = Duration.between(now, session.startsAt());
        return left.compareTo(TOO_NEAR) < 0
                ? Optional.empty()
                : Optional.of(now.plus(left.dividedBy(2)).truncatedTo(ChronoUnit.MINUTES));
    }

    /** When the IEN hears of a request that nobody has answered though somebody was reminded. */
    public LocalDateTime overdue(String circonscriptionUai) {
        return reminders.on(
                Reminder.LATE_TASK,
                2,
                zone(circonscriptionUai),
                dates.now(circonscriptionUai).toLocalDate());
    }

    /** When who is to answer a request is reminded. */
    public LocalDateTime reminder(String circonscriptionUai) {
        return reminders.on(
                Reminder.PLACE_REQUEST,
                1,
                zone(circonscriptionUai),
                dates.now(circonscriptionUai).toLocalDate());
    }

    private Zone zone(String uai) {
        return circonscriptions.find(uai).orElseThrow().zone();
    }
}
