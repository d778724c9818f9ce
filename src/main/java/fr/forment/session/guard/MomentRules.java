package fr.forment.session.guard;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.session.EnrolmentRules;
import fr.forment.session.Occupations;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** When a session may be, and who can give it then: each answer says which half-day and why. */
@Component
@RequiredArgsConstructor
public class MomentRules {

    private static final int YEARS_AHEAD = 2;

    private final Occupations occupations;
    private final SessionWords words;
    private final SessionHalfDays parts;
    private final SessionDates dates;
    private final InPost inPost;
    private final SameDay sameDay;

    public void refuseShortNotice(String circonscriptionUai, LocalDateTime start) {
        LocalDate first = dates.firstDay(circonscriptionUai);
        if (start.toLocalDate().isBefore(first)) {
            throw new Refusal("Le " + French.day(start)
                    + ", les personnes ne peuvent plus être convoquées à temps. Première date possible : "
                    + French.day(first) + ".");
        }
    }

    public void refuseBadMoment(TrainingSession session, LocalDateTime start) {
        refuseBadMoment(session, start, session.minutes());
    }

    public void refuseBadMoments(TrainingSession session, List<HalfDay> wanted) {
        for (HalfDay half : wanted) {
            refuseBadMoment(session, half.startsAt(), half.minutes());
            if (session.trainerId() != null && half.trainerId() == null) {
                refuseBusy(session, session.trainerId(), half);
            }
        }
    }

    /** That nobody can come then is said before anything that depends on when it is. */
    public void refuseBadDays(TrainingSession session, List<HalfDay> wanted) {
        wanted.forEach(half -> refuseBadDay(session, half.startsAt()));
    }

    public void refuseBadMoment(TrainingSession session, LocalDateTime start, int minutes) {
        refuseBadDay(session, start);
        if (start.getHour() < 7
                || MiddayBreak.end(start, minutes).isAfter(start.toLocalDate().atTime(21, 0))) {
            throw new Refusal("Une session commence après 7 h et finit avant 21 h.", "newTime");
        }
    }

    /** Past, too far, or without school. */
    public void refuseBadDay(TrainingSession session, LocalDateTime start) {
        if (!start.isAfter(dates.now(session))) {
            throw new Refusal("Choisissez une date à venir.", "newDay");
        }
        if (start.isAfter(dates.now(session).plusYears(YEARS_AHEAD))) {
            throw new Refusal("Cette date est trop lointaine (deux ans au plus) : vérifiez l'année.", "newDay");
        }
        if (!dates.isSchoolDay(session, start.toLocalDate())) {
            throw new Refusal(
                    "Le " + French.day(start) + " n'est pas un jour de classe (vacances, jour férié ou week-end).",
                    "newDay");
        }
    }

    public void refuseBusyTrainer(TrainingSession session, Long trainerId, LocalDateTime start) {
        refuseBusyTrainer(session, trainerId, start, session.minutes());
    }

    public void refuseBusyTrainer(TrainingSession session, Long trainerId, LocalDateTime start, int minutes) {
        if (trainerId == null) {
            return;
        }
        inPost.refuse(trainerId, start.toLocalDate());
        occupations.hold(List.of(trainerId));
        if (!occupations
                .busy(List.of(trainerId), start, MiddayBreak.end(start, minutes), session.id())
                .isEmpty()) {
            throw new Refusal("Le formateur est déjà pris par une autre session à ce moment-là.");
        }
    }

    public void refuseBusy(TrainingSession session, Long trainerId, HalfDay half) {
        refuseBusyTrainer(session, trainerId, half.startsAt(), half.minutes());
    }

    /** On each half-day that nobody else gives; where others give all of them, on the first day. */
    public void refuseTrainer(TrainingSession session, Long trainerId) {
        if (trainerId != null) {
            List<HalfDay> own = parts.of(session).stream()
                    .filter(half -> half.trainerId() == null)
                    .toList();
            if (own.isEmpty()) {
                inPost.refuse(trainerId, session.day());
            }
            own.forEach(half -> {
                refuseBusy(session, trainerId, half);
                refuseLate(session, trainerId, half.startsAt(), half.endsAt(), session.place());
            });
        }
    }

    /**
     * Of an amendment nothing is asked here: the plan was judged as a whole, and its sessions move one after the other.
     */
    public void refuseLateTrainer(TrainingSession session, Long trainerId, LocalDateTime start, String place) {
        if (trainerId == null) {
            return;
        }
        refuseLate(session, trainerId, start, MiddayBreak.end(start, session.minutes()), place);
    }

    public void refuseLateTrainers(TrainingSession session, List<HalfDay> halfDays, String place) {
        halfDays.forEach(half -> {
            Long trainer = half.trainer(session);
            if (trainer != null) {
                refuseLate(session, trainer, half.startsAt(), half.endsAt(), place);
            }
        });
    }

    private void refuseLate(
            TrainingSession session, Long trainerId, LocalDateTime start, LocalDateTime end, String place) {
        sameDay
                .clashes(List.of(trainerId), EnrolmentRules.wanted(session, start, end, place))
                .getOrDefault(trainerId, List.of())
                .stream()
                .filter(clash -> !clash.isAtTheSameMoment())
                .findFirst()
                .ifPresent(clash -> {
                    throw new Refusal("Le formateur n'a pas le temps de faire la route : il assure ou suit une session "
                            + French.hours(clash.start(), clash.end()) + ", " + words.place(clash.place())
                            + " ; environ " + French.duration(clash.road()) + " de route, "
                            + (clash.gap() == 0
                                    ? "et les deux se suivent sans pause."
                                    : French.duration(clash.gap()) + " entre les deux.")
                            + " Choisissez une autre heure, un autre lieu ou une autre personne.");
                });
    }
}
