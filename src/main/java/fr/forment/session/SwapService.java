package fr.forment.session;

import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.guard.WhyNot;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another date of the same module, at one stroke: the first place is given back only when the second is taken. Rights
 * are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SwapService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentRules rules;
    private final WhyNot reasons;
    private final Seating seating;
    private final WaitingList line;
    private final Convoking convoking;
    private final Numbers numbers;
    private final SessionMails mails;
    private final SessionDates dates;
    private final Agents agents;

    /** Also for somebody who holds no place yet. Choosing the session one is in changes nothing. */
    public void choose(long agentId, long sessionId) {
        Agent agent = agents.find(agentId)
                .orElseThrow(() -> new Refusal("Cette personne n'est plus sur la liste du personnel."));
        TrainingSession wanted =
                sessions.findById(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        List<TrainingSession> held = held(agentId, wanted.moduleCode());
        // in the order of the numbers, so that two who swap crosswise do not wait for each other
        TreeSet<Long> ids = held.stream().map(TrainingSession::id).collect(Collectors.toCollection(TreeSet::new));
        ids.add(sessionId);
        List<TrainingSession> locked =
                ids.stream().map(id -> sessions.lock(id).orElseThrow()).toList();
        TrainingSession to = locked.stream()
                .filter(each -> each.id() == sessionId)
                .findFirst()
                .orElseThrow();
        if (enrolments
                .active(sessionId, agentId)
                .filter(row -> row.state().holdsPlace())
                .isPresent()) {
            return;
        }
        if (!to.isOpenTo(dates.now(to))
                || to.isClosedToEnrolment(dates.now(to).toLocalDate())
                || !to.circonscriptionUai().equals(agent.circonscriptionUai())
                || to.isForParents()) {
            throw new Refusal("Cette session n'est plus ouverte aux inscriptions. Choisissez une autre date.");
        }
        // as it is now that nobody changes it any more: a place may be gone since the look
        List<TrainingSession> left = locked.stream()
                .filter(each -> each.id() != sessionId && each.mayBeLeft(dates.now(each)))
                .filter(each -> enrolments.active(each.id(), agentId).isPresent())
                .toList();
        left.forEach(from -> giveBack(from, agentId));
        take(to, agent);
        left.forEach(from -> {
            if (from.isOpenTo(dates.now(from))) {
                line.serve(from);
            }
            sessions.save(from);
            numbers.changed(from);
        });
    }

    /** Those who wait longer come first, he himself among them. */
    private void take(TrainingSession to, Agent agent) {
        line.hold(to, agent.id());
        line.serve(to);
        if (enrolments
                .active(to.id(), agent.id())
                .filter(row -> row.state().holdsPlace())
                .isEmpty()) {
            reasons.refuse(to, agent, rules.obstacles(to, agent));
            Optional<Enrolment> seated = seating.seat(to, agent, "Date choisie");
            convoking.tell(
                    to,
                    seated.orElseThrow(() -> new Refusal(
                            "La dernière place de cette session vient d'être prise. Choisissez une autre date.")));
        }
        sessions.save(to);
        numbers.changed(to);
    }

    private List<TrainingSession> held(long agentId, String moduleCode) {
        return sessions.ofAgent(agentId).stream()
                .filter(each -> each.moduleCode().equals(moduleCode))
                .filter(each -> each.mayBeLeft(dates.now(each)))
                .toList();
    }

    private void giveBack(TrainingSession from, long agentId) {
        Enrolment enrolment = enrolments.active(from.id(), agentId).orElseThrow();
        boolean wasConvoked = enrolment.convokedAt() != null;
        seating.unseat(from, enrolment, EnrolmentState.DATE_CHANGEE, "Autre date choisie");
        if (wasConvoked) {
            mails.unseated(from, enrolment, from.startsAt(), "vous avez choisi une autre date");
        }
    }
}
