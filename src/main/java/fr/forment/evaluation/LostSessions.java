package fr.forment.evaluation;

import fr.forment.plan.PlannedSession;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sessions of a bilan that were not held, counted once for all that it says of them.
 *
 * @param trainings all of them, meetings with parents left out
 * @param meetings with parents
 * @param toRedo of the trainings: the plan in force still has them, for a school that is still in
 * @param meetingsToRedo the same of the meetings
 */
record LostSessions(
        List<TrainingSession> trainings,
        List<TrainingSession> meetings,
        List<TrainingSession> toRedo,
        List<TrainingSession> meetingsToRedo) {

    /** @param inForce lines of the plan in force @param gone schools that left or were postponed */
    static LostSessions of(List<TrainingSession> all, Collection<PlannedSession> inForce, Set<String> gone) {
        Map<Integer, PlannedSession> lines = inForce.stream()
                .collect(Collectors.toMap(PlannedSession::line, Function.identity(), (one, other) -> one));
        List<TrainingSession> lost = all.stream()
                .filter(session ->
                        session.state() == SessionState.ANNULEE || session.state() == SessionState.NON_REALISEE)
                .toList();
        List<TrainingSession> missed = lost.stream()
                .filter(session -> session.planLine() == null || isForSomebody(lines.get(session.planLine()), gone))
                .toList();
        return new LostSessions(trainings(lost), meetings(lost), trainings(missed), meetings(missed));
    }

    /** A meeting may be named by its place alone. */
    private static boolean isForSomebody(PlannedSession line, Set<String> gone) {
        if (line == null) {
            return false;
        }
        Set<String> schools =
                line.schoolUais().isEmpty() && line.isForParents() ? Set.of(line.place()) : line.schoolUais();
        return schools.isEmpty() || !gone.containsAll(schools);
    }

    private static List<TrainingSession> trainings(List<TrainingSession> some) {
        return some.stream().filter(session -> !session.isForParents()).toList();
    }

    private static List<TrainingSession> meetings(List<TrainingSession> some) {
        return some.stream().filter(TrainingSession::isForParents).toList();
    }
}
