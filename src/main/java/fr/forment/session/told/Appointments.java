package fr.forment.session.told;

import fr.forment.french.French;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whether the date a session bears is one to come to: where a date is sought, or past, no page and no letter may say it
 * as one.
 */
@Component
@RequiredArgsConstructor
public class Appointments {

    private final SessionDates dates;
    private final SessionHalfDays halfDays;

    /**
     * What stands in the place of the date, with who is to act, in French, small letter first; of several dates begun,
     * the one to come. Empty where people are expected at the date of the session.
     */
    public Optional<String> instead(TrainingSession session) {
        LocalDateTime now = dates.now(session);
        if (session.state() == SessionState.DATE_A_FIXER) {
            return Optional.of(
                    (now.isBefore(session.startsAt()) ? "" : "non tenue le " + French.date(session.startsAt()) + ", ")
                            + "date à fixer par l'équipe de circonscription");
        }
        if (isHeld(session, now)) {
            return Optional.of("session du " + French.date(session.startsAt())
                    + ", présences à confirmer par la personne qui l'a assurée");
        }
        return session.isOnSeveralDays() && !now.isBefore(session.startsAt())
                ? halfDays.of(session).stream()
                        .filter(half -> half.endsAt().isAfter(now))
                        .map(HalfDay::startsAt)
                        .findFirst()
                        .map(next -> "session commencée le " + French.date(session.startsAt())
                                + ", prochaine demi-journée le " + French.date(next))
                : Optional.empty();
    }

    private static boolean isHeld(TrainingSession session, LocalDateTime now) {
        return session.state() == SessionState.A_EMARGER || now.isAfter(session.endsAt());
    }

    /** People are expected at its date. */
    public boolean isOne(TrainingSession session) {
        return session.state() != SessionState.DATE_A_FIXER && !isHeld(session, dates.now(session));
    }
}
