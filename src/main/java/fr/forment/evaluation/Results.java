package fr.forment.evaluation;

import fr.forment.french.French;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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

    /** A mean is shown where answers times this reach the number of those who were asked (EvaP: twenty per cent). */
    static final int ONE_IN = 5;

    private static final List<String> MARKS =
            List.of("usefulness", "clarity", "pace", "practice", "organisation", "recommends");
    private static final List<String> WEEKLY = List.of(
            "CASE WHEN use_frequency IN ('HEBDOMADAIRE', 'QUOTIDIEN') THEN 1 WHEN use_frequency IS NOT NULL THEN 0 END");
    private static final List<String> PROGRESS = List.of("skill_before", "skill_after");

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

    /**
     * Means of marks from 1 to 4; null where they are not shown.
     *
     * @param invited how many were asked
     * @param answers in lots that may be read; more may have come
     * @param skillBefore of those who accepted to say it, at least five, with {@code skillAfter}
     */
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

        public boolean isShown() {
            return isMeant(answers, invited);
        }

        /** Mean of the questions on the session that were asked; null where it is not shown. */
        public Double satisfaction() {
            OptionalDouble mean = Stream.of(usefulness, clarity, pace, practice, organisation, recommends)
                    .filter(each -> each != null)
                    .mapToDouble(each -> each)
                    .average();
            return isShown() && mean.isPresent() ? mean.getAsDouble() : null;
        }

        /** « 14 réponses sur 60 personnes invitées » */
        public String base() {
            return Results.base(answers, invited);
        }
    }

    /**
     * {@code weekly}: share (0 to 1) of the answers that speak of a use at least weekly; null where it is not shown.
     */
    public record Cold(int invited, int answers, Double weekly) {

        public static final Cold NONE = new Cold(0, 0, null);

        public boolean isShown() {
            return isMeant(answers, invited);
        }

        public String base() {
            return Results.base(answers, invited);
        }
    }

    /** All of them together, each by itself, or any choice of them. */
    public static final class Whole {

        private final Set<Followed> all;
        private final Map<QuestionnaireKind, Published> marks;
        private final Map<QuestionnaireKind, Published> progress;
        private final Map<QuestionnaireKind, Map<Followed, Integer>> invited;

        private Whole(
                Set<Followed> all,
                Map<QuestionnaireKind, Published> marks,
                Map<QuestionnaireKind, Published> progress,
                Map<QuestionnaireKind, Map<Followed, Integer>> invited) {
            this.all = all;
            this.marks = marks;
            this.progress = progress;
            this.invited = invited;
        }

        public Hot hot() {
            return hot(all);
        }

        public Hot hot(Followed one) {
            return hot(Set.of(one));
        }

        public Hot hot(Set<Followed> some) {
            int asked = asked(QuestionnaireKind.HOT, some);
            Published said = marks.getOrDefault(QuestionnaireKind.HOT, Published.nothing());
            Published learned = progress.getOrDefault(QuestionnaireKind.HOT, Published.nothing());
            int answers = said.answers(some);
            boolean meant = isMeant(answers, asked);
            boolean pairs = isMeant(learned.answers(some), asked);
            return new Hot(
                    asked,
                    answers,
                    mean(meant, said, 0, some),
                    mean(meant, said, 1, some),
                    mean(meant, said, 2, some),
                    mean(meant, said, 3, some),
                    mean(meant, said, 4, some),
                    mean(meant, said, 5, some),
                    mean(meant && pairs, learned, 0, some),
                    mean(meant && pairs, learned, 1, some));
        }

        public Cold cold() {
            return cold(all);
        }

        public Cold cold(Followed one) {
            return cold(Set.of(one));
        }

        public Cold cold(Set<Followed> some) {
            int asked = asked(QuestionnaireKind.COLD, some);
            Published said = marks.getOrDefault(QuestionnaireKind.COLD, Published.nothing());
            int answers = said.answers(some);
            return new Cold(asked, answers, mean(isMeant(answers, asked), said, 0, some));
        }

        private int asked(QuestionnaireKind kind, Set<Followed> some) {
            Map<Followed, Integer> known = invited.getOrDefault(kind, Map.of());
            return some.stream()
                    .mapToInt(followed -> known.getOrDefault(followed, 0))
                    .sum();
        }

        private static Double mean(boolean shown, Published of, int question, Set<Followed> some) {
            OptionalDouble mean = shown ? of.mean(question, some) : OptionalDouble.empty();
            return mean.isPresent() ? mean.getAsDouble() : null;
        }
    }

    public Hot hot(Of what) {
        return whole(what).hot();
    }

    public Cold cold(Of what) {
        return whole(what).cold();
    }

    /** Four statements, however much was followed. */
    public Whole whole(Of what) {
        Map<QuestionnaireKind, Published> marks = new HashMap<>();
        Map<QuestionnaireKind, Published> progress = new HashMap<>();
        Map<QuestionnaireKind, Map<Followed, Integer>> invited = new HashMap<>();
        if (!what.isEmpty()) {
            marks.put(QuestionnaireKind.HOT, published(AnswerRows.MARKS, QuestionnaireKind.HOT, MARKS, what));
            marks.put(QuestionnaireKind.COLD, published(AnswerRows.MARKS, QuestionnaireKind.COLD, WEEKLY, what));
            progress.put(QuestionnaireKind.HOT, published(AnswerRows.PROGRESS, QuestionnaireKind.HOT, PROGRESS, what));
            what.in(jdbc.sql("SELECT kind, session_id, self_study_id, COUNT(*) n FROM evaluation_invitation WHERE"
                            + Of.WHERE + " GROUP BY kind, session_id, self_study_id"))
                    .query(row -> {
                        invited.computeIfAbsent(
                                        QuestionnaireKind.valueOf(row.getString("kind")), kind -> new HashMap<>())
                                .put(followed(row), row.getInt("n"));
                    });
        }
        return new Whole(what.followed(), marks, progress, invited);
    }

    /** All of each lot that touches the choice: whether it lies in it is for {@link Published} to say. */
    private Published published(String table, QuestionnaireKind kind, List<String> questions, Of what) {
        String sums = IntStream.range(0, questions.size())
                .mapToObj(i -> ", COUNT(%1$s) AS g%2$d, SUM(%1$s) AS s%2$d".formatted(questions.get(i), i))
                .collect(Collectors.joining());
        List<Published.Cell> cells = new ArrayList<>();
        what.in(jdbc.sql(
                        ("SELECT lot, session_id, self_study_id, COUNT(*) AS n%s FROM %s WHERE lot IN (SELECT lot FROM %2$s"
                                        + " WHERE lot IS NOT NULL AND kind = :kind AND %3$s) GROUP BY lot, session_id, self_study_id")
                                .formatted(sums, table, Of.WHERE)))
                .param("kind", kind.name())
                .query(row -> {
                    int[] given = new int[questions.size()];
                    double[] sum = new double[questions.size()];
                    for (int i = 0; i < given.length; i++) {
                        given[i] = row.getInt("g" + i);
                        sum[i] = row.getDouble("s" + i);
                    }
                    cells.add(new Published.Cell(
                            row.getObject("lot", UUID.class), followed(row), row.getInt("n"), given, sum));
                });
        return new Published(cells);
    }

    /**
     * What people wrote and somebody let be read, in the order of the alphabet: of lots that lie in the choice, and of
     * a questionnaire whose mean is shown there.
     */
    public List<String> words(Of what, Whole read) {
        Set<String> shown = new HashSet<>();
        if (read.hot().isShown()) {
            shown.add(QuestionnaireKind.HOT.name());
        }
        if (read.cold().isShown()) {
            shown.add(QuestionnaireKind.COLD.name());
        }
        if (shown.isEmpty()) {
            return List.of();
        }
        return what.in(jdbc.sql(
                        "SELECT said FROM evaluation_word w WHERE w.review = 'MONTRE' AND w.kind IN (:kinds) AND"
                                + Of.WHERE + WITHIN + " GROUP BY said ORDER BY said"))
                .param("kinds", shown)
                .query(String.class)
                .list();
    }

    /** The word's lot lies in the choice. */
    static final String WITHIN = """
             AND w.lot IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evaluation_answer o WHERE o.lot = w.lot
                 AND COALESCE(o.session_id, -2) NOT IN (:sessions) AND COALESCE(o.self_study_id, -2) NOT IN (:alone))""";

    private static boolean isMeant(int answers, int invited) {
        return answers >= THRESHOLD && answers * ONE_IN >= invited;
    }

    private static String base(int answers, int invited) {
        return answers == 0
                ? "moins de " + THRESHOLD + " réponses à lire, sur "
                        + French.count(invited, "personne invitée", "personnes invitées")
                : French.count(answers, "réponse") + " sur "
                        + French.count(invited, "personne invitée", "personnes invitées");
    }

    private static Followed followed(ResultSet row) throws SQLException {
        return new Followed(row.getObject("session_id", Long.class), row.getObject("self_study_id", Long.class));
    }
}
