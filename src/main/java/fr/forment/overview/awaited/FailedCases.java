package fr.forment.overview.awaited;

import fr.forment.engine.FailedSteps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases of circonscriptions that stand still because FormENT could not go on: one statement while there are none. */
@Component
@RequiredArgsConstructor
class FailedCases {

    private static final String OF_SCHOOLS = """
            SELECT w.id, s.name AS about, CONCAT('/projets/', p.id, '/ecoles/', w.school_uai, '/deroulement') AS link, p.circonscription_uai AS place
              FROM vague_school w JOIN vague v ON v.id = w.vague_id JOIN project p ON p.id = v.project_id JOIN school s ON s.uai = w.school_uai
             WHERE p.circonscription_uai IN (:places)""";

    /** By process: its cases in {@code :places}, what each is called, and the page where one sees how it stands. */
    private static final Map<String, String> OURS = Map.of(
            "entProject",
            "SELECT p.id, p.title AS about, CONCAT('/projets/', p.id, '/deroulement') AS link, p.circonscription_uai AS place FROM project p WHERE p.circonscription_uai IN (:places)",
            "vague",
            """
            SELECT v.id, CONCAT(v.title, ', ', p.title) AS about, CONCAT('/projets/', p.id, '/vagues/', v.rank, '/deroulement') AS link, p.circonscription_uai AS place
              FROM vague v JOIN project p ON p.id = v.project_id WHERE p.circonscription_uai IN (:places)""",
            "schoolOpening",
            OF_SCHOOLS,
            "catchUp",
            OF_SCHOOLS,
            "trainingSession",
            """
            SELECT s.id, CONCAT('Session n° ', s.id) AS about, CONCAT('/sessions/', s.id, '/deroulement') AS link, s.circonscription_uai AS place
              FROM training_session s WHERE s.circonscription_uai IN (:places)""",
            "trainingPlan",
            """
            SELECT t.id, CONCAT('Plan de formation, ', p.title) AS about, CONCAT('/plans/', t.id, '/deroulement') AS link, p.circonscription_uai AS place
              FROM training_plan t JOIN project p ON p.id = t.project_id WHERE p.circonscription_uai IN (:places)""");

    private final FailedSteps failed;
    private final JdbcClient jdbc;

    /** @param place the circonscription */
    record Of(String about, String link, Instant since, String place) {}

    /** As many statements for many circonscriptions as for one. */
    Stream<Of> in(Collection<String> places) {
        Map<String, List<FailedSteps.Failed>> byProcess = failed.all().stream()
                .filter(each -> OURS.containsKey(each.processId()))
                .collect(Collectors.groupingBy(FailedSteps.Failed::processId));
        return byProcess.entrySet().stream().flatMap(each -> of(each.getKey(), each.getValue(), places));
    }

    private Stream<Of> of(String process, List<FailedSteps.Failed> some, Collection<String> places) {
        Map<Long, Instant> since =
                some.stream().collect(Collectors.toMap(FailedSteps.Failed::caseId, FailedSteps.Failed::since));
        return jdbc
                .sql("SELECT * FROM (" + OURS.get(process) + ") its WHERE its.id IN (:ids)")
                .param("places", places)
                .param("ids", since.keySet())
                .query((row, n) -> new Of(
                        row.getString("about"),
                        row.getString("link"),
                        since.get(row.getLong("id")),
                        row.getString("place")))
                .list()
                .stream();
    }
}
