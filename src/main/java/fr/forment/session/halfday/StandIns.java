package fr.forment.session.halfday;

import fr.forment.people.Agents;
import fr.forment.session.Occupations;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import fr.forment.session.letters.TrainerMails;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Those who stand in for the trainer on a half-day, when the session is moved: they move along, and are told. */
@Component
@RequiredArgsConstructor
public class StandIns {

    private final SessionHalfDays halfDays;
    private final Occupations occupations;
    private final SessionMails mails;
    private final TrainerMails trainerMails;
    private final SessionDates dates;
    private final Agents agents;

    /** Whoever stands in moves along; who cannot come at the new date gives the half-day back to the trainer. */
    public List<HalfDay> moved(TrainingSession session, List<HalfDay> wanted) {
        return wanted.stream()
                .map(half -> half.trainerId() == null || isFree(session, half) ? half : half.entrustedTo(null))
                .toList();
    }

    private boolean isFree(TrainingSession session, HalfDay half) {
        return agents.find(half.trainerId())
                        .filter(agent -> agent.isActiveOn(half.startsAt().toLocalDate()))
                        .isPresent()
                && occupations
                        .busy(List.of(half.trainerId()), half.startsAt(), half.endsAt(), session.id())
                        .isEmpty();
    }

    /** Their time is taken, and each hears once of the half-days that are his now. */
    public void settle(TrainingSession session, List<HalfDay> were, List<HalfDay> now) {
        LocalDateTime moment = dates.now(session).withNano(0);
        now.stream()
                .filter(half -> half.trainerId() != null)
                .forEach(half -> occupations.take(half.trainerId(), session.id(), half.startsAt(), half.endsAt()));
        Stream.concat(were.stream(), now.stream())
                .map(HalfDay::trainerId)
                .filter(Objects::nonNull)
                .distinct()
                .filter(person -> !of(were, person).equals(of(now, person)))
                .forEach(person -> {
                    mails.takeBack(session, person, SessionMails.OF_A_HALF_DAY, SessionMails.POSTPONED_FIRST);
                    boolean goesOn = !of(now, person).isEmpty();
                    String told = of(goesOn ? now : were, person).stream()
                            .map(HalfDay::told)
                            .collect(Collectors.joining(" ; "));
                    trainerMails.ofHalfDay(session, person, told, goesOn ? "announced" : "replaced", moment);
                });
    }

    private static List<HalfDay> of(List<HalfDay> all, Long person) {
        return all.stream().filter(half -> person.equals(half.trainerId())).toList();
    }

    /**
     * An amendment has moved the session: those who stood in go on standing in, where they can. Their time is not taken
     * yet.
     */
    public void keep(TrainingSession session, List<HalfDay> were) {
        if (were.stream().allMatch(half -> half.trainerId() == null)) {
            return;
        }
        List<HalfDay> now = moved(session, SessionHalfDays.ofOneDay(session.startsAt(), session.minutes(), were));
        halfDays.write(session.id(), now);
        settle(session, were, now);
    }
}
