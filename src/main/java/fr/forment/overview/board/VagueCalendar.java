package fr.forment.overview.board;

import fr.forment.project.VagueState;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vagues in order of their openings, with their schools. */
@Component
@RequiredArgsConstructor
class VagueCalendar implements BoardFigures.Source {

    private static final int OPENED = 5;
    private static final int AWAITED = 6;
    private static final int HUNDRED = 100;

    private static final String ROWS = """
            SELECT p.circonscription_uai AS place, p.id AS project, MIN(p.title) AS title, v.rank, MIN(v.title) AS vague, v.opens_on AS opens, v.state,
                   SUM(CASE WHEN x.state = 'EN_SERVICE' THEN 1 ELSE 0 END) AS opened,
                   SUM(CASE WHEN x.state NOT IN ('EN_SERVICE', 'REPORTEE', 'RETIREE') THEN 1 ELSE 0 END) AS awaited
              FROM vague v JOIN project p ON p.id = v.project_id LEFT JOIN vague_school x ON x.vague_id = v.id
             WHERE p.circonscription_uai IN (:places) AND p.state <> 'ABANDONNE'
             GROUP BY p.circonscription_uai, p.id, v.rank, v.opens_on, v.state ORDER BY v.opens_on, 1, 2, v.rank""";

    private final JdbcClient jdbc;

    private record Read(
            String place,
            long project,
            String title,
            int rank,
            String vague,
            LocalDate opens,
            VagueState state,
            int opened,
            int awaited) {}

    @Override
    public String path() {
        return "vagues";
    }

    @Override
    public String label() {
        return "Calendrier des vagues";
    }

    @Override
    public String meaning() {
        return "Vagues par date d'ouverture, avec leurs écoles ouvertes et celles qui attendent";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Circonscription", "Projet", "Vague", "Ouverture", "État", "Écoles ouvertes", "Écoles en attente");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        Map<String, String> names = BoardAxis.names(places);
        Map<Integer, int[]> months = new TreeMap<>();
        List<BoardFigures.Row> rows =
                jdbc.sql(ROWS).param("places", BoardAxis.uais(places)).query(Read.class).list().stream()
                        .map(read -> {
                            int[] month = months.computeIfAbsent(
                                    read.opens().getYear() * HUNDRED
                                            + read.opens().getMonthValue(),
                                    m -> new int[2]);
                            month[0] += read.opened();
                            month[1] += read.awaited();
                            return new BoardFigures.Row(
                                    List.of(
                                            names.get(read.place()),
                                            read.title(),
                                            read.vague(),
                                            read.opens(),
                                            read.state().label(),
                                            read.opened(),
                                            read.awaited()),
                                    "/projets/" + read.project());
                        })
                        .toList();
        return BoardFigures.of(
                rows,
                columns(),
                List.of(OPENED, AWAITED),
                Bars.of(
                        "Écoles par mois d'ouverture de leur vague",
                        "écoles",
                        "ouvertes",
                        "en attente",
                        BoardAxis.months(months)),
                "");
    }
}
