package fr.forment.session.told;

import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * A session has changed: each person is written what differs from what he was last told, whatever it was in between.
 * What still waits of an earlier change is taken back first; who knows already how it is gets no letter, and who was
 * never told hears of no change: he will be summoned.
 */
@Component
@RequiredArgsConstructor
public class ChangeMails {

    /** They tell of an earlier change. */
    public static final List<String> OF_A_CHANGE = List.of(
            "session/postponed",
            "session/changed",
            "session/amended",
            "session/trainerChanged",
            "session/trainerPostponed",
            "session/amendedForTrainer");
    /** What names a date that has changed. */
    private static final List<String> OF_A_DATE = List.of(
            "session/enrolled",
            "session/placeFound",
            "session/convoked",
            "session/reminded",
            "session/announced",
            "session/trainerInformed",
            "session/trainerReminded",
            "session/dateInDoubt",
            "session/trainerDateInDoubt");
    /** What asks for somebody to be named: settled once there is somebody. */
    private static final List<String> OF_NOBODY = List.of(
            "session/announced",
            "session/trainerMissing",
            "session/trainerInformed",
            "session/marksAwaited",
            "session/marksLate");

    /** Who looks for a trainer, and stands for him while nobody is named: the first of them that there is. */
    public static final List<Role> TEAM = List.of(Role.ERUN, Role.CPC, Role.IEN);

    private final Correspondence post;
    private final SessionMails mails;
    private final SessionWords words;
    private final SessionDates dates;
    private final IssuedPapers papers;
    private final EnrolmentRepository enrolments;
    private final LastTold told;
    private final Givers givers;

    /** To who has a place. */
    public void postponed(TrainingSession session, Enrolment row, String motive) {
        boolean waited = takeBackDates(session, row.agentId(), SessionMails.POSTPONED_FIRST) > 0;
        Optional<Tidings> known = told.of(session, row.agentId());
        if (known.isEmpty()) {
            first(session, row, waited);
        } else if (!known.get().equals(Tidings.of(session))) {
            mails.toPerson(
                    row,
                    since(
                            session,
                            known.get(),
                            "postponed",
                            "postpone:" + row.id() + ":" + session.sequence(),
                            motive));
        }
    }

    /**
     * Another room at the same hours: whoever was summoned stays so, and his paper says where; whose summons had not
     * left is summoned anew.
     */
    public void elsewhere(TrainingSession session, Enrolment row, String motive) {
        if (row.convokedAt() != null
                && mails.takeBack(session, row.agentId(), List.of("session/convoked"), SessionMails.POSTPONED_FIRST)
                        > 0) {
            takeBackDates(session, row.agentId(), SessionMails.POSTPONED_FIRST);
            mails.convokedAgain(session, row);
            return;
        }
        if (row.convokedAt() != null) {
            papers.issue(IssuedPapers.Kind.CONVOCATION, session, row);
        }
        postponed(session, row, motive);
    }

    /**
     * To who was never told of the session: his summons says how it is, and no letter speaks of a change. Whose summons
     * had not left is summoned anew.
     *
     * @param waited what would have told him had not left
     */
    public void first(TrainingSession session, Enrolment row, boolean waited) {
        if (waited && row.convokedAt() != null) {
            mails.convokedAgain(session, row);
        } else if (waited) {
            mails.enrolled(session, row, told.turn(session));
        }
    }

    /** To who gives it; to who looks for somebody while nobody is named. */
    public void trainerPostponed(TrainingSession session, Tidings formerly, String motive) {
        if (session.trainerId() == null) {
            String key = "postpone:" + session.id() + ":" + session.sequence() + ":erun";
            post.toFirstGroupOnce(
                    TEAM, session.circonscriptionUai(), key, reader -> toTeam(session, reader, formerly, key, motive));
        } else {
            takeBackDates(session, session.trainerId(), SessionMails.POSTPONED_FIRST);
            tellTheTrainer(session, motive);
        }
    }

    /** Unless a letter of the same change has told it: whoever followed the session, or has a place in it. */
    private Optional<Letter> toTeam(
            TrainingSession session, Agent reader, Tidings formerly, String key, String motive) {
        Tidings known = told.of(session, reader.id()).orElse(formerly);
        return known.equals(Tidings.of(session))
                ? Optional.empty()
                : Optional.of(since(session, known, "postponedNoted", key, motive));
    }

    /**
     * To the new trainer, to who is no longer and to those who were summoned under his name, to who looks for somebody
     * while there is none; each time, also when somebody gets back what he had given away.
     */
    public void entrusted(TrainingSession session, Long formerly) {
        String change = session.id() + ":" + session.sequence() + ":";
        boolean toldSo = false; // who gave it until now reads in that letter that nobody is named
        if (formerly != null) {
            mails.takeBack(
                    session,
                    formerly,
                    SessionMails.WAITING_TRAINER,
                    "La session a été confiée à une autre personne avant l'envoi.");
            toldSo = replaced(session, formerly, "replaced:" + change);
        }
        if (session.trainerId() != null) {
            post.takeBack(SessionMails.page(session), OF_NOBODY, "Une personne assure désormais la formation.");
            mails.takeBack(
                    session,
                    session.trainerId(),
                    List.of("session/replaced"),
                    "La session lui est de nouveau confiée.");
            if (session.state() == SessionState.A_EMARGER) {
                post.toAgent(
                        session.trainerId(),
                        mails.marks(session, "marksAwaited", "0:" + change + session.trainerId() + told.turn(session))
                                .undoing(dates.instant(session, session.startsAt())));
            } else {
                tellTheTrainer(session, null);
            }
        } else {
            boolean knows = toldSo;
            Letter missing = mails.changing(
                    session, "trainerMissing", "trainerMissing:" + change + formerly + told.turn(session), Map.of());
            // the E-RUN may be who is away: the CPC answer for it too
            Function<Agent, Optional<Letter>> unlessTold = reader ->
                    Optional.of(missing).filter(letter -> !knows || !reader.id().equals(formerly));
            post.toFirstGroupOnce(TEAM, session.circonscriptionUai(), missing.key(), unlessTold);
            post.toGroupOnce(Role.CPC, session.circonscriptionUai(), missing.key(), unlessTold);
        }
        if (session.state().isToCome()) {
            enrolments.expected(session.id()).forEach(row -> trainerChanged(session, row));
        }
    }

    /**
     * To who gives the session no longer, if he was ever told that he does: of the moment he knows. @return that he was
     */
    public boolean replaced(TrainingSession session, long formerly, String key) {
        Optional<Tidings> believed = told.of(session, formerly).filter(known -> known.isLedBy(formerly));
        believed.ifPresent(known -> {
            Map<String, Object> more = new HashMap<>(told.asKnown(session, formerly));
            more.put("aDesigner", session.trainerId() == null);
            post.toAgent(
                    formerly,
                    mails.letter(
                                    session,
                                    "replaced",
                                    key + formerly + told.turn(session),
                                    more,
                                    dates.untilTheDay(session))
                            .undoing(dates.nearer(session, known.start()))
                            .settling());
        });
        return believed.isPresent();
    }

    /** As it is now, or what has changed since he was told that he gives it. */
    private void tellTheTrainer(TrainingSession session, String motive) {
        long trainer = session.trainerId();
        Optional<Tidings> known = told.of(session, trainer).filter(before -> before.isLedBy(trainer));
        if (known.isEmpty()) {
            post.toAgent(
                    trainer, announced(session, "announce:" + session.id() + ":" + session.sequence() + ":" + trainer));
        } else if (!known.get().equals(Tidings.of(session))) {
            Letter changed = since(
                    session,
                    known.get(),
                    "trainerPostponed",
                    "postpone:" + session.id() + ":" + session.sequence() + ":trainer",
                    motive);
            List<String> own = givers.told(session, trainer);
            changed.model().put("siennes", session.isOnSeveralDays() ? own : List.of());
            changed.model().put("inscrits", session.booked());
            post.toAgent(trainer, changed);
        }
    }

    /** To who was not told yet that he gives it. */
    public Letter announced(TrainingSession session, String key) {
        return mails.changing(session, "announced", key + told.turn(session), Map.of())
                .settling();
    }

    /** Who is not summoned yet reads the name in his summons, unless something else is still to be told. */
    private void trainerChanged(TrainingSession session, Enrolment row) {
        boolean waited = mails.takeBack(
                        session,
                        row.agentId(),
                        OF_A_CHANGE,
                        "La formation a encore été confiée à une autre personne avant l'envoi.")
                > 0;
        boolean summoned = row.convokedAt() != null;
        if (summoned) {
            papers.issue(IssuedPapers.Kind.CONVOCATION, session, row);
        }
        Optional<Tidings> known = told.of(session, row.agentId()).filter(before -> !before.equals(Tidings.of(session)));
        if (known.isEmpty()) {
            return;
        }
        if (!known.get().differsInTrainerOnly(Tidings.of(session))) {
            mails.toPerson(
                    row,
                    since(session, known.get(), "postponed", "postpone:" + row.id() + ":" + session.sequence(), null));
        } else if (summoned) {
            mails.toPerson(
                    row,
                    mails.changing(
                                    session,
                                    "trainerChanged",
                                    "trainerChanged:" + row.id() + ":" + session.sequence() + told.turn(session),
                                    Map.of())
                            .settling());
        } else if (waited) {
            mails.toPerson(
                    row,
                    since(session, known.get(), "postponed", "postpone:" + row.id() + ":" + session.sequence(), null));
        }
    }

    /**
     * @param moved the template where day or hours differ from what the reader knows; what else differs is told as a
     *     change
     * @param motive null where nobody gave one
     */
    public Letter since(TrainingSession session, Tidings known, String moved, String key, String motive) {
        Map<String, Object> more = new HashMap<>();
        more.put("avant", told.moment(known));
        more.put("motif", motive == null ? "" : motive);
        more.put("changements", told.changes(known, session));
        boolean another = !known.isSameMoment(Tidings.of(session));
        int added = told.added(known, session);
        more.put("ajoutee", added > 0);
        more.put("ajouts", added);
        more.put("commencee", session.state() == SessionState.EN_COURS);
        return mails.letter(
                        session,
                        another ? moved : "changed",
                        key + told.turn(session),
                        more,
                        another ? dates.lastUse(session) : dates.untilTheDay(session))
                .undoing(dates.nearer(session, known.start()))
                .settling();
    }

    /** What waits and names a date that is no longer, of this reader. */
    public int takeBackDates(TrainingSession session, long agentId, String why) {
        List<String> all = new ArrayList<>(OF_A_CHANGE);
        all.addAll(OF_A_DATE);
        return mails.takeBack(session, agentId, all, why);
    }
}
