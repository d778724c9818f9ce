package fr.forment.session;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.guard.SchoolsAway;
import fr.forment.session.letters.WaitingMails;
import fr.forment.session.told.Tidings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who waits for a place: put in line, served in turn, sent away when there is none any more, and told of each. The
 * caller holds the lock on the session and saves it.
 */
@Component
@RequiredArgsConstructor
public class WaitingList {

    private final EnrolmentRepository enrolments;
    private final EnrolmentRules rules;
    private final SchoolsAway away;
    private final Occupations occupations;
    private final Seating seating;
    private final Convoking convoking;
    private final WaitingMails mails;
    private final Agents agents;
    private final ModuleLine modules;
    private final SessionDates dates;

    /** @param waived what a motive lets pass: it counts when the turn comes */
    public Enrolment join(TrainingSession session, Agent agent, Set<Obstacle> waived, String why) {
        return join(session, agent, waived, why, false);
    }

    /** @param onlyDate see {@link ModuleLine#joined} */
    Enrolment join(TrainingSession session, Agent agent, Set<Obstacle> waived, String why, boolean onlyDate) {
        Enrolment enrolment = seating.putInLine(session, agent, waived, why, onlyDate);
        mails.waiting(session, enrolment);
        return enrolment;
    }

    /**
     * Before the rules are asked for a newcomer: he and those who wait before him.
     *
     * @return whether a place is free, and nobody waits for it or was asked about it: there is nobody to serve
     */
    public boolean hold(TrainingSession session, long newcomer) {
        List<Long> waiting = session.hasRoom() ? modules.order(session) : List.of();
        occupations.hold(
                Stream.concat(waiting.stream(), Stream.of(newcomer)).distinct().toList());
        return session.hasRoom() && session.offered() == 0 && waiting.isEmpty();
    }

    /**
     * Those who may come get the free places in their turn, whether they wait for this date or for any of the module:
     * the former are enrolled, the latter asked, unless enrolments are closed. The others keep their rank. Asked before
     * anybody else is given a place.
     */
    public void serve(TrainingSession session) {
        modules.clear(session);
        if (!session.hasRoom()) {
            return;
        }
        Map<Long, Enrolment> rows = rows(session);
        List<Long> order = session.isClosedToEnrolment(dates.now(session).toLocalDate())
                ? List.copyOf(rows.keySet())
                : order(session, rows);
        Map<Long, Agent> people = agents.all(order).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        var obstacles = rules.obstacles(session, people.values());
        if (!people.isEmpty()) {
            away.of(session, people.values())
                    .forEach((id, why) -> obstacles.get(id).addAll(why));
        }
        int left = 0; // places that wait for whose turn it is
        for (long agentId : order) {
            if (session.hasRoomBeside(left)
                    && people.containsKey(agentId)
                    && serve(session, people.get(agentId), rows.get(agentId), obstacles.get(agentId))) {
                left++;
            }
        }
    }

    /** @param row null for who waits for any date. Returns that a place is left to him until he can be asked. */
    private boolean serve(TrainingSession session, Agent agent, Enrolment row, Set<Obstacle> obstacles) {
        if (row != null) {
            obstacles.removeAll(row.waived());
        }
        if (!obstacles.isEmpty()) {
            modules.passOver(session, agent, obstacles);
        } else if (row == null) {
            return modules.offer(session, agent);
        } else {
            seating.seat(session, agent, "Une place s'est libérée")
                    .ifPresent(served -> convoking.tellServed(session, served));
        }
        return false;
    }

    private Map<Long, Enrolment> rows(TrainingSession session) {
        return enrolments.waiting(session.id()).stream()
                .collect(Collectors.toMap(
                        Enrolment::agentId, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private List<Long> order(TrainingSession session, Map<Long, Enrolment> rows) {
        return Stream.concat(modules.order(session).stream(), rows.keySet().stream())
                .distinct()
                .toList();
    }

    /** Somebody took a place at another date of the module. */
    public void leave(TrainingSession session, long agentId) {
        enrolments
                .active(session.id(), agentId)
                .filter(row -> row.state() == EnrolmentState.LISTE_ATTENTE)
                .ifPresent(row -> {
                    seating.unseat(session, row, EnrolmentState.DATE_CHANGEE, "Autre date choisie");
                    mails.waitsNoMore(session, row);
                });
    }

    /** What was proposed is proposed no more: the session has no date, or another one. */
    public void withdraw(TrainingSession session, String why) {
        modules.withdraw(session, why);
    }

    /** The session has another date: who still waits is told. @param formerly what who was told nothing would know */
    public void move(TrainingSession session, Tidings formerly, String why) {
        enrolments.waiting(session.id()).forEach(waiting -> mails.waitingMoved(session, waiting, formerly, why));
    }

    /** There will be no place any more. */
    public void end(TrainingSession session, EnrolmentState last, String why) {
        modules.withdraw(session, why);
        for (Enrolment waiting : enrolments.waiting(session.id())) {
            seating.unseat(session, waiting, last, why);
            mails.noPlace(session, waiting, why);
        }
    }
}
