package fr.forment.plan;

import fr.forment.french.French;
import java.util.Collection;
import java.util.List;

/**
 * What sessions take: the fiche's "quantifier les moyens". Meetings with parents count as sessions and as time of those
 * who hold them; parents are no trainees.
 *
 * @param places capacity of the sessions
 * @param trainerMinutes one trainer per session, preparation not counted
 * @param traineeMinutes minutes times people expected
 */
public record Means(int sessions, int places, int expected, long trainerMinutes, long traineeMinutes) {

    public static Means of(Collection<PlannedSession> sessions) {
        List<PlannedSession> trainings =
                sessions.stream().filter(session -> !session.isForParents()).toList();
        return new Means(
                sessions.size(),
                trainings.stream().mapToInt(PlannedSession::capacity).sum(),
                trainings.stream().mapToInt(PlannedSession::expected).sum(),
                sessions.stream().mapToLong(PlannedSession::minutes).sum(),
                trainings.stream()
                        .mapToLong(session -> (long) session.minutes() * session.expected())
                        .sum());
    }

    public String trainerHours() {
        return French.duration(trainerMinutes);
    }

    public String traineeHours() {
        return French.duration(traineeMinutes);
    }
}
