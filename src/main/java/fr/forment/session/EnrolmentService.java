package fr.forment.session;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.guard.WhyNot;
import fr.forment.session.letters.WaitingMails;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comings into a session and departures from it, before it takes place. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class EnrolmentService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentRules rules;
    private final WhyNot reasons;
    private final Seating seating;
    private final WaitingList line;
    private final Convoking convoking;
    private final Numbers numbers;
    private final SessionMails mails;
    private final WaitingMails waitingMails;
    private final Journal journal;
    private final SessionDates dates;
    private final Agents agents;
    private final Clock clock;

    /**
     * By an organiser. Full sessions put the person on the waiting list; who waits already is served first, and a
     * motive counts for who waits too.
     *
     * @param motive lets pass over what may be passed over (hours, module already followed); may be blank
     * @throws Refusal saying what stands in the way
     */
    public Enrolment enrol(long sessionId, long agentId, String motive) {
        return enrol(lock(sessionId), () -> agents.find(agentId), motive);
    }

    /**
     * The same of what was read already.
     *
     * @param session held by the caller
     */
    public Enrolment enrol(TrainingSession session, Agent agent, String motive) {
        return enrol(session, () -> Optional.of(agent), motive);
    }

    private Enrolment enrol(TrainingSession session, Supplier<Optional<Agent>> who, String motive) {
        SessionChanges.refuseTooLong(motive);
        refuseUnlessToCome(session);
        if (session.state() == SessionState.DATE_A_FIXER) {
            throw new Refusal("La date de cette session reste à fixer : les inscriptions reprennent ensuite.");
        }
        if (session.isClosedToEnrolment(dates.now(session).toLocalDate()) && (motive == null || motive.isBlank())) {
            throw new Refusal("Les inscriptions sont closes depuis le " + French.date(session.enrolUntil())
                    + ". Pour inscrire tout de même cette personne, indiquez un motif, ou changez la date limite.");
        }
        Agent agent = who.get().orElseThrow(() -> new Refusal("Cette personne n'est plus sur la liste du personnel."));
        boolean nobodyWaits = line.hold(session, agent.id());
        int taken = session.booked();
        int offered = session.offered();
        EnrolmentRules.Judged judged = rules.judge(session, agent);
        Set<Obstacle> obstacles = judged.obstacles();
        reasons.refuse(session, agent, remaining(obstacles, motive));
        Optional<Enrolment> waiting = judged.waits() ? enrolments.active(session.id(), agent.id()) : Optional.empty();
        waiting.ifPresent(row -> waive(row, obstacles, motive));
        boolean othersFirst = !nobodyWaits && (session.hasRoom() || session.offered() > 0);
        if (othersFirst) {
            line.serve(session);
        }
        Optional<Enrolment> seated =
                waiting.isPresent() ? Optional.empty() : seating.seatNewcomer(session, agent, motive);
        if (seated.isPresent() && !obstacles.isEmpty()) {
            seated.get().waive(obstacles);
            enrolments.save(seated.get());
        }
        if (session.booked() != taken || session.offered() != offered) {
            sessions.save(session);
        }
        seated.ifPresent(enrolment -> convoking.tell(session, enrolment));
        numbers.changed(session);
        return seated.orElseGet(() -> waiting.map(row -> othersFirst ? known(row.id()) : row)
                .orElseGet(() -> line.join(session, agent, obstacles, motive, judged.onlyDate())));
    }

    private void waive(Enrolment waiting, Set<Obstacle> obstacles, String motive) {
        if (obstacles.isEmpty() || waiting.waived().containsAll(obstacles)) {
            return;
        }
        waiting.waive(obstacles);
        enrolments.save(waiting);
        journal.add(waiting.told(waiting.state(), motive));
    }

    /** The first session of the module with a place that suits the person; the one already found for him, if any. */
    public Optional<Long> enrolNext(long agentId, String moduleCode) {
        return enrolNext(agentId, moduleCode, LocalDateTime.MIN);
    }

    Optional<Long> enrolNext(long agentId, String moduleCode, LocalDateTime from) {
        Agent agent = agents.find(agentId).orElseThrow();
        if (agent.circonscriptionUai() == null) {
            return Optional.empty();
        }
        List<TrainingSession> open =
                sessions.upcoming(agent.circonscriptionUai(), moduleCode, dates.now(agent.circonscriptionUai()));
        Optional<TrainingSession> already = open.stream()
                .filter(session -> enrolments
                        .active(session.id(), agentId)
                        .filter(enrolment -> enrolment.state().holdsPlace())
                        .isPresent())
                .findFirst();
        return already.map(TrainingSession::id).or(() -> open.stream()
                .filter(session -> !session.startsAt().isBefore(from))
                .map(TrainingSession::id)
                .filter(sessionId -> isSeated(sessionId, agent))
                .findFirst());
    }

    private boolean isSeated(long sessionId, Agent agent) {
        TrainingSession session = lock(sessionId);
        boolean nobodyWaits = line.hold(session, agent.id());
        if (!session.isOpenTo(dates.now(session))
                || session.isClosedToEnrolment(dates.now(session).toLocalDate())
                || !rules.obstacles(session, agent).isEmpty()) {
            return false;
        }
        if (!nobodyWaits) {
            line.serve(session);
        }
        Optional<Enrolment> already = enrolments.active(sessionId, agent.id()).filter(row -> row.state()
                .holdsPlace());
        Optional<Enrolment> seated =
                already.isPresent() ? Optional.empty() : seating.seat(session, agent, "Première session qui convient");
        sessions.save(session);
        seated.ifPresent(enrolment -> convoking.tell(session, enrolment));
        numbers.changed(session);
        return already.isPresent() || seated.isPresent();
    }

    /**
     * The person, or the director for him, says that he cannot come; no reason is asked. The place goes to the first
     * who waits.
     *
     * @param saidBy the agent who says so; null when it is nobody on the lists
     */
    public void decline(long enrolmentId, Long saidBy) {
        boolean waited = known(enrolmentId).state() == EnrolmentState.LISTE_ATTENTE;
        leave(enrolmentId, EnrolmentState.ANNULE_AGENT, null, (session, enrolment) -> {
            if (!waited) {
                mails.excused(session, enrolment, saidBy);
            } else if (saidBy == null || saidBy != enrolment.agentId()) {
                waitingMails.noPlace(session, enrolment, "un empêchement a été signalé pour vous");
            }
        });
    }

    /** An organiser takes somebody off the list. */
    public void remove(long enrolmentId, String motive) {
        if (motive == null || motive.isBlank()) {
            throw new Refusal("Indiquez pourquoi cette personne est désinscrite : elle en sera informée.");
        }
        SessionChanges.refuseTooLong(motive);
        boolean waited = known(enrolmentId).state() == EnrolmentState.LISTE_ATTENTE;
        leave(enrolmentId, EnrolmentState.ANNULE_ADMIN, motive, (session, enrolment) -> {
            if (waited) {
                waitingMails.noPlace(session, enrolment, motive);
            } else {
                mails.unseated(session, enrolment, session.startsAt(), motive);
            }
        });
    }

    /**
     * A rule takes somebody out who is enrolled.
     *
     * @param told to the person: why, and where to go on
     * @param noted in the journal: the same in few words, in the third person
     */
    public void takeOut(long enrolmentId, String told, String noted) {
        leave(
                enrolmentId,
                EnrolmentState.ANNULE_ADMIN,
                noted,
                (session, enrolment) -> mails.takenOut(session, enrolment, told));
    }

    /** Somebody who will not be there any more; he is not written to. */
    void departed(long enrolmentId) {
        leave(enrolmentId, EnrolmentState.ANNULE_ADMIN, "N'est plus en poste", (session, enrolment) -> {});
    }

    /** The person has read the convocation. */
    public void acknowledge(long enrolmentId) {
        Enrolment enrolment = known(enrolmentId);
        EnrolmentState before = enrolment.state();
        if (enrolment.acknowledge(clock.instant())) {
            enrolments.save(enrolment);
            journal.add(enrolment.told(before, null));
        }
    }

    private void leave(long enrolmentId, EnrolmentState last, String motive, Consequence consequence) {
        TrainingSession session = toCome(known(enrolmentId).sessionId());
        Enrolment enrolment = known(enrolmentId);
        seating.unseat(session, enrolment, last, motive);
        consequence.of(session, enrolment);
        if (session.isOpenTo(dates.now(session))) {
            line.serve(session);
        }
        sessions.save(session);
        numbers.changed(session);
    }

    private TrainingSession toCome(long sessionId) {
        TrainingSession session = lock(sessionId);
        refuseUnlessToCome(session);
        return session;
    }

    private void refuseUnlessToCome(TrainingSession session) {
        if (session.isForParents()) {
            throw new Refusal("Une réunion de parents n'a pas d'inscrits : seul le nombre de présents est relevé.");
        }
        if (!session.mayBeLeft(dates.now(session))) {
            throw new Refusal(
                    "Cette session a commencé, est terminée ou est annulée : la liste des inscrits ne change plus ici.");
        }
    }

    private TrainingSession lock(long sessionId) {
        return sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
    }

    private Enrolment known(long enrolmentId) {
        return enrolments.findById(enrolmentId).orElseThrow(() -> new Refusal("Cette inscription n'existe pas."));
    }

    /** What a motive does not pass over. */
    static Set<Obstacle> remaining(Set<Obstacle> obstacles, String motive) {
        boolean motivated = motive != null && !motive.isBlank();
        return obstacles.stream()
                .filter(obstacle -> !motivated || !obstacle.isWaivable())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Obstacle.class)));
    }

    private interface Consequence {
        void of(TrainingSession session, Enrolment enrolment);
    }
}
