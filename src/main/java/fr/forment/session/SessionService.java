package fr.forment.session;

import fr.forment.catalogue.Catalogue;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.resource.KnownPlaces;
import fr.forment.session.guard.MomentRules;
import fr.forment.session.guard.PlacesTaken;
import fr.forment.session.guard.TrainerRight;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions opened or changed by hand, and the way into the next one for features above. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionService {

    private final SessionRepository sessions;
    private final EnrolmentService enrolment;
    private final Occupations occupations;
    private final SessionChanges changes;
    private final MomentRules moments;
    private final TrainerRight rights;
    private final PlacesTaken places;
    private final KnownPlaces known;
    private final SessionHalfDays parts;
    private final Journal journal;
    private final Entrusting entrusting;
    private final SessionProcess process;
    private final SessionDateService date;
    private final SessionDates dates;
    private final Catalogue catalogue;

    /**
     * Enrols a person in the first coming session of the module, in his circonscription, that has a place and suits
     * him; convoked at once when the others already are. Answers the session, also when he is enrolled already; empty
     * when there is none.
     */
    public Optional<Long> enrolNext(long agentId, String moduleCode) {
        return enrolment.enrolNext(agentId, moduleCode);
    }

    /** The same of those that begin no earlier; one where the person has a place already stays. */
    public Optional<Long> enrolNext(long agentId, String moduleCode, LocalDateTime from) {
        return enrolment.enrolNext(agentId, moduleCode, from);
    }

    /**
     * @throws Refusal that names the first possible date, unless the person wants this one although people hear of it
     *     late
     */
    public TrainingSession open(NewSession asked, boolean shortNotice) {
        if (!shortNotice) {
            moments.refuseBadDay(TrainingSession.of(asked), asked.startsAt());
            moments.refuseShortNotice(asked.circonscriptionUai(), asked.startsAt());
        }
        return open(asked);
    }

    /**
     * @param already it was there: nothing was opened
     * @param heldBack why nobody may join it yet, in French sentences; empty: people may
     */
    public record Opened(TrainingSession session, boolean already, List<String> heldBack) {}

    /**
     * From a form, which may be sent twice: the second time answers the session of the first.
     *
     * @param reason why somebody who has no right to the module, or is away, gives it all the same; may be blank
     */
    public Opened open(NewSession asked, boolean shortNotice, String reason) {
        sessions.lockCirconscription(asked.circonscriptionUai());
        TrainingSession none = TrainingSession.of(asked);
        Optional<TrainingSession> there = sessions.same(
                none.circonscriptionUai(),
                none.moduleCode(),
                none.startsAt(),
                none.endsAt(),
                none.place(),
                none.capacity(),
                none.isForParents(),
                asked.trainerId() == null ? 0 : asked.trainerId());
        if (there.isPresent()) {
            return new Opened(there.get(), true, List.of());
        }
        none.entrustTo(null);
        TrainerRight.Accepted accepted = rights.look(none, asked.trainerId(), parts.of(none), reason);
        TrainingSession opened = open(asked, shortNotice);
        accepted.writeAndHold(opened.id());
        return new Opened(opened, false, date.holdBack(opened.id()));
    }

    /** Opens a session that no plan set, at the date a person chose. */
    public TrainingSession open(NewSession asked) {
        if (catalogue.find(asked.moduleCode()).isEmpty()) {
            throw new Refusal("Ce module ne figure pas au catalogue.");
        }
        known.problem(asked.place()).ifPresent(why -> {
            throw new Refusal(why, "otherPlace");
        });
        TrainingSession session = TrainingSession.of(asked);
        moments.refuseBadMoment(session, asked.startsAt());
        places.refuseLost(session, asked.place(), parts.of(session), List.of());
        moments.refuseBusyTrainer(session, session.trainerId(), session.startsAt());
        moments.refuseLateTrainer(session, session.trainerId(), session.startsAt(), session.place());
        if (!dates.isInTime(session)) {
            session.waiveNotice(); // who opens it wants it all the same; of a date in time there is nothing to accept
        }
        sessions.save(session);
        if (session.trainerId() != null) {
            occupations.take(session.trainerId(), session);
        }
        journal.state(
                TrainingSession.JOURNAL, session.id(), null, session.state().label(), null);
        process.start(List.of(session.id()));
        return session;
    }

    /** Everybody concerned is told; what hangs on the session is undone by its process. */
    public void cancel(long sessionId, String motive) {
        changes.cancel(lock(sessionId), motive);
        process.cancelled(sessionId);
    }

    public int postpone(long sessionId, LocalDateTime start, String place, String motive) {
        return postpone(sessionId, start, place, motive, false);
    }

    /**
     * Another date, perhaps another place. People who are taken elsewhere at the new date leave the session and are
     * told.
     *
     * @param place null keeps the present one
     * @param shortNotice the person wants this date although people hear of it late; else the circonscription is asked
     *     whether it stands
     * @return how many had to leave
     */
    public int postpone(long sessionId, LocalDateTime start, String place, String motive, boolean shortNotice) {
        TrainingSession session = lock(sessionId);
        boolean sought = session.state() == SessionState.DATE_A_FIXER;
        LocalDateTime before = session.startsAt();
        int left = changes.postpone(session, start, place, motive);
        if (shortNotice) {
            session.waiveNotice();
            sessions.save(session);
        }
        if (sought || !before.equals(session.startsAt())) { // another room alone asks for no other summons
            process.changed(sessionId);
        } else {
            process.elsewhere(sessionId);
        }
        return left;
    }

    /** @param agentId null when nobody is known any more */
    public void entrustTo(long sessionId, Long agentId) {
        TrainingSession session = lock(sessionId);
        if (entrusting.entrust(session, agentId) && session.state() == SessionState.DATE_A_FIXER) {
            process.changed(sessionId); // perhaps the trainer was what kept it from being held
        }
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
    }
}
