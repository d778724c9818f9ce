package fr.forment.session.letters;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.halfday.Givers;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What is written to whoever gives a session or a part of it; to the E-RUN while nobody is named. */
@Component
@RequiredArgsConstructor
public class TrainerMails {

    /** What waits still when people are summoned, and is said again, with who comes; what is urgent does not wait. */
    private static final List<String> TOLD_BY_THE_SUMMONS =
            List.of("session/announced", "session/changed", "session/trainerPostponed");

    private final Correspondence post;
    private final SessionMails mails;
    private final SessionDates dates;
    private final Givers givers;

    /** To the trainer; to the E-RUN while nobody is named. */
    public void announced(TrainingSession session) {
        var letter = mails.letter(
                session,
                session.trainerId() == null ? "trainerToName" : "announced",
                "announce:" + session.id() + ":" + session.sequence() + ":" + session.trainerId(),
                Map.of("sansSalle", DayFaults.isRoomMissing(session), "limite", French.day(dates.convocation(session))),
                dates.lastUse(session));
        toTrainer(session, letter);
    }

    /** So few are enrolled, and nobody said that it is held: to each who gives a part of it. */
    public void dateInDoubt(TrainingSession session) {
        givers.of(session)
                .forEach(giver -> post.toAgent(
                        giver,
                        mails.letter(
                                        session,
                                        "trainerDateInDoubt",
                                        "dateInDoubt:" + session.id() + ":" + session.sequence() + ":trainer",
                                        Map.of("inscrits", session.booked(), "minimum", session.minimum()),
                                        dates.lastUse(session))
                                .undoing(dates.instant(session, session.startsAt()))));
    }

    /** To who stands in for the trainer on a half-day, or does no longer. @param what "announced" or "replaced" */
    public void ofHalfDay(TrainingSession session, long agentId, String halfDay, String what, LocalDateTime now) {
        post.toAgent(
                agentId,
                mails.changing(
                        session,
                        "halfDay" + (what.equals("announced") ? "Entrusted" : "Taken"),
                        "halfDay:" + what + ":" + session.id() + ":" + agentId + ":" + session.sequence() + ":" + now,
                        Map.of("demiJournee", halfDay)));
    }

    /** To each who gives a part of it, of his part: nobody else reads that he gives it. */
    public void trainerInformed(TrainingSession session, int convoked) {
        givers.of(session).forEach(giver -> {
            Letter informed = informed(session, convoked, givers.part(session, giver));
            post.toAgent(giver, informed);
            post.takeBackFor(
                    informed.key(),
                    SessionMails.page(session),
                    giver,
                    TOLD_BY_THE_SUMMONS,
                    "Le courriel qui annonce les convocations dit la même chose.");
        });
    }

    private Letter informed(TrainingSession session, int convoked, Map<String, Object> part) {
        Map<String, Object> more = new HashMap<>(part);
        more.put("inscrits", convoked);
        return new Letter(
                        "session/trainerInformed",
                        SessionMails.key("convoke:" + session.id() + ":" + session.sequence() + ":trainer"),
                        mails.entering(session, more),
                        "/sessions/" + session.id() + "/feuille.pdf",
                        dates.lastUse(session))
                .undoing(dates.instant(session, session.startsAt()));
    }

    /** To each who gives a part of it now, unless another letter has told it in the same breath. */
    public void trainersReminded(TrainingSession session, int expected) {
        givers.of(session).forEach(giver -> trainerReminded(session, giver, expected));
    }

    private void trainerReminded(TrainingSession session, long giver, int expected) {
        if (!post.hasJustWritten(SessionMails.page(session), giver, SessionMails.TELL_THE_TRAINER)) {
            Map<String, Object> more = new HashMap<>(givers.part(session, giver));
            more.put("inscrits", expected);
            more.put("familles", session.isForParents());
            post.toAgent(
                    giver,
                    new Letter(
                                    "session/trainerReminded",
                                    SessionMails.key("remindTrainer:" + session.id() + ":" + session.sequence()),
                                    mails.entering(session, more),
                                    session.isForParents()
                                            ? SessionMails.page(session)
                                            : SessionMails.page(session) + "/emargement",
                                    dates.lastUse(session))
                            .undoing(dates.instant(session, session.startsAt())));
        }
    }

    /** It is cancelled: what has not reached the trainer need not any more, and is not what he knows. */
    public void trainerSpared(TrainingSession session) {
        mails.takeBack(session, session.trainerId(), SessionMails.WAITING_TRAINER, SessionMails.CANCELLED_FIRST);
    }

    /**
     * After {@link #trainerSpared}.
     *
     * @param expected people who had a place; -1 where nobody is enrolled by name
     */
    public void trainerCancelled(TrainingSession session, String motive, int expected) {
        Map<String, Object> more = mails.known(session, session.trainerId(), motive);
        more.put("inscrits", expected);
        toTrainer(
                session,
                mails.cancelling(
                        session, session.trainerId(), "trainerCancelled", "cancel:" + session.id() + ":trainer", more));
    }

    private void toTrainer(TrainingSession session, Letter letter) {
        if (session.trainerId() == null) {
            post.toFirstGroup(Role.ERUN, Role.CPC, session.circonscriptionUai(), letter);
        } else {
            post.toAgent(session.trainerId(), letter);
        }
    }
}
