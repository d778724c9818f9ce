package fr.forment.plan;

import java.util.Collection;

/**
 * What sessions take: the fiche's "quantifier les moyens".
 *
 * @param places capacity of all sessions
 * @param trainerMinutes one trainer per session, preparation not counted
 * @param traineeMinutes minutes times people expected
 */
public record Means(int sessions, int places, int expected, long trainerMinutes, long traineeMinutes) {

    public static Means of(Collection<PlannedSession> sessions) {
        return new Means(sessions.size(), sessions.stream().mapToInt(PlannedSession::capacity).sum(),
                sessions.stream().mapToInt(PlannedSession::expected).sum(), sessions.stream().mapToLong(PlannedSession::minutes).sum(),
                sessions.stream().mapToLong(session -> (long) session.minutes() * session.expected()).sum());
    }

    public String trainerHours() {
        return French.duration(trainerMinutes);
    }

    public String traineeHours() {
        return French.duration(traineeMinutes);
    }
}
