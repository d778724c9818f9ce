package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.resource.KnownPlaces;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.guard.AbsentTrainerService;
import fr.forment.session.guard.FirstDates;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.guard.OrderGuard;
import fr.forment.session.guard.PlacesTaken;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.SessionShifted;
import fr.forment.session.halfday.StandIns;
import fr.forment.session.letters.Followers;
import fr.forment.session.letters.TeamMails;
import fr.forment.session.told.ChangeMails;
import fr.forment.session.told.Tidings;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Cancelling and moving a coming session: what may be, and what becomes of its people. The caller holds the lock. */
@Component
@RequiredArgsConstructor
public class SessionChanges {

    /** Of a motive, in characters: the history keeps twice as many. */
    private static final int MOST_SAID = 2000;

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Occupations occupations;
    private final Seating seating;
    private final WaitingList line;
    private final Journal journal;
    private final SessionMails mails;
    private final TeamMails teamMails;
    private final ChangeMails changed;
    private final Followers followers;
    private final SessionWords words;
    private final SessionHalfDays parts;
    private final StandIns standIns;
    private final AbsentTrainerService absent;
    private final PlacesTaken rooms;
    private final SessionDates dates;
    private final MomentRules moments;
    private final OrderGuard order;
    private final FirstDates first;
    private final KnownPlaces known;
    private final ApplicationEventPublisher events;

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
        moments.refuseBadDay(session, start);
        refuseSame(session, wanted(session, start), null);
        refuseShortNotice(session, start);
        order.refuse(
                session,
                wanted(session, start).stream()
                        .map(half -> half.startsAt().toLocalDate())
                        .toList());
        postpone(session, start, null, motive);
    }

    /** With a date that will not be refused in its turn. */
    private void refuseShortNotice(TrainingSession session, LocalDateTime start) {
        if (start.toLocalDate().isBefore(dates.firstDay(session.circonscriptionUai()))) {
            throw new Refusal(
                    "Le " + French.day(start) + ", les personnes ne peuvent plus être convoquées à temps."
                            + first.of(session, start.toLocalTime())
                                    .map(day -> " Première date possible : " + French.day(day) + ".")
                                    .orElse(""),
                    "newDay");
        }
    }

    /**
     * A refusal comes before anything is written. Who was never told of the former date is not told that it changes.
     *
     * @return how many were taken elsewhere at the new date and had to leave
     */
    int postpone(TrainingSession session, LocalDateTime start, String typedPlace, String motive) {
        String place = Names.clean(typedPlace);
        NewSession.refuseOddPlace(place, "place");
        refuseUnknownPlace(place);
        refuseNoLink(session.format(), place);
        List<HalfDay> wanted = wanted(session, start);
        occupations.hold(everybody(session, wanted));
        refuseTaken(session, place, wanted);
        return move(session, standIns.moved(session, wanted), place, motive);
    }

    /** As for a session of a plan: another one stands there then. What stays where it was is nobody's news. */
    private void refuseTaken(TrainingSession session, String place, List<HalfDay> wanted) {
        String there = place == null || place.isBlank() ? session.place() : place;
        if (!there.equals(session.place()) || !wanted.equals(parts.of(session))) {
            wanted.forEach(half -> rooms.refuseTaken(session, there, half));
        }
    }

    private void refuseUnknownPlace(String place) {
        if (place != null) {
            known.problem(place).ifPresent(why -> {
                throw new Refusal(why, "place");
            });
        }
    }

    private List<HalfDay> wanted(TrainingSession session, LocalDateTime start) {
        return SessionHalfDays.at(session, start, parts.of(session));
    }

    /** The same for half-days that somebody chose one by one. @param place null: where it is */
    int spread(TrainingSession session, List<HalfDay> wanted, String place, String motive) {
        occupations.hold(everybody(session, wanted));
        wanted.stream()
                .filter(half -> half.trainerId() != null)
                .forEach(half -> moments.refuseBusy(session, half.trainerId(), half));
        moments.refuseBadMoments(session, wanted);
        wanted.forEach(
                half -> rooms.refuse(session, place == null ? session.place() : place, half, half.trainer(session)));
        return move(session, wanted, place, motive);
    }

    /**
     * Of a session under way the half-days still to come: those that have begun stay, everybody keeps his place, and
     * reads of it. Who is taken elsewhere at one of them stays expected all the same.
     *
     * @param place null: where it is
     */
    void goOn(TrainingSession session, List<HalfDay> wanted, String place, String motive) {
        List<HalfDay> were = parts.of(session);
        LocalDateTime now = dates.now(session);
        List<HalfDay> gone = were.stream().filter(half -> half.hasBegun(now)).toList();
        if (wanted.equals(gone)) {
            throw new Refusal(
                    "Gardez au moins une demi-journée à venir : cette session est commencée, et les demi-journées passées restent.");
        }
        if (wanted.size() <= gone.size() || !wanted.subList(0, gone.size()).equals(gone)) {
            throw new Refusal("Cette session est commencée : les demi-journées passées ne changent plus.");
        }
        List<HalfDay> toCome = wanted.subList(gone.size(), wanted.size());
        String there = place == null ? session.place() : place;
        String why = motiveOf(motive);
        occupations.hold(everybody(session, wanted));
        toCome.stream()
                .filter(half -> half.trainerId() != null)
                .forEach(half -> moments.refuseBusy(session, half.trainerId(), half));
        moments.refuseBadMoments(session, toCome);
        rooms.refuseLost(session, place, toCome, were.subList(gone.size(), were.size()));
        toCome.forEach(half -> rooms.refuse(session, there, half, half.trainer(session)));
        moments.refuseLateTrainers(session, toCome, there);
        Tidings announcement = Tidings.of(session);
        String before = words.day(session) + ", " + words.hours(session);
        session.goOn(
                wanted.get(wanted.size() - 1).endsAt(),
                wanted.stream().mapToInt(HalfDay::minutes).sum(),
                SessionHalfDays.mark(wanted),
                soonest(were.subList(gone.size(), were.size()), toCome));
        if (place != null) {
            session.moveTo(place);
            teamMails.roomFound(session);
        }
        sessions.save(session);
        occupations.freeAll(session.id());
        parts.write(session.id(), wanted);
        if (session.trainerId() != null) {
            occupations.take(session.trainerId(), session);
        }
        standIns.settle(session, were, wanted);
        List<Enrolment> expected = enrolments.expected(session.id());
        Set<Long> busy =
                occupations.busy(expected.stream().map(Enrolment::agentId).toList(), session);
        expected.forEach(row -> {
            if (!busy.contains(row.agentId())) {
                occupations.take(row.agentId(), session);
            }
            changed.elsewhere(session, row, why);
        });
        followers.postponed(session, why);
        changed.trainerPostponed(session, announcement, why);
        absent.changed(session);
        journal.state(
                TrainingSession.JOURNAL, session.id(), before, words.day(session) + ", " + words.hours(session), why);
        events.publishEvent(new SessionShifted(session.id()));
    }

    /** Of the half-days that are in one of the two alone; where only the place changes, of all. */
    private static LocalDateTime soonest(List<HalfDay> were, List<HalfDay> now) {
        return Stream.concat(
                        were.stream().filter(half -> !now.contains(half)),
                        now.stream().filter(half -> !were.contains(half)))
                .map(HalfDay::startsAt)
                .min(LocalDateTime::compareTo)
                .orElse(now.get(0).startsAt());
    }

    /** Also while its date is sought: what changes nothing would ask everybody the same again. */
    private void refuseSame(TrainingSession session, List<HalfDay> wanted, String place) {
        if (parts.of(session).equals(wanted) && isAt(session, place)) {
            throw new Refusal(
                    "La session a déjà lieu ce jour-là, à cette heure : rien n'a été changé."
                            + (session.state() == SessionState.DATE_A_FIXER
                                    ? " Pour garder cette date, choisissez « Garder cette date » dans la tâche qui la demande."
                                    : ""),
                    "newDay");
        }
    }

    private int move(TrainingSession session, List<HalfDay> wanted, String place, String motive) {
        List<HalfDay> were = parts.of(session);
        boolean added = isOnlyMore(were, wanted) && (motive == null || motive.isBlank());
        String why = added ? "" : motiveOf(motive);
        LocalDateTime formerly = session.startsAt();
        Tidings announcement = Tidings.of(session);
        String before = words.day(session) + ", " + words.hours(session);
        moments.refuseBadMoments(session, wanted);
        rooms.refuseLost(session, place, wanted, were);
        moments.refuseLateTrainers(session, wanted, place == null || place.isBlank() ? session.place() : place);
        refuseSame(session, wanted, place);
        boolean sought = session.state() == SessionState.DATE_A_FIXER;
        boolean announced = !sought || session.sequence() > 0 || session.isUndecided();
        if (were.equals(wanted)) {
            elsewhere(session, place, why, announced);
            return 0;
        }
        session.spread(
                wanted.get(0).startsAt(),
                wanted.get(wanted.size() - 1).endsAt(),
                wanted.stream().mapToInt(HalfDay::minutes).sum(),
                SessionHalfDays.mark(wanted),
                dates.now(session));
        if (place != null && !place.isBlank()) {
            session.moveTo(place);
            teamMails.roomFound(session);
        }
        line.withdraw(
                session,
                isOnlyMore(were, wanted)
                        ? "des demi-journées sont ajoutées à la session"
                        : SessionHalfDays.mark(wanted) == 0 && SessionHalfDays.mark(were) == 0
                                ? "la session est reportée"
                                : "les demi-journées de la session changent");
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
            absent.changed(session);
        }
        journal.state(
                TrainingSession.JOURNAL,
                session.id(),
                before,
                words.day(session) + ", " + words.hours(session),
                added ? null : why);
        events.publishEvent(new SessionShifted(session.id()));
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
    private void elsewhere(TrainingSession session, String place, String why, boolean announced) {
        String before = words.place(session);
        Tidings announcement = Tidings.of(session);
        session.moveTo(place);
        teamMails.roomFound(session);
        session.renew();
        sessions.save(session);
        if (announced) {
            enrolments.expected(session.id()).forEach(row -> changed.elsewhere(session, row, why));
            line.move(session, announcement, why);
            followers.postponed(session, why);
            changed.trainerPostponed(session, announcement, why);
        }
        journal.state(TrainingSession.JOURNAL, session.id(), before, words.place(session), why);
        events.publishEvent(new SessionShifted(session.id()));
    }

    /** Every half-day stays where it is and another date comes to them: that says itself why people are written to. */
    private static boolean isOnlyMore(List<HalfDay> were, List<HalfDay> wanted) {
        return SessionHalfDays.mark(wanted) != 0
                && wanted.size() > were.size()
                && were.stream().allMatch(was -> wanted.stream()
                        .anyMatch(half -> half.startsAt().equals(was.startsAt())
                                && half.endsAt().equals(was.endsAt())));
    }

    /** A second report to the same moment would take back the letters of the first. */
    private static boolean isAt(TrainingSession session, String place) {
        return place == null || place.isBlank() || Names.clean(place).equals(session.place());
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
        seating.waitAgain(session);
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

    static String motiveOf(String motive) {
        if (motive == null || motive.isBlank()) {
            throw new Refusal("Indiquez le motif : il figure dans le courriel aux personnes concernées.", "motive");
        }
        refuseTooLong(motive);
        return motive.strip();
    }

    static void refuseTooLong(String motive) {
        if (motive != null && motive.strip().length() > MOST_SAID) {
            throw new Refusal(
                    "Votre motif dépasse " + French.number(MOST_SAID) + " caractères : raccourcissez-le.", "motive");
        }
    }
}
