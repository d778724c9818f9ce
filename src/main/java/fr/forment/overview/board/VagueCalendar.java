package fr.forment.overview.board;

import fr.forment.project.OpeningDates;
import fr.forment.project.VagueState;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Vagues in order of their openings, with their schools: each from its first session to the first report on its use.
 */
@Component
@RequiredArgsConstructor
class VagueCalendar implements BoardFigures.Source {

    private static final int OPENED = 7;
    private static final int AWAITED = 8;

    private static final String ROWS = """
            SELECT p.circonscription_uai AS place, p.id AS project, MIN(p.title) AS title, v.rank, MIN(v.title) AS vague, v.opens_on AS opens, v.state,
                   (SELECT MIN(CAST(t.starts_at AS DATE)) FROM training_session t WHERE t.vague_id = v.id AND t.state NOT IN ('ANNULEE', 'NON_REALISEE', 'DATE_A_FIXER')) AS held,
                   (SELECT MIN(s.held_on) FROM training_plan a JOIN planned_session s ON s.plan_id = a.id AND s.phase = 'VAGUE' AND s.vague_rank = v.rank
                     WHERE a.project_id = p.id AND a.state = 'APPROUVE') AS planned,
                   SUM(CASE WHEN x.state = 'EN_SERVICE' THEN 1 ELSE 0 END) AS opened,
                   SUM(CASE WHEN x.state NOT IN ('EN_SERVICE', 'REPORTEE', 'RETIREE') THEN 1 ELSE 0 END) AS awaited
              FROM vague v JOIN project p ON p.id = v.project_id LEFT JOIN vague_school x ON x.vague_id = v.id
             WHERE p.circonscription_uai IN (:places) AND p.state <> 'ABANDONNE'
             GROUP BY p.circonscription_uai, p.id, v.id, v.rank, v.opens_on, v.state ORDER BY v.opens_on, 1, 2, v.rank""";

    private final JdbcClient jdbc;

    private record Read(
            String place,
            long project,
            String title,
            int rank,
            String vague,
            LocalDate opens,
            VagueState state,
            LocalDate held,
            LocalDate planned,
            int opened,
            int awaited) {

        /** Of the first session that is dated, or else planned; the opening where there is none. */
        LocalDate begins() {
            LocalDate first = held != null ? held : planned;
            return first == null || first.isAfter(opens) ? opens : first;
        }

        LocalDate ends() {
            return opens.plusDays(OpeningDates.FIRST_USE);
        }
    }

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
        return "Vagues par date d'ouverture, de leur première session au premier retour d'usage (trente jours après l'ouverture), avec leurs écoles ouvertes et celles qui attendent";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Circonscription",
                "Projet",
                "Vague",
                "Début",
                "Ouverture",
                "Fin",
                "État",
                "Écoles ouvertes",
                "Écoles en attente");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        Map<String, String> names = BoardAxis.names(places);
        List<BoardFigures.Row> rows =
                jdbc.sql(ROWS).param("places", BoardAxis.uais(places)).query(Read.class).list().stream()
                        .map(read -> new BoardFigures.Row(
                                List.of(
                                        names.get(read.place()),
                                        read.title(),
                                        read.vague(),
                                        read.begins(),
                                        read.opens(),
                                        read.ends(),
                                        read.state().label(),
                                        read.opened(),
                                        read.awaited()),
                                "/projets/" + read.project(),
                                new Spans.Span(
                                        read.vague() + ", " + read.title(), read.begins(), read.ends(), read.opens())))
                        .toList();
        return BoardFigures.of(rows, columns(), List.of(OPENED, AWAITED), null, "");
    }
}
