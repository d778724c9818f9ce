package fr.forment.plan.words;

import fr.forment.plan.PlannedSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed from one version to another, session by session. Sessions are recognised by their number. */
public record PlanDifference(List<PlannedSession> added, List<PlannedSession> removed, List<Changed> changed) {

    /** @param what French names of what differs: "date", "lieu"… */
    public record Changed(PlannedSession before, PlannedSession after, List<String> what) {}

    public static PlanDifference between(List<PlannedSession> before, List<PlannedSession> after) {
        Map<Integer, PlannedSession> old = byLine(before);
        Map<Integer, PlannedSession> now = byLine(after);
        var both = new TreeSet<>(old.keySet());
        both.retainAll(now.keySet());
        return new PlanDifference(
                after.stream()
                        .filter(session -> !old.containsKey(session.line()))
                        .toList(),
                before.stream()
                        .filter(session -> !now.containsKey(session.line()))
                        .toList(),
                both.stream()
                        .map(line -> new Changed(old.get(line), now.get(line), what(old.get(line), now.get(line))))
                        .filter(changed -> !changed.what().isEmpty())
                        .toList());
    }

    /** All it speaks of, as they were and as they are. */
    public List<PlannedSession> sessions() {
        return Stream.of(
                        added.stream(),
                        removed.stream(),
                        changed.stream().flatMap(change -> Stream.of(change.before(), change.after())))
                .flatMap(some -> some)
                .toList();
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static List<String> what(PlannedSession before, PlannedSession after) {
        List<String> what = new ArrayList<>();
        differ(before, after, PlannedSession::day, "date", what);
        differ(before, after, PlannedSession::start, "heure", what);
        differ(before, after, PlannedSession::place, "lieu", what);
        differ(before, after, PlannedSession::trainerAgentId, "formateur", what);
        differ(before, after, PlannedSession::capacity, "places", what);
        differ(before, after, PlannedSession::seats, "écoles", what);
        differ(before, after, PlannedSession::moduleCode, "module", what);
        differ(before, after, PlannedSession::minutes, "durée", what);
        differ(before, after, PlannedSession::format, "format", what);
        differ(before, after, PlannedSession::phase, "phase", what);
        differ(before, after, PlannedSession::vagueRank, "vague", what);
        differ(before, after, PlannedSession::trainerKind, "formation assurée par", what);
        differ(before, after, PlannedSession::profiles, "public", what);
        differ(before, after, PlannedSession::expected, "effectif attendu", what);
        return what;
    }

    private static void differ(
            PlannedSession before,
            PlannedSession after,
            Function<PlannedSession, ?> part,
            String name,
            List<String> what) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            what.add(name);
        }
    }

    private static Map<Integer, PlannedSession> byLine(List<PlannedSession> sessions) {
        return sessions.stream()
                .collect(
                        Collectors.toMap(PlannedSession::line, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
