package fr.forment.overview.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From the question to the answer on what it was worth: how many at each step. One statement. */
@Component
@RequiredArgsConstructor
public class Funnel {

    /** @param percent of the step that is the whole of its kind (schools, people) */
    public record Stage(String label, int count, int percent) {}

    private static final String STAGES = """
            SELECT 1 AS rank, COUNT(*) AS one, SUM(CASE WHEN e.state = 'REPONDU' THEN 1 ELSE 0 END) AS two, 0 AS three, 0 AS four
              FROM survey e JOIN school s ON s.uai = e.school_uai WHERE s.circonscription_uai IN (:places)
            UNION ALL
            SELECT 2, COUNT(*), SUM(CASE WHEN n.state IN ('PRESENT', 'PARTIEL', 'ABSENT', 'ABSENT_EXCUSE') THEN 1 ELSE 0 END),
                   SUM(CASE WHEN n.state IN ('PRESENT', 'PARTIEL') THEN 1 ELSE 0 END),
                   SUM(CASE WHEN EXISTS (SELECT 1 FROM evaluation_invitation i WHERE i.session_id = n.session_id AND i.agent_id = n.agent_id
                                            AND i.kind = 'HOT' AND i.used = TRUE) THEN 1 ELSE 0 END)
              FROM enrolment n JOIN training_session t ON t.id = n.session_id
             WHERE t.circonscription_uai IN (:places)
               AND n.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT', 'PARTIEL', 'ABSENT', 'ABSENT_EXCUSE')
             ORDER BY 1""";

    private final JdbcClient jdbc;

    public List<Stage> of(Collection<String> places) {
        record Four(int one, int two, int three, int four) {}
        List<Four> found = new ArrayList<>();
        jdbc.sql(STAGES).param("places", places).query(row -> {
            found.add(new Four(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
        });
        Four schools = found.get(0);
        Four people = found.get(1);
        return List.of(
                stage("Écoles interrogées", schools.one(), schools.one()),
                stage("Écoles qui ont répondu", schools.two(), schools.one()),
                stage("Inscriptions", people.one(), people.one()),
                stage("Séance tenue et émargée", people.two(), people.one()),
                stage("Présences", people.three(), people.one()),
                stage("Évaluations remplies", people.four(), people.one()));
    }

    private static Stage stage(String label, int count, int whole) {
        return new Stage(label, count, whole == 0 ? 0 : (int) Math.round(100.0 * count / whole));
    }
}
