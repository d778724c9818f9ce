package fr.forment.overview.board;

import fr.forment.french.French;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When schools answered the surveys that still run. */
@Component
@RequiredArgsConstructor
class AnswersByDay implements BoardFigures.Source {

    private static final int IN_TIME = 3;
    private static final int LATE = 4;

    private static final String ROWS = """
            SELECT s.circonscription_uai AS place, c.id AS campaign, MIN(COALESCE(c.title, p.title)) AS title, CAST(a.answered_at AS DATE) AS answered,
                   SUM(CASE WHEN a.late = TRUE THEN 0 ELSE 1 END) AS intime, SUM(CASE WHEN a.late = TRUE THEN 1 ELSE 0 END) AS late
              FROM survey_answer a JOIN survey v ON v.id = a.survey_id JOIN school s ON s.uai = v.school_uai
              JOIN campaign c ON c.id = v.campaign_id LEFT JOIN project p ON p.id = c.project_id
             WHERE s.circonscription_uai IN (:places) AND c.state IN ('OUVERTE', 'CLOSE')
             GROUP BY s.circonscription_uai, c.id, CAST(a.answered_at AS DATE) ORDER BY 4, 1, 2""";

    private final JdbcClient jdbc;

    private record Read(String place, long campaign, String title, LocalDate answered, int intime, int late) {}

    @Override
    public String path() {
        return "jours";
    }

    @Override
    public String label() {
        return "Réponses jour après jour";
    }

    @Override
    public String meaning() {
        return "Écoles qui ont répondu aux enquêtes en cours, par jour de réponse";
    }

    @Override
    public List<String> columns() {
        return List.of("Circonscription", "Enquête", "Jour", "Réponses à temps", "Après l'échéance");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        Map<String, String> names = BoardAxis.names(places);
        Map<LocalDate, int[]> days = new TreeMap<>();
        List<BoardFigures.Row> rows =
                jdbc.sql(ROWS).param("places", BoardAxis.uais(places)).query(Read.class).list().stream()
                        .map(read -> {
                            int[] day = days.computeIfAbsent(read.answered(), d -> new int[2]);
                            day[0] += read.intime();
                            day[1] += read.late();
                            return new BoardFigures.Row(
                                    List.of(
                                            names.get(read.place()),
                                            read.title(),
                                            read.answered(),
                                            read.intime(),
                                            read.late()),
                                    "/besoins/" + read.campaign());
                        })
                        .toList();
        return BoardFigures.of(
                rows,
                columns(),
                List.of(IN_TIME, LATE),
                Bars.of(
                        "Réponses par jour",
                        "réponses",
                        "à temps",
                        "après l'échéance",
                        days.entrySet().stream()
                                .map(each -> new Bars.Value(
                                        French.numeric(each.getKey()).substring(0, 5),
                                        each.getValue()[0],
                                        each.getValue()[1]))
                                .toList()),
                "");
    }
}
