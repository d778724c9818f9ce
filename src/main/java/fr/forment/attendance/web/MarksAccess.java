package fr.forment.attendance.web;

import fr.forment.account.SignedIn;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.session.Enrolment;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who marks: whoever trains, on any half-day, and the circonscription's team. To others the sheet does not exist. */
@Component
@RequiredArgsConstructor
class MarksAccess {

    private final SignedIn me;
    private final Sessions sessions;
    private final SessionHalfDays halfDays;
    private final TeamRights team;
    private final Reach reach;

    TrainingSession sheet(long sessionId) {
        TrainingSession session = Reach.of(sessions.find(sessionId), this::marks);
        me.act(() -> marks(session));
        return session;
    }

    /** Whether the reader is one of those whose presence is noted. */
    boolean isExpected(TrainingSession session) {
        Long agent = me.agentId();
        return agent != null
                && sessions.enrolments(session.id(), agent).stream()
                        .anyMatch(row -> row.state().isExpected() || row.state().isMark());
    }

    /** The session, for those of the team: they name trainers and open its marks again. */
    TrainingSession organisable(long sessionId) {
        TrainingSession session = sheet(sessionId);
        me.act(() -> organises(session));
        return session;
    }

    boolean organises(TrainingSession session) {
        return team.isOfTeamOrAdviser(session.circonscriptionUai());
    }

    /** @throws fr.forment.people.OutOfReach where it is a trainer of elsewhere */
    void trainer(TrainingSession session, Long agentId) {
        reach.trainer(agentId, session.circonscriptionUai(), session.trainerId());
    }

    /** @throws fr.forment.people.OutOfReach unless all are lines of this session */
    void lines(long sessionId, Collection<Long> enrolmentIds) {
        Reach.within(
                enrolmentIds,
                sessions.enrolments(sessionId).stream().map(Enrolment::id).toList());
    }

    private boolean marks(TrainingSession session) {
        Long agent = me.agentId();
        return agent != null && agent.equals(session.trainerId())
                || organises(session)
                || agent != null && halfDays.trains(session, agent);
    }
}
