package fr.forment.session;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.post.Keeping;
import fr.forment.session.guard.AskedMove;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.guard.TrainerRight;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team gives a session its half-days: on one date or several, each perhaps with a trainer of its own. People are
 * convoked anew, hours follow, and both trainers of a half-day that changes hands are told. Rights are asked by the
 * caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DatesService {

    private static final int MOST = 12;
    private static final int SHORTEST = 15;

    private final SessionRepository sessions;
    private final SessionChanges changes;
    private final SessionWords words;
    private final SessionProcess process;
    private final PlannedMoves moves;
    private final Keeping keeping;
    private final SessionHalfDays parts;
    private final TrainerRight rights;
    private final MomentRules moments;

    /**
     * Of a session under way those still to come change, and nobody leaves.
     *
     * @param seen what the page showed, {@link SessionWords#shownDates}
     * @param shortNotice the person wants these dates although people hear of them late
     * @return how many were taken elsewhere and had to leave
     */
    public int set(long sessionId, String seen, List<HalfDay> halfDays, String motive, boolean shortNotice) {
        return set(sessionId, seen, halfDays, motive, shortNotice, null);
    }

    /** @param reason why somebody who has no right to the module, or is away, gives one of them; may be blank */
    public int set(
            long sessionId, String seen, List<HalfDay> halfDays, String motive, boolean shortNotice, String reason) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        words.shownDates(session).refuseUnlessSeen(seen, parts.of(session).equals(halfDays));
        refuseOdd(halfDays);
        Set<Long> known = parts.trainers(session);
        TrainerRight.Accepted accepted = rights.look(
                session,
                halfDays.stream()
                        .filter(half -> !known.contains(half.trainerId()))
                        .toList(),
                reason);
        int[] left = {0};
        keeping.during(
                session.circonscriptionUai(),
                SessionMails.page(session),
                "Dates changées : " + words.title(session) + ", " + words.day(session),
                () -> {
                    if (session.state() == SessionState.EN_COURS) {
                        goOn(session, halfDays, null, motive);
                    } else {
                        left[0] = set(session, halfDays, null, motive, shortNotice);
                    }
                });
        accepted.write(sessionId);
        return left[0];
    }

    /**
     * The same where something happened, in another place too: people looked at what is to be, and the caller says what
     * becomes of the letters. Of a session under way, the dates that are gone stay.
     */
    public void follow(long sessionId, List<HalfDay> halfDays, String place, String motive) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        if (session.state() == SessionState.EN_COURS) {
            goOn(session, halfDays, place, motive);
        } else {
            set(session, halfDays, place, motive, true);
        }
    }

    private void goOn(TrainingSession session, List<HalfDay> halfDays, String place, String motive) {
        refuseOdd(halfDays);
        PlannedMoves.Trace trace = moves.look(AskedMove.dates(session, halfDays, place));
        changes.goOn(session, halfDays, place, motive);
        process.goesOn(session.id());
        trace.write(session, motive);
    }

    private int set(TrainingSession session, List<HalfDay> halfDays, String place, String motive, boolean shortNotice) {
        refuseOdd(halfDays);
        moments.refuseBadDays(session, halfDays);
        PlannedMoves.Trace trace = moves.look(AskedMove.dates(session, halfDays, place));
        int left = changes.spread(session, halfDays, place, motive);
        if (shortNotice) {
            session.waiveNotice();
            sessions.save(session);
        }
        process.changed(session.id());
        trace.write(session, motive);
        return left;
    }

    private static void refuseOdd(List<HalfDay> halfDays) {
        if (halfDays.isEmpty()) {
            throw new Refusal("Gardez au moins une demi-journée. Pour renoncer à la session, annulez-la.");
        }
        if (halfDays.size() > MOST) {
            throw new Refusal("Une session compte " + MOST + " demi-journées au plus : ouvrez-en une autre.");
        }
        HalfDay before = null;
        for (HalfDay half : halfDays) {
            if (!half.startsAt().isBefore(half.endsAt())
                    || half.minutes() < SHORTEST
                    || !half.startsAt().toLocalDate().equals(half.endsAt().toLocalDate())) {
                throw new Refusal(
                        "Le " + French.day(half.startsAt()) + ", la demi-journée finit avant d'avoir commencé,"
                                + " ou dure moins de " + SHORTEST + " minutes : vérifiez ses heures.");
            }
            if (before != null && half.startsAt().isBefore(before.endsAt())) {
                throw new Refusal("Deux demi-journées se chevauchent le " + French.day(half.startsAt())
                        + " : vérifiez leurs heures.");
            }
            before = half;
        }
    }
}
