package fr.forment.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds answers up. Below {@link #THRESHOLD} answers nothing is shown, so that nobody can be recognised. */
@Component
@RequiredArgsConstructor
public class Results {

    /** Fewest answers of which details are shown. */
    public static final int THRESHOLD = 5;

    private static final String MEANS = """
            COUNT(*) n, AVG(CAST(usefulness AS DOUBLE PRECISION)) a, AVG(CAST(clarity AS DOUBLE PRECISION)) b,
            AVG(CAST(pace AS DOUBLE PRECISION)) c, AVG(CAST(practice AS DOUBLE PRECISION)) d,
            AVG(CAST(organisation AS DOUBLE PRECISION)) e, AVG(CAST(recommends AS DOUBLE PRECISION)) f,
            AVG(CAST(skill_before AS DOUBLE PRECISION)) g, AVG(CAST(skill_after AS DOUBLE PRECISION)) h
            """;

    private static final String HOT = " FROM evaluation_answer WHERE kind = 'HOT' AND";
    private static final String COLD = " FROM evaluation_answer WHERE kind = 'COLD' AND";
    private static final String BY_EACH = " GROUP BY session_id, self_study_id";

    private final JdbcClient jdbc;

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

        JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return statement
                    .param("sessions", sessions.isEmpty() ? NOTHING : sessions)
                    .param("alone", alone.isEmpty() ? NOTHING : alone);
        }
    }

    /** Means of marks from 1 to 4; every mean is null below the threshold. {@code invited}: how many were asked. */
    public record Hot(
            int invited,
            int answers,
            Double usefulness,
            Double clarity,
            Double pace,
            Double practice,
            Double organisation,
            Double recommends,
            Double skillBefore,
            Double skillAfter) {

        public static final Hot NONE = new Hot(0, 0, null, null, null, null, null, null, null, null);

        private Hot invited(int people) {
            return new Hot(
                    people,
                    answers,
                    usefulness,
                    clarity,
                    pace,
                    practice,
                    organisation,
                    recommends,
                    skillBefore,
                    skillAfter);
        }

        public boolean isShown() {
            return answers >= THRESHOLD;
        }

        /** Mean of the six questions on the session; null below the threshold. */
        public Double satisfaction() {
            return isShown() ? (usefulness + clarity + pace + practice + organisation + recommends) / 6 : null;
        }
    }

    /** {@code weekly}: share (0 to 1) of the answers that speak of a use at least weekly; null below the threshold. */
    public record Cold(int invited, int answers, Double weekly) {

        public static final Cold NONE = new Cold(0, 0, null);

        public boolean isShown() {
            return answers >= THRESHOLD;
        }
    }

    public Hot hot(Of what) {
        if (what.isEmpty()) {
            return Hot.NONE;
        }
        int invited = invited(QuestionnaireKind.HOT, what);
        return what.in(jdbc.sql("SELECT " + MEANS + HOT + Of.WHERE))
                .query((row, n) -> hot(invited, row))
                .single();
    }

    /**
     * All of them together, and each by itself.
     *
     * @param hotOf of each that somebody was asked about
     * @param coldOf how many answered; what they answered is read together only
     */
    public record Whole(Hot hot, Cold cold, Map<Followed, Hot> hotOf, Map<Followed, Cold> coldOf) {

        public Hot hot(Followed one) {
            return hotOf.getOrDefault(one, Hot.NONE);
        }

        public Cold cold(Followed one) {
            return coldOf.getOrDefault(one, Cold.NONE);
        }
    }

    /** Four statements, however much was followed. */
    public Whole whole(Of what) {
        Map<Followed, Hot> hotOf = new HashMap<>();
        Map<Followed, Cold> coldOf = new HashMap<>();
        if (what.isEmpty()) {
            return new Whole(Hot.NONE, Cold.NONE, hotOf, coldOf);
        }
        what.in(jdbc.sql("SELECT kind, session_id, self_study_id, COUNT(*) n FROM evaluation_invitation WHERE"
                        + Of.WHERE + " GROUP BY kind, session_id, self_study_id"))
                .query(row -> {
                    int invited = row.getInt("n");
                    if (QuestionnaireKind.valueOf(row.getString("kind")) == QuestionnaireKind.HOT) {
                        hotOf.put(followed(row), Hot.NONE.invited(invited));
                    } else {
                        coldOf.put(followed(row), new Cold(invited, 0, null));
                    }
                });
        what.in(jdbc.sql("SELECT session_id, self_study_id, " + MEANS + HOT + Of.WHERE + BY_EACH))
                .query(row -> {
                    Followed one = followed(row);
                    hotOf.put(one, hot(hotOf.getOrDefault(one, Hot.NONE).invited(), row));
                });
        Hot hot = what.in(jdbc.sql("SELECT " + MEANS + HOT + Of.WHERE))
                .query((row, n) ->
                        hot(hotOf.values().stream().mapToInt(Hot::invited).sum(), row))
                .single();
        List<String> said = new ArrayList<>();
        what.in(jdbc.sql("SELECT session_id, self_study_id, use_frequency" + COLD + Of.WHERE))
                .query(row -> {
                    said.add(row.getString("use_frequency"));
                    coldOf.merge(
                            followed(row),
                            new Cold(0, 1, null),
                            (known, more) -> new Cold(known.invited(), known.answers() + 1, null));
                });
        int asked = coldOf.values().stream().mapToInt(Cold::invited).sum();
        return new Whole(hot, cold(asked, said), hotOf, coldOf);
    }

    private static Hot hot(int invited, ResultSet row) throws SQLException {
        int answers = row.getInt("n");
        return answers < THRESHOLD
                ? new Hot(invited, answers, null, null, null, null, null, null, null, null)
                : new Hot(
                        invited,
                        answers,
                        row.getDouble("a"),
                        row.getDouble("b"),
                        row.getDouble("c"),
                        row.getDouble("d"),
                        row.getDouble("e"),
                        row.getDouble("f"),
                        row.getDouble("g"),
                        row.getDouble("h"));
    }

    public Cold cold(Of what) {
        if (what.isEmpty()) {
            return Cold.NONE;
        }
        List<String> said = what.in(jdbc.sql("SELECT use_frequency" + COLD + Of.WHERE))
                .query(String.class)
                .list();
        return cold(invited(QuestionnaireKind.COLD, what), said);
    }

    private static Cold cold(int invited, List<String> said) {
        long weekly = said.stream()
                .map(UseFrequency::valueOf)
                .filter(UseFrequency::isWeekly)
                .count();
        return new Cold(invited, said.size(), said.size() < THRESHOLD ? null : (double) weekly / said.size());
    }

    /**
     * What people wrote, in no order. Of each questionnaire by itself: what is below the threshold there stays unread,
     * however many answered the other.
     */
    public List<String> words(Of what) {
        if (what.isEmpty()) {
            return List.of();
        }
        return what.in(jdbc.sql(("""
                SELECT said FROM (
                    SELECT kind, unclear AS said FROM evaluation_answer WHERE %1$s
                    UNION ALL SELECT kind, obstacles FROM evaluation_answer WHERE %1$s
                    UNION ALL SELECT kind, put_in_place FROM evaluation_answer WHERE %1$s) w
                WHERE said <> '' AND kind IN (SELECT kind FROM evaluation_answer WHERE %1$s GROUP BY kind HAVING COUNT(*) >= :threshold)
                GROUP BY said ORDER BY said""").formatted(Of.WHERE)))
                .param("threshold", THRESHOLD)
                .query(String.class)
                .list();
    }

    private static Followed followed(ResultSet row) throws SQLException {
        return new Followed(row.getObject("session_id", Long.class), row.getObject("self_study_id", Long.class));
    }

    private int invited(QuestionnaireKind kind, Of what) {
        return what.in(jdbc.sql("SELECT COUNT(*) FROM evaluation_invitation WHERE kind = :kind AND" + Of.WHERE))
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }
}
