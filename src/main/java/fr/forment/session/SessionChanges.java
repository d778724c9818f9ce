package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.guard.InPost;
import fr.forment.session.guard.PlacesTaken;
import fr.forment.session.guard.SameDay;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandIns;
import fr.forment.session.told.ChangeMails;
import fr.forment.session.told.Tidings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Cancelling and moving a coming session: what may be, and what becomes of its people. The caller holds the lock. */
@Component
@RequiredArgsConstructor
public class SessionChanges {

    private static final int YEARS_AHEAD = 2;
    /** Of a motive, in characters: the history keeps twice as many. */
    private static final int MOST_SAID = 2000;

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Occupations occupations;
    private final Seating seating;
    private final WaitingList line;
    private final Journal journal;
    private final SessionMails mails;
    private final ChangeMails changed;
    private final Followers followers;
    private final SessionWords words;
    private final SessionHalfDays parts;
    private final StandIns standIns;
    private final PlacesTaken rooms;
    private final SessionDates dates;
    private final InPost inPost;
    private final SameDay sameDay;

    public void cancel(TrainingSession session, String motive) {
        SessionState before = session.state();
        session.cancel(dates.now(session));
        sessions.save(session);
        journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                before.label(),
                session.state().label(),
                motiveOf(motive));
    }

    /**
     * @throws Refusal when people would be convoked later than the policy wants, with the first date that is possible
     */
    void postponeInTime(TrainingSession session, LocalDateTime start, String motive) {
        refuseShortNotice(session.circonscriptionUai(), start);
        postpone(session, start, null, motive);
    }

    void refuseShortNotice(String circonscriptionUai, LocalDateTime start) {
        LocalDate first = dates.firstDay(circonscriptionUai);
        if (start.toLocalDate().isBefore(first)) {
            throw new Refusal("Le " + French.day(start)
                    + ", les personnes ne peuvent plus être convoquées à temps. Première date possible : "
                    + French.day(first) + ".");
        }
    }

    /**
     * A refusal comes before anything is written. Who was never told of the former date is not told that it changes.
     *
     * @return how many were taken elsewhere at the new date and had to leave
     */
    int postpone(TrainingSession session, LocalDateTime start, String place, String motive) {
        NewSession.refuseLongPlace(place, "place");
        refuseNoLink(session.format(), place);
        List<HalfDay> before = parts.of(session);
        List<HalfDay> wanted = session.isOnSeveralDays()
                ? SessionHalfDays.shifted(before, Duration.between(session.startsAt(), start))
                : SessionHalfDays.ofOneDay(start, session.minutes(), before);
        occupations.hold(everybody(session, wanted));
        return move(session, standIns.moved(session, wanted), place, motive);
    }

    /** The same for half-days that somebody chose one by one. */
    int spread(TrainingSession session, List<HalfDay> wanted, String motive) {
        occupations.hold(everybody(session, wanted));
        wanted.stream()
                .filter(half -> half.trainerId() != null)
                .forEach(half -> refuseBusy(session, half.trainerId(), half));
        refuseBadMoments(session, wanted);
        wanted.forEach(half -> rooms.refuse(session, half, half.trainer(session)));
        return move(session, wanted, null, motive);
    }

    private int move(TrainingSession session, List<HalfDay> wanted, String place, String motive) {
        List<HalfDay> were = parts.of(session);
        boolean added = isOnlyMore(were, wanted) && (motive == null || motive.isBlank());
        String why = added ? "" : motiveOf(motive);
        LocalDateTime formerly = session.startsAt();
        Tidings announcement = Tidings.of(session);
        String before = words.day(session) + ", " + words.hours(session);
        refuseBadMoments(session, wanted);
        refuseLateTrainers(session, wanted, place == null || place.isBlank() ? session.place() : place);
        boolean sought = session.state() == SessionState.DATE_A_FIXER;
        if (!sought && were.equals(wanted) && isAt(session, place)) {
            throw new Refusal("La session a déjà lieu ce jour-là, à cette heure : rien n'a été changé.", "newDay");
        }
        if (!sought && were.equals(wanted)) {
            elsewhere(session, place, why);
            return 0;
        }
        boolean announced = !sought || session.sequence() > 0;
        session.spread(
                wanted.get(0).startsAt(),
                wanted.get(wanted.size() - 1).endsAt(),
                wanted.stream().mapToInt(HalfDay::minutes).sum(),
                SessionHalfDays.mark(wanted),
                dates.now(session));
        if (place != null && !place.isBlank()) {
            session.moveTo(place);
        }
        line.withdraw(session, "la session est reportée");
        occupations.freeAll(session.id());
        parts.write(session.id(), wanted);
        if (session.trainerId() != null) {
            occupations.take(session.trainerId(), session);
        }
        standIns.settle(session, were, wanted);
        int left = moveThePeople(session, formerly, why, announced);
        line.serve(session);
        if (announced) {
            line.move(session, announcement, why);
        }
        sessions.save(session);
        if (announced) {
            mails.othersSpared(session, SessionMails.POSTPONED_FIRST);
            followers.postponed(session, why);
            changed.trainerPostponed(session, announcement, why);
        }
        journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                before,
                words.day(session) + ", " + words.hours(session),
                added ? null : why);
        return left;
    }

    /** Whoever is at a distance needs an address that opens. */
    static void refuseNoLink(Format format, String place) {
        boolean named = place != null && !place.isBlank() && !place.strip().equals(Format.DISTANCE.label());
        if (format == Format.DISTANCE && named && MeetingPlace.link(place).isEmpty()) {
            throw new Refusal(
                    "Cette session a lieu à distance : son lieu est l'adresse de la visioconférence, en https, par exemple https://visio-agents.education.fr/ma-salle.",
                    "place");
        }
    }

    /** Another room at the same hours: whoever was summoned stays so, and reads where. */
    private void elsewhere(TrainingSession session, String place, String why) {
        String before = words.place(session);
        Tidings announcement = Tidings.of(session);
        session.moveTo(place);
        session.renew();
        sessions.save(session);
        enrolments.expected(session.id()).forEach(row -> changed.postponed(session, row, why));
        line.move(session, announcement, why);
        followers.postponed(session, why);
        changed.trainerPostponed(session, announcement, why);
        journal.state(TrainingSession.JOURNAL, session.id(), before, words.place(session), why);
    }

    /** Every half-day stays where it is and another date comes to them: that says itself why people are written to. */
    private static boolean isOnlyMore(List<HalfDay> were, List<HalfDay> wanted) {
        return SessionHalfDays.mark(wanted) != 0
                && wanted.size() > were.size()
                && were.stream().allMatch(was -> wanted.stream()
                        .anyMatch(half -> half.startsAt().equals(was.startsAt())
                                && half.endsAt().equals(was.endsAt())));
    }

    private void refuseBadMoments(TrainingSession session, List<HalfDay> wanted) {
        for (HalfDay half : wanted) {
            refuseBadMoment(session, half.startsAt(), half.minutes());
            if (session.trainerId() != null && half.trainerId() == null) {
                refuseBusy(session, session.trainerId(), half);
            }
        }
    }

    private void refuseBusy(TrainingSession session, Long trainerId, HalfDay half) {
        refuseBusyTrainer(session, trainerId, half.startsAt(), half.minutes());
    }

    /** A second report to the same moment would take back the letters of the first. */
    private static boolean isAt(TrainingSession session, String place) {
        return place == null || place.isBlank() || place.strip().equals(session.place());
    }

    /** Also those who wait: one of them may take the place of who cannot come at the new date. */
    private List<Long> everybody(TrainingSession session, List<HalfDay> wanted) {
        return Stream.of(
                        enrolments.findBySessionIdOrderById(session.id()).stream()
                                .filter(row -> row.state().isActive())
                                .map(Enrolment::agentId),
                        Stream.ofNullable(session.trainerId()),
                        Stream.concat(parts.of(session).stream(), wanted.stream())
                                .map(HalfDay::trainerId)
                                .filter(Objects::nonNull))
                .flatMap(people -> people)
                .distinct()
                .toList();
    }

    private int moveThePeople(TrainingSession session, LocalDateTime formerly, String why, boolean announced) {
        List<Enrolment> seated = enrolments.expected(session.id());
        Set<Long> busy =
                occupations.busy(seated.stream().map(Enrolment::agentId).toList(), session);
        for (Enrolment row : seated) {
            if (busy.contains(row.agentId())) {
                seating.unseat(session, row, EnrolmentState.ANNULE_ADMIN, "Déjà pris à la nouvelle date");
                if (announced) {
                    mails.unseated(
                            session,
                            row,
                            formerly,
                            "la session est reportée à une date où vous participez déjà à une autre session");
                }
            } else {
                seating.expectAgain(session, row);
                if (announced) {
                    changed.postponed(session, row, why);
                }
            }
        }
        return busy.size();
    }

    /** A person wants the date it has now although people hear of it late. */
    public void acceptShortNotice(TrainingSession session) {
        session.waiveNotice();
        sessions.save(session);
    }

    public void refuseBadMoment(TrainingSession session, LocalDateTime start) {
        refuseBadMoment(session, start, session.minutes());
    }

    public void refuseBadMoment(TrainingSession session, LocalDateTime start, int minutes) {
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
        if (start.getHour() < 7
                || MiddayBreak.end(start, minutes).isAfter(start.toLocalDate().atTime(21, 0))) {
            throw new Refusal("Une session commence après 7 h et finit avant 21 h.", "newTime");
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

    /** On each half-day that nobody else gives; where others give all of them, on the first day. */
    void refuseTrainer(TrainingSession session, Long trainerId) {
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
    void refuseLateTrainer(TrainingSession session, Long trainerId, LocalDateTime start, String place) {
        if (trainerId == null) {
            return;
        }
        refuseLate(session, trainerId, start, MiddayBreak.end(start, session.minutes()), place);
    }

    private void refuseLateTrainers(TrainingSession session, List<HalfDay> halfDays, String place) {
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

    static String motiveOf(String motive) {
        if (motive == null || motive.isBlank()) {
            throw new Refusal("Indiquez le motif : il figure dans le courriel aux personnes concernées.", "motive");
        }
        refuseTooLong(motive);
        return motive.strip();
    }

    static void refuseTooLong(String motive) {
        if (motive != null && motive.strip().length() > MOST_SAID) {
            throw new Refusal("Votre motif dépasse " + MOST_SAID + " caractères : raccourcissez-le.", "motive");
        }
    }
}
