package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan after something happened, with as few changes as could be.
 *
 * @param sessions those that stand, under their numbers; new ones have none
 * @param hit numbers of the sessions that could not be held as they stood
 * @param cancelled numbers of the sessions that nobody needs any more
 * @param stuck sessions hit for which no day, nobody or no place is left: they stand as they were
 */
public record Repaired(List<Draft> sessions, Set<Integer> hit, Set<Integer> cancelled, List<Stuck> stuck) {

    /** @param why French, a whole sentence */
    public record Stuck(int line, String why) {}

    public Repaired {
        sessions = List.copyOf(sessions);
        hit = Set.copyOf(hit);
        cancelled = Set.copyOf(cancelled);
        stuck = List.copyOf(stuck);
    }

    /** Numbers of the sessions whose day or hour changes. */
    public Set<Integer> moved(List<Held> before) {
        Map<Integer, LocalDateTime> starts = sessions.stream()
                .filter(draft -> draft.line() != null)
                .collect(Collectors.toMap(Draft::line, draft -> draft.day().atTime(draft.start())));
        return before.stream()
                .filter(held -> starts.containsKey(held.line()))
                .filter(held -> !Objects.equals(
                        starts.get(held.line()),
                        held.session().day().atTime(held.session().start())))
                .map(Held::line)
                .collect(Collectors.toSet());
    }

    /** What stands under each number. */
    public Map<Integer, Draft> byLine() {
        return sessions.stream()
                .filter(draft -> draft.line() != null)
                .collect(Collectors.toMap(Draft::line, Function.identity()));
    }
}
