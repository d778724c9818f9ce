package fr.forment.overview.board;

import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From the question to the answer on what it was worth: how many at each step. One statement. Of evaluations, only
 * those that may be read are counted: the number would otherwise tell that one more person has answered.
 */
@Component
@RequiredArgsConstructor
public class Funnel implements BoardFigures.Source {

    private static final List<String> STAGES = List.of(
            "Écoles interrogées",
            "Écoles qui ont répondu",
            "Inscriptions",
            "Séance tenue et émargée",
            "Présences",
            "Évaluations à chaud (comptées par cinq au moins)");
    /** Where the count of people begins: its first step is the whole of those after it. */
    private static final int PEOPLE = 2;

    /** @param percent of the step that is the whole of its kind (schools, people) */
    public record Stage(String label, int count, int percent) {}

    private static final String ROWS = """
            SELECT q.place, SUM(q.asked) AS asked, SUM(q.answered) AS answered, SUM(q.enrolled) AS enrolled, SUM(q.held) AS held,
                   SUM(q.present) AS present, SUM(q.evaluated) AS evaluated FROM (
            SELECT s.circonscription_uai AS place, COUNT(*) AS asked, SUM(CASE WHEN e.state = 'REPONDU' THEN 1 ELSE 0 END) AS answered,
                   0 AS enrolled, 0 AS held, 0 AS present, 0 AS evaluated
              FROM survey e JOIN school s ON s.uai = e.school_uai WHERE s.circonscription_uai IN (:places) GROUP BY s.circonscription_uai
            UNION ALL
            SELECT t.circonscription_uai, 0, 0, COUNT(*), SUM(CASE WHEN n.state IN ('PRESENT', 'PARTIEL', 'ABSENT', 'ABSENT_EXCUSE') THEN 1 ELSE 0 END),
                   SUM(CASE WHEN n.state IN ('PRESENT', 'PARTIEL') THEN 1 ELSE 0 END), 0
              FROM enrolment n JOIN training_session t ON t.id = n.session_id
             WHERE t.circonscription_uai IN (:places)
               AND n.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT', 'PARTIEL', 'ABSENT', 'ABSENT_EXCUSE')
             GROUP BY t.circonscription_uai
            UNION ALL
            SELECT t.circonscription_uai, 0, 0, 0, 0, 0, COUNT(*)
              FROM evaluation_answer a JOIN training_session t ON t.id = a.session_id
             WHERE t.circonscription_uai IN (:places) AND a.kind = 'HOT' AND a.lot IS NOT NULL
             GROUP BY t.circonscription_uai) q GROUP BY q.place ORDER BY q.place""";

    private final JdbcClient jdbc;

    private record Read(String place, int asked, int answered, int enrolled, int held, int present, int evaluated) {}

    @Override
    public String path() {
        return "entonnoir";
    }

    @Override
    public String label() {
        return "De l'enquête à l'évaluation";
    }

    @Override
    public String meaning() {
        return "Écoles interrogées et qui ont répondu ; inscriptions, séances émargées, présences et évaluations remplies";
    }

    @Override
    public List<String> columns() {
        return Stream.concat(Stream.of("Circonscription"), STAGES.stream()).toList();
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        Map<String, String> names = BoardAxis.names(places);
        List<BoardFigures.Row> rows =
                jdbc.sql(ROWS).param("places", BoardAxis.uais(places)).query(Read.class).list().stream()
                        .map(read -> new BoardFigures.Row(
                                List.of(
                                        names.get(read.place()),
                                        read.asked(),
                                        read.answered(),
                                        read.enrolled(),
                                        read.held(),
                                        read.present(),
                                        read.evaluated()),
                                "/tableau?circonscription=" + read.place()))
                        .toList();
        return BoardFigures.of(
                rows, columns(), IntStream.rangeClosed(1, STAGES.size()).boxed().toList(), null, "");
    }

    /** The sums, each beside the whole of its kind. */
    public static List<Stage> stages(BoardFigures figures) {
        return IntStream.range(0, STAGES.size())
                .mapToObj(n -> {
                    int count = figures.totals().get(n).sum();
                    int whole = figures.totals().get(n < PEOPLE ? 0 : PEOPLE).sum();
                    return new Stage(STAGES.get(n), count, whole == 0 ? 0 : (int) Math.round(100.0 * count / whole));
                })
                .toList();
    }
}
