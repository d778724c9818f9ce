package fr.forment.session.halfday;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.Obstacle;
import fr.forment.session.Occupations;
import fr.forment.session.PlannedMoves;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.AbsentTrainerService;
import fr.forment.session.guard.AskedMove;
import fr.forment.session.guard.InPost;
import fr.forment.session.guard.TrainerRight;
import fr.forment.session.letters.TrainerMails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Another trainer for one half-day: he marks, has the task, and both are told. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class StandInService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final SessionHalfDays halfDays;
    private final Occupations occupations;
    private final SessionProcess process;
    private final ApplicationEventPublisher events;
    private final TrainerMails trainerMails;
    private final SessionWords words;
    private final SessionDates dates;
    private final Journal journal;
    private final InPost inPost;
    private final AbsentTrainerService absent;
    private final PlannedMoves moves;
    private final TrainerRight rights;

    /**
     * Each of these half-days to its trainer: all or none, within the tolerance of the plan or by whoever answers for
     * the circonscription. Of a half-day that has begun it is said who gives it.
     *
     * @param seen what the page showed, {@link SessionWords#shownDates}
     * @return how many change hands
     */
    public int entrust(long sessionId, String seen, List<HalfDay> wanted) {
        return entrust(sessionId, seen, wanted, null);
    }

    /**
     * The same.
     *
     * @param reason why somebody who has no right to the module, or is away, gives it all the same; may be blank
     * @return how many change hands
     */
    public int entrust(long sessionId, String seen, List<HalfDay> wanted, String reason) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        List<HalfDay> present = halfDays.of(session);
        if (wanted.stream().anyMatch(half -> half.position() > present.size())) {
            words.shownDates(session).refuseUnlessSeen(seen); // there were more when the page was shown
        }
        List<HalfDay> changed = wanted.stream()
                .map(half -> half.entrustedTo(own(session, half.trainerId())))
                .filter(half -> !Objects.equals(
                        half.trainerId(), present.get(half.position() - 1).trainerId()))
                .toList();
        words.shownDates(session).refuseUnlessSeen(seen, changed.isEmpty());
        if (changed.isEmpty()) {
            return 0;
        }
        AskedMove asked = AskedMove.hands(session, with(present, changed));
        boolean happened = changed.stream().allMatch(half -> half.hasBegun(dates.now(session)));
        TrainerRight.Accepted accepted = rights.look(
                session,
                changed.stream()
                        .filter(half -> !half.hasBegun(dates.now(session)))
                        .toList(),
                reason);
        PlannedMoves.Trace trace = happened ? moves.happened(asked) : moves.look(asked);
        changed.forEach(half -> entrust(sessionId, half.position(), half.trainerId()));
        trace.write(sessions.lock(sessionId).orElseThrow(), null);
        accepted.write(sessionId);
        return changed.size();
    }

    private static List<HalfDay> with(List<HalfDay> present, List<HalfDay> changed) {
        return present.stream()
                .map(half -> changed.stream()
                        .filter(other -> other.position() == half.position())
                        .findFirst()
                        .orElse(half))
                .toList();
    }

    /**
     * Somebody who stands in has left: the session's trainer gives those half-days again, where nothing else takes him
     * then; else they are shown as nobody's who is here, for the team to entrust.
     */
    public void leave(long sessionId, long agentId, LocalDate lastDay) {
        TrainingSession session = sessions.lock(sessionId).orElseThrow();
        halfDays.of(session).stream()
                .filter(half -> Objects.equals(half.trainerId(), agentId)
                        && !half.startsAt().toLocalDate().isBefore(lastDay))
                .filter(half -> session.trainerId() == null
                        || occupations
                                .busy(List.of(session.trainerId()), half.startsAt(), half.endsAt(), sessionId)
                                .isEmpty())
                .forEach(half -> entrust(sessionId, half.position(), null));
    }

    /** @param agentId null: the session's own trainer again */
    public void entrust(long sessionId, int position, Long agentId) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        if (session.state().isOver()) {
            throw new Refusal("Cette session est terminée : son formateur ne change plus.");
        }
        List<HalfDay> all = new ArrayList<>(halfDays.of(session));
        HalfDay before = all.stream()
                .filter(half -> half.position() == position)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("Cette demi-journée ne fait plus partie de la session. Rechargez la page."));
        Long named = own(session, agentId);
        if (Objects.equals(named, before.trainerId())) {
            return;
        }
        refuse(session, before, named);
        HalfDay now = new HalfDay(position, before.startsAt(), before.endsAt(), named);
        all.set(all.indexOf(before), now);
        halfDays.write(sessionId, all);
        occupy(session, all, before.trainerId());
        if (session.trainerId() != null) {
            occupations.free(session.trainerId(), sessionId);
            occupations.take(session.trainerId(), session);
        }
        occupy(session, all, named);
        process.entrusted(sessionId);
        tell(session, before.trainer(session), before, "replaced");
        tell(session, now.trainer(session), now, "announced");
        absent.changed(session);
        events.publishEvent(new SessionShifted(sessionId));
        journal.state(
                TrainingSession.JOURNAL,
                sessionId,
                "Formateur : " + trainer(session, before),
                "Formateur : " + trainer(session, now),
                before.told());
    }

    private static Long own(TrainingSession session, Long agentId) {
        return Objects.equals(agentId, session.trainerId()) ? null : agentId;
    }

    private void refuse(TrainingSession session, HalfDay half, Long named) {
        if (named == null) {
            refuseTakenTrainer(session, half);
            return;
        }
        if (enrolments
                .active(session.id(), named)
                .filter(row -> row.state().holdsPlace())
                .isPresent()) {
            throw new Refusal("Cette personne est inscrite à la session : elle ne peut pas l'animer.");
        }
        inPost.refuse(named, half.startsAt().toLocalDate());
        occupations.hold(List.of(named));
        if (!occupations
                .busy(List.of(named), half.startsAt(), half.endsAt(), session.id())
                .isEmpty()) {
            throw new Refusal("Cette personne " + Obstacle.CHEVAUCHEMENT.label() + ".");
        }
    }

    /** While somebody stood in for him he may have been given something else. */
    private void refuseTakenTrainer(TrainingSession session, HalfDay half) {
        if (session.trainerId() == null) {
            return;
        }
        occupations.hold(List.of(session.trainerId()));
        if (!occupations
                .busy(List.of(session.trainerId()), half.startsAt(), half.endsAt(), session.id())
                .isEmpty()) {
            throw new Refusal("Le formateur de la session est déjà pris à ce moment-là : confiez cette demi-journée à"
                    + " une autre personne.");
        }
    }

    /** Each half-day of his; the session's own trainer is free again on the other dates. */
    private void occupy(TrainingSession session, List<HalfDay> all, Long agentId) {
        if (agentId == null) {
            return;
        }
        occupations.free(agentId, session.id());
        all.stream()
                .filter(half -> agentId.equals(half.trainerId()))
                .forEach(half -> occupations.take(agentId, session.id(), half.startsAt(), half.endsAt()));
    }

    private void tell(TrainingSession session, Long agentId, HalfDay half, String what) {
        if (agentId != null) {
            trainerMails.ofHalfDay(
                    session, agentId, half.told(), what, dates.now(session).withNano(0));
        }
    }

    private String trainer(TrainingSession session, HalfDay half) {
        return words.trainer(half.trainer(session), session.trainerKind());
    }
}
