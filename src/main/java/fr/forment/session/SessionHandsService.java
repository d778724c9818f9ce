package fr.forment.session;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.post.Keeping;
import fr.forment.session.guard.AskedMove;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.guard.TrainerRight;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.told.SessionResized;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a session that somebody makes from a page: only of the session that the page showed. */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionHandsService {

    private static final int MOST_PLACES = 1000;

    private final SessionRepository sessions;
    private final SessionService service;
    private final SessionWords words;
    private final SessionHalfDays halfDays;
    private final PlannedMoves moves;
    private final Keeping keeping;
    private final WaitingList line;
    private final TrainerRight rights;
    private final MomentRules moments;
    private final Numbers numbers;
    private final SessionDates dates;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    /** @param seen what the page showed, {@link SessionWords#shown} */
    public int postpone(
            long sessionId, String seen, LocalDateTime start, String typedPlace, String motive, boolean shortNotice) {
        String place = Names.clean(typedPlace);
        TrainingSession session = refuseUnlessSeen(
                sessionId, seen, now -> now.startsAt().equals(start) && (place.isEmpty() || place.equals(now.place())));
        List<HalfDay> shifted =
                SessionHalfDays.shifted(halfDays.of(session), Duration.between(session.startsAt(), start));
        moments.refuseBadDays(session, shifted);
        PlannedMoves.Trace trace = moves.look(
                session.isOnSeveralDays()
                        ? AskedMove.dates(session, shifted, place)
                        : new AskedMove(session, start, place, null));
        int[] left = {0};
        kept(session, () -> left[0] = service.postpone(sessionId, start, place, motive, shortNotice));
        trace.write(sessions.lock(sessionId).orElseThrow(), motive);
        return left[0];
    }

    /** More places go to who waits at once. @param until null: people are enrolled until it begins */
    public void bound(long sessionId, String seen, int places, int least, LocalDate until) {
        if (places > MOST_PLACES) {
            throw new Refusal("Une session compte " + French.number(MOST_PLACES) + " places au plus.", "capacity");
        }
        TrainingSession session = lock(sessionId);
        words.shownBounds(session)
                .refuseUnlessSeen(
                        seen,
                        session.capacity() == places
                                && session.minimum() == least
                                && Objects.equals(session.enrolUntil(), until));
        if (!session.mayBeLeft(dates.now(session))) {
            throw new Refusal("Cette session est commencée, terminée ou annulée : elle ne peut plus être modifiée.");
        }
        if (until != null
                && !until.equals(session.enrolUntil())
                && until.isBefore(dates.now(session).toLocalDate())) {
            throw new Refusal(
                    "Le dernier jour d'inscription est passé : choisissez aujourd'hui ou plus tard.", "limite");
        }
        String before = bounds(session);
        boolean resized = places != session.capacity();
        session.bound(places, least, until);
        if (!bounds(session).equals(before)) {
            if (session.isOpenTo(dates.now(session))) {
                line.serve(session);
            }
            sessions.save(session);
            numbers.changed(session);
            if (resized) {
                events.publishEvent(new SessionResized(sessionId));
            }
            journal.state(TrainingSession.JOURNAL, sessionId, before, bounds(session), null);
        }
    }

    private static String bounds(TrainingSession session) {
        return French.count(session.capacity(), "place") + ", effectif minimal " + session.minimum()
                + (session.enrolUntil() == null ? "" : ", inscriptions jusqu'au " + French.date(session.enrolUntil()));
    }

    /** Whatever it has become: what is called off is the session, not a date of it. */
    public void cancel(long sessionId, String motive) {
        service.cancel(sessionId, motive);
    }

    public void entrustTo(long sessionId, String seen, Long agentId) {
        entrustTo(sessionId, seen, agentId, null);
    }

    /** @param reason why somebody who has no right to the module, or is away, gives it all the same; may be blank */
    public void entrustTo(long sessionId, String seen, Long agentId, String reason) {
        TrainingSession session = refuseUnlessSeen(sessionId, seen, now -> Objects.equals(now.trainerId(), agentId));
        TrainerRight.Accepted accepted = rights.look(session, agentId, halfDays.of(session), reason);
        PlannedMoves.Trace trace = moves.look(new AskedMove(session, null, null, agentId));
        kept(session, () -> service.entrustTo(sessionId, agentId));
        trace.write(sessions.lock(sessionId).orElseThrow(), null);
        accepted.write(sessionId);
    }

    /**
     * People who were told of it hear of the change once somebody has read the letters again; those who come soon, now.
     */
    private void kept(TrainingSession session, Runnable change) {
        keeping.during(
                session.circonscriptionUai(),
                SessionMails.page(session),
                "Session changée : " + words.title(session) + ", " + words.day(session),
                change);
    }

    /**
     * The row stays locked: nobody changes it between the look and the writing.
     *
     * @param stands whether the session is as the form wants it
     */
    private TrainingSession refuseUnlessSeen(long sessionId, String seen, Predicate<TrainingSession> stands) {
        TrainingSession session = lock(sessionId);
        words.shown(session).refuseUnlessSeen(seen, stands.test(session));
        return session;
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
    }
}
