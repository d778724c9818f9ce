package fr.forment.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way to a figure of an evaluation: whole lots of at least {@link #THRESHOLD} people (see {@link Published}),
 * and a mean only where at least one in five of those who were asked stands in it.
 */
@Component
@RequiredArgsConstructor
public class Results {

    /** Fewest people of whom anything is shown. */
    public static final int THRESHOLD = Lots.FEWEST;

    private final JdbcClient jdbc;
    private final QuestionnaireVersions versions;
    private final SessionGivers givers;

    /** What some answers are about; either may be empty. @param alone modules that were followed alone */
    public record Of(Collection<Long> sessions, Collection<Long> alone) {

        static final String WHERE = " (session_id IN (:sessions) OR self_study_id IN (:alone)) ";
        private static final Set<Long> NOTHING = Set.of(-1L);

        public static Of session(long id) {
            return new Of(List.of(id), List.of());
        }

        public static Of alone(long id) {
            return new Of(List.of(), List.of(id));
        }

        boolean isEmpty() {
            return sessions.isEmpty() && alone.isEmpty();
        }

        Set<Followed> followed() {
            return Stream.concat(
                            sessions.stream().map(Followed::session),
                            alone.stream().map(Followed::alone))
                    .collect(Collectors.toSet());
        }

        JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return statement
                    .param("sessions", sessions.isEmpty() ? NOTHING : sessions)
                    .param("alone", alone.isEmpty() ? NOTHING : alone);
        }
    }

    public Heard.Hot hot(Of what) {
        return whole(what).hot();
    }

    public Heard.Cold cold(Of what) {
        return whole(what).cold();
    }

    /** As the inspector reads it. */
    public Readings whole(Of what) {
        return whole(what, Audience.inspector());
    }

    /** Four statements, and two for who trained unless the reader reads all, however much was followed. */
    public Readings whole(Of what, Audience reader) {
        return whole(what, reader, reader.readsAll() ? Map.of() : givers.of(what.sessions()));
    }

    /** @param givers of the sessions, for who knows them already */
    public Readings whole(Of what, Audience reader, Map<Followed, Set<Long>> givers) {
        if (what.isEmpty()) {
            return new Readings(Set.of(), List.of(), new Invited(), List.of(), List.of(), reader, Map.of());
        }
        Invited invited = new Invited();
        what.in(jdbc.sql(
                        "SELECT i.kind, i.version_id, i.session_id, i.self_study_id, a.function AS function, COUNT(*) n"
                                + " FROM evaluation_invitation i LEFT JOIN agent a ON a.id = i.agent_id WHERE"
                                + Of.WHERE
                                + " GROUP BY i.kind, i.version_id, i.session_id, i.self_study_id, a.function"))
                .query(row -> {
                    invited.add(
                            QuestionnaireKind.valueOf(row.getString("kind")),
                            followed(row),
                            row.getLong("version_id"),
                            row.getString("function"),
                            row.getInt("n"));
                });
        List<Readings.Row> marks = marks(what);
        Set<Long> ids = new HashSet<>(invited.versions());
        marks.forEach(row -> ids.add(row.version()));
        return new Readings(
                what.followed(),
                List.copyOf(versions.of(ids).values()),
                invited,
                marks,
                progress(what),
                reader,
                givers);
    }

    /** All of each lot that touches the choice: whether it lies in it is for {@link Published} to say. */
    private List<Readings.Row> marks(Of what) {
        String sums = IntStream.rangeClosed(1, QuestionnaireRules.SLOTS)
                .mapToObj(i ->
                        ", COUNT(m%1$d) AS g%1$d, SUM(m%1$d) AS s%1$d, SUM(CASE WHEN m%1$d >= %2$d THEN 1 ELSE 0 END) AS w%1$d"
                                .formatted(i, UseFrequency.WEEKLY))
                .collect(Collectors.joining());
        return what.in(jdbc.sql("SELECT lot, kind, version_id, session_id, self_study_id, COUNT(*) AS n" + sums
                        + " FROM evaluation_answer WHERE lot IN (SELECT lot FROM evaluation_answer WHERE lot IS NOT NULL AND"
                        + Of.WHERE + ") GROUP BY lot, kind, version_id, session_id, self_study_id"))
                .query((row, n) -> {
                    int[] given = new int[QuestionnaireRules.SLOTS + 1];
                    double[] sum = new double[given.length];
                    double[] weekly = new double[given.length];
                    for (int i = 1; i < given.length; i++) {
                        given[i] = row.getInt("g" + i);
                        sum[i] = row.getDouble("s" + i);
                        weekly[i] = row.getDouble("w" + i);
                    }
                    return new Readings.Row(
                            row.getObject("lot", UUID.class),
                            QuestionnaireKind.valueOf(row.getString("kind")),
                            row.getLong("version_id"),
                            followed(row),
                            row.getInt("n"),
                            given,
                            sum,
                            weekly);
                })
                .list();
    }

    private List<Readings.Skill> progress(Of what) {
        return what.in(jdbc.sql(
                        "SELECT lot, skill, session_id, self_study_id, COUNT(*) AS n, SUM(skill_before) AS b, SUM(skill_after) AS a"
                                + " FROM evaluation_progress WHERE lot IN (SELECT lot FROM evaluation_progress WHERE lot IS NOT NULL AND"
                                + Of.WHERE + ") GROUP BY lot, skill, session_id, self_study_id"))
                .query((row, n) -> new Readings.Skill(
                        row.getString("skill"),
                        new Published.Cell(
                                row.getObject("lot", UUID.class),
                                followed(row),
                                row.getInt("n"),
                                new int[] {row.getInt("n"), row.getInt("n")},
                                new double[] {row.getDouble("b"), row.getDouble("a")})))
                .list();
    }

    /**
     * What people wrote and somebody let be read, in the order of the alphabet: of lots that lie in the choice, and of
     * a questionnaire whose mean is shown there.
     */
    public List<String> words(Of what, Readings read) {
        return words(what, read.hot(), read.cold());
    }

    /** The same, where the choice is a part of what was read. */
    public List<String> words(Of what, Heard.Hot hot, Heard.Cold cold) {
        Set<String> shown = shown(hot, cold).stream().map(Enum::name).collect(Collectors.toSet());
        if (shown.isEmpty() || what.isEmpty()) {
            return List.of();
        }
        return what.in(jdbc.sql(
                        "SELECT said FROM evaluation_word w WHERE w.review = 'MONTRE' AND w.kind IN (:kinds) AND"
                                + Of.WHERE + WITHIN + " GROUP BY said ORDER BY said"))
                .param("kinds", shown)
                .query(String.class)
                .list();
    }

    /** Of which questionnaires texts may be read. */
    static Set<QuestionnaireKind> shown(Heard.Hot hot, Heard.Cold cold) {
        Set<QuestionnaireKind> shown = EnumSet.noneOf(QuestionnaireKind.class);
        if (hot.isShown() && !hot.isOfFew()) {
            shown.add(QuestionnaireKind.HOT);
        }
        if (cold.isShown() && !cold.isOfFew()) {
            shown.add(QuestionnaireKind.COLD);
        }
        return shown;
    }

    /** The word's lot lies in the choice. */
    static final String WITHIN = """
             AND w.lot IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evaluation_answer o WHERE o.lot = w.lot
                 AND COALESCE(o.session_id, -2) NOT IN (:sessions) AND COALESCE(o.self_study_id, -2) NOT IN (:alone))""";

    private static Followed followed(ResultSet row) throws SQLException {
        return new Followed(row.getObject("session_id", Long.class), row.getObject("self_study_id", Long.class));
    }
}
