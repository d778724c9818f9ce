package fr.forment.evaluation;

import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds answers up. Below {@link #THRESHOLD} answers nothing is shown, so that nobody can be recognised. */
@Component
@RequiredArgsConstructor
public class Results {

    /** Fewest answers of which details are shown. */
    public static final int THRESHOLD = 5;

    private final JdbcClient jdbc;

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

        public boolean isShown() {
            return answers >= THRESHOLD;
        }
    }

    public Hot hot(Collection<Long> sessions) {
        if (sessions.isEmpty()) {
            return new Hot(0, 0, null, null, null, null, null, null, null, null);
        }
        int invited = invited(QuestionnaireKind.HOT, sessions);
        return jdbc.sql("""
                SELECT COUNT(*) n, AVG(CAST(usefulness AS DOUBLE PRECISION)) a, AVG(CAST(clarity AS DOUBLE PRECISION)) b,
                       AVG(CAST(pace AS DOUBLE PRECISION)) c, AVG(CAST(practice AS DOUBLE PRECISION)) d,
                       AVG(CAST(organisation AS DOUBLE PRECISION)) e, AVG(CAST(recommends AS DOUBLE PRECISION)) f,
                       AVG(CAST(skill_before AS DOUBLE PRECISION)) g, AVG(CAST(skill_after AS DOUBLE PRECISION)) h
                FROM evaluation_answer WHERE kind = 'HOT' AND session_id IN (:sessions)""")
                .param("sessions", sessions)
                .query((row, n) -> {
                    int answers = row.getInt("n");
                    if (answers < THRESHOLD) {
                        return new Hot(invited, answers, null, null, null, null, null, null, null, null);
                    }
                    return new Hot(
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
                })
                .single();
    }

    public Cold cold(Collection<Long> sessions) {
        if (sessions.isEmpty()) {
            return new Cold(0, 0, null);
        }
        List<String> said = jdbc.sql(
                        "SELECT use_frequency FROM evaluation_answer WHERE kind = 'COLD' AND session_id IN (:sessions)")
                .param("sessions", sessions)
                .query(String.class)
                .list();
        long weekly = said.stream()
                .map(UseFrequency::valueOf)
                .filter(UseFrequency::isWeekly)
                .count();
        return new Cold(
                invited(QuestionnaireKind.COLD, sessions),
                said.size(),
                said.size() < THRESHOLD ? null : (double) weekly / said.size());
    }

    /**
     * What people wrote, in no order. Of each questionnaire by itself: what is below the threshold there stays unread,
     * however many answered the other.
     */
    public List<String> words(Collection<Long> sessions) {
        if (sessions.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT said FROM (
                    SELECT kind, unclear AS said FROM evaluation_answer WHERE session_id IN (:sessions)
                    UNION ALL SELECT kind, obstacles FROM evaluation_answer WHERE session_id IN (:sessions)
                    UNION ALL SELECT kind, put_in_place FROM evaluation_answer WHERE session_id IN (:sessions)) w
                WHERE said <> '' AND kind IN (SELECT kind FROM evaluation_answer WHERE session_id IN (:sessions) GROUP BY kind HAVING COUNT(*) >= :threshold)
                GROUP BY said ORDER BY said""")
                .param("sessions", sessions)
                .param("threshold", THRESHOLD)
                .query(String.class)
                .list();
    }

    private int invited(QuestionnaireKind kind, Collection<Long> sessions) {
        return jdbc.sql("SELECT COUNT(*) FROM evaluation_invitation WHERE kind = :kind AND session_id IN (:sessions)")
                .param("kind", kind.name())
                .param("sessions", sessions)
                .query(Integer.class)
                .single();
    }
}
