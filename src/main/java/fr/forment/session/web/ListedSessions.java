package fr.forment.session.web;

import fr.forment.database.Slice;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Clocks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The sessions somebody has to do with, a page at a time: a département has thousands, and what is over only grows, so
 * the database chooses, counts and cuts.
 */
@Component
@RequiredArgsConstructor
class ListedSessions {

    private static final String OVER = Arrays.stream(SessionState.values())
            .filter(SessionState::isOver)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", "));

    private static final String ASKED =
            " (:circonscription = '' OR s.circonscription_uai = :circonscription) AND (:module = '' OR s.module_code = :module)";

    private static final String PERSONAL =
            "s.id IN (SELECT session_id FROM enrolment WHERE active_agent_id IN (:people) UNION SELECT id FROM training_session WHERE id IN (:own))";

    private static final String WHOLE = "s.circonscription_uai IN (:circonscriptions)";

    /** At the clock of its place, which is looked up where it is over at some clock and not yet at another. */
    private static final String PAST = "(s.state IN (" + OVER
            + ") OR s.ends_at < :first OR s.ends_at < :last AND s.ends_at < "
            + Clocks.departements().stream()
                    .map(code -> "WHEN '" + code + "' THEN CAST(:now" + code + " AS TIMESTAMP)")
                    .collect(Collectors.joining(
                            " ",
                            "CASE (SELECT c.departement_code FROM circonscription c WHERE c.uai = s.circonscription_uai) ",
                            " ELSE CAST(:now AS TIMESTAMP) END)"));

    private static final String OTHERS = " AND NOT " + PAST + " AND s.id NOT IN (:own)";

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Clock clock;

    /**
     * What a reader sees.
     *
     * @param circonscriptions all of whose sessions are seen
     * @param people those in which one of them is or was enrolled, or waits
     * @param own sessions that the reader follows or gives
     * @param circonscription only of it; empty: of all
     * @param module only of it; empty: of all
     */
    record Sight(
            Set<String> circonscriptions, Set<Long> people, Set<Long> own, String circonscription, String module) {}

    /**
     * @param coming of others, not over at the clock of their place; the next first
     * @param past over or cancelled, the reader's own among them; the last first
     */
    record Two(Slice<TrainingSession> coming, Slice<TrainingSession> past) {}

    /**
     * Both lists, each at the page asked for: four statements at most. What is over is counted as all but the rest: the
     * rest is found by its end, while each one that is over would have to be judged by its clock.
     */
    Two of(Sight sight, int coming, int past) {
        int[] totals = about(
                        sight,
                        "SELECT COUNT(*) FILTER (WHERE s.id NOT IN (:own)), (SELECT COUNT(*)" + seen(sight)
                                + ") - COUNT(*)" + seen(sight) + " AND NOT " + PAST)
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
        Slice<Long> next = Slice.read(
                coming, totals[0], (from, size) -> ids(sight, OTHERS + " ORDER BY s.starts_at, s.id", from, size));
        Slice<Long> last = Slice.read(
                past,
                totals[1],
                (from, size) -> ids(sight, " AND " + PAST + " ORDER BY s.starts_at DESC, s.id DESC", from, size));
        Map<Long, TrainingSession> read = totals[0] + totals[1] == 0
                ? Map.of()
                : sessions
                        .all(Stream.concat(next.rows().stream(), last.rows().stream())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(TrainingSession::id, Function.identity()));
        return new Two(next.with(ids -> among(read, ids)), last.with(ids -> among(read, ids)));
    }

    /**
     * Few are personal, and each is found by its key; whoever sees whole circonscriptions sees most of all there are.
     */
    private static String seen(Sight sight) {
        boolean whole = !sight.circonscriptions().isEmpty();
        boolean alone = sight.people().isEmpty() && sight.own().isEmpty();
        return " FROM training_session s WHERE "
                + (!whole ? PERSONAL : alone ? WHOLE : "(" + WHOLE + " OR " + PERSONAL + ")")
                + " AND" + ASKED;
    }

    /** One that went meanwhile is left out. */
    private static List<TrainingSession> among(Map<Long, TrainingSession> read, List<Long> ids) {
        return ids.stream().filter(read::containsKey).map(read::get).toList();
    }

    private List<Long> ids(Sight sight, String which, int from, int size) {
        return about(sight, "SELECT s.id" + seen(sight) + which + " OFFSET :skipped ROWS FETCH FIRST :size ROWS ONLY")
                .param("skipped", from)
                .param("size", size)
                .query(Long.class)
                .list();
    }

    private StatementSpec about(Sight sight, String statement) {
        StatementSpec spec = jdbc.sql(statement)
                .param("circonscriptions", orNone(sight.circonscriptions(), ""))
                .param("people", orNone(sight.people(), -1L))
                .param("own", orNone(sight.own(), -1L))
                .param("circonscription", sight.circonscription())
                .param("module", sight.module())
                .param("now", now(null));
        Timestamp first = now(null);
        Timestamp last = first;
        for (String code : Clocks.departements()) {
            Timestamp there = now(code);
            spec = spec.param("now" + code, there);
            first = there.before(first) ? there : first;
            last = there.after(last) ? there : last;
        }
        return spec.param("first", first).param("last", last);
    }

    private Timestamp now(String departement) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), Clocks.of(departement)));
    }

    /** SQL has no empty list. */
    private static <T> Collection<T> orNone(Collection<T> some, T nobody) {
        return some.isEmpty() ? Set.of(nobody) : some;
    }
}
