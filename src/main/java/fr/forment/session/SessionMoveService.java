package fr.forment.session;

import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.AgentMoved;
import fr.forment.people.Agents;
import fr.forment.people.PeoplePutBack;
import fr.forment.session.letters.DirectorMails;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The school of an enrolment is where the person works; once the session has begun, where he worked then. Somebody
 * moves: what is to come goes with him, the new direction hears of a summons that is out, and the person gets one that
 * names the new school.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionMoveService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Convoking convoking;
    private final DirectorMails directorMails;
    private final Journal journal;
    private final SessionDates dates;
    private final Agents agents;

    @EventListener
    void on(AgentMoved event) {
        agents.find(event.agentId()).ifPresent(this::follow);
    }

    @EventListener
    void on(PeoplePutBack event) {
        agents.all(event.agentIds()).forEach(this::follow);
    }

    private void follow(Agent agent) {
        List<Long> coming = sessions.ofAgent(agent.id()).stream()
                .filter(session -> session.state().isToCome() && !session.hasBegun(dates.now(session)))
                .map(TrainingSession::id)
                .sorted()
                .toList();
        for (long sessionId : coming) {
            TrainingSession session = sessions.lock(sessionId).orElseThrow();
            enrolments
                    .active(sessionId, agent.id())
                    .filter(row -> !Objects.equals(row.schoolUai(), agent.schoolUai()))
                    .ifPresent(row -> move(session, row, agent.schoolUai()));
        }
    }

    private void move(TrainingSession session, Enrolment row, String schoolUai) {
        String former = row.schoolUai();
        row.moveTo(schoolUai);
        enrolments.save(row);
        journal.add(row.told(row.state(), "Change d'école"));
        if (row.convokedAt() != null) {
            directorMails.directorWithout(session, former, enrolments.expected(session.id()));
            convoking.convokeAgain(session, row);
            directorMails.directorsInformed(session, List.of(row));
        }
    }
}
