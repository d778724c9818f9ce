package fr.forment.session;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
    private final Occupations occupations;
    private final Seating seating;
    private final Convoking convoking;
    private final WaitingMails mails;
    private final Agents agents;

    /** @param waived what a motive lets pass: it counts when the turn comes */
    public Enrolment join(TrainingSession session, Agent agent, Set<Obstacle> waived, String why) {
        Enrolment enrolment = seating.putInLine(session, agent, waived, why);
        mails.waiting(session, enrolment);
        return enrolment;
    }

    /** Before the rules are asked for a newcomer: he and those who wait before him. */
    void hold(TrainingSession session, long newcomer) {
        Stream<Long> waiting =
                session.hasRoom() ? enrolments.waiting(session.id()).stream().map(Enrolment::agentId) : Stream.empty();
        occupations.hold(Stream.concat(waiting, Stream.of(newcomer)).toList());
    }

    /**
     * Those who may come take the free places in their turn; the others keep theirs. Asked before anybody else is given
     * a place.
     */
    public void serve(TrainingSession session) {
        List<Enrolment> line = session.hasRoom() ? enrolments.waiting(session.id()) : List.of();
        var people = agents.all(line.stream().map(Enrolment::agentId).toList());
        var obstacles = rules.obstacles(session, people);
        for (Enrolment waiting : line) {
            Set<Obstacle> left = obstacles.getOrDefault(waiting.agentId(), EnumSet.of(Obstacle.PARTI));
            left.removeAll(waiting.waived());
            if (left.isEmpty()) {
                people.stream()
                        .filter(agent -> agent.id() == waiting.agentId())
                        .findFirst()
                        .flatMap(agent -> seating.seat(session, agent, "Une place s'est libérée"))
                        .ifPresent(served -> convoking.tellServed(session, served));
            }
        }
    }

    /** The session has another date: who still waits is told. */
    public void move(TrainingSession session, String formerly, String why) {
        enrolments.waiting(session.id()).forEach(waiting -> mails.waitingMoved(session, waiting, formerly, why));
    }

    /** There will be no place any more. */
    public void end(TrainingSession session, EnrolmentState last, String why) {
        for (Enrolment waiting : enrolments.waiting(session.id())) {
            seating.unseat(session, waiting, last, why);
            mails.noPlace(session, waiting, why);
        }
    }
}
