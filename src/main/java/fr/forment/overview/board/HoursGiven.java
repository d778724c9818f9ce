package fr.forment.overview.board;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.territory.Circonscription;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hours of the eighteen that trainings to the ENT take this school year, as the ledger of each person has them. */
@Component
@RequiredArgsConstructor
class HoursGiven implements BoardFigures.Source {

    private static final int THEME = 1;
    private static final int FOLLOWED = 5;
    private static final int UNCONFIRMED = 6;
    private static final int COMING = 7;
    private static final int MINUTES = 60;

    /** People by a condition: joined as a relation, PostgreSQL expects too many and reads every enrolment there is. */
    private static final String ROWS = """
            SELECT q.place, q.module, q.held_in, SUM(q.done) AS done, SUM(q.unconfirmed) AS unconfirmed, SUM(q.planned) AS planned, COUNT(DISTINCT q.agent_id) AS people
              FROM (SELECT COALESCE(s.circonscription_uai, a.circonscription_uai, t.circonscription_uai) AS place, COALESCE(t.module_code, y.module_code) AS module,
                           CAST(EXTRACT(YEAR FROM COALESCE(CAST(t.starts_at AS DATE), y.due_on)) * 100 + EXTRACT(MONTH FROM COALESCE(CAST(t.starts_at AS DATE), y.due_on)) AS INTEGER) AS held_in,
                           h.agent_id, CASE WHEN h.state = 'DONE' THEN h.minutes ELSE 0 END AS done, CASE WHEN h.state = 'PLANNED' AND COALESCE(CAST(t.starts_at AS DATE), y.due_on) < :today THEN h.minutes ELSE 0 END AS unconfirmed,
                           CASE WHEN h.state = 'PLANNED' AND COALESCE(CAST(t.starts_at AS DATE), y.due_on) >= :today THEN h.minutes ELSE 0 END AS planned
                      FROM hours_entry h JOIN agent a ON a.id = h.agent_id LEFT JOIN school s ON s.uai = a.school_uai
                      LEFT JOIN enrolment e ON e.agent_id = h.agent_id AND h.source_key = 'enrolment:' || e.id
                      LEFT JOIN training_session t ON t.id = e.session_id
                      LEFT JOIN self_study_person f ON f.agent_id = h.agent_id AND h.source_key = 'selfStudy:' || f.id
                      LEFT JOIN self_study y ON y.id = f.self_study_id
                     WHERE h.school_year = :year AND h.state IN ('DONE', 'PLANNED') AND h.agent_id IN (SELECT p.id FROM %s p)
                       AND COALESCE(s.circonscription_uai, a.circonscription_uai, t.circonscription_uai) IN (:places)) q
             WHERE q.module IS NOT NULL GROUP BY q.place, q.module, q.held_in ORDER BY q.place, q.held_in, q.module""".formatted(PlacePeople.OF_PLACES_OR_NONE);

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final Catalogue catalogue;
    private final Clock clock;

    private record Read(String place, String module, int heldIn, int done, int unconfirmed, int planned, int people) {}

    @Override
    public String path() {
        return "heures";
    }

    @Override
    public String label() {
        return "Heures de formation";
    }

    @Override
    public String meaning() {
        return "Heures comptées cette année scolaire aux personnes dans leurs formations à l'ENT : suivies, passées sans que la présence soit encore confirmée, ou à venir";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Circonscription",
                "Thème",
                "Module",
                "Mois",
                "Personnes",
                "Minutes suivies",
                "Minutes passées, à confirmer",
                "Minutes à venir");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        Map<String, String> names = BoardAxis.names(places);
        Map<String, TrainingModule> modules =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, Function.identity()));
        Map<Integer, int[]> months = new TreeMap<>();
        List<BoardFigures.Row> rows = read(places).stream()
                .map(read -> {
                    int[] month = months.computeIfAbsent(read.heldIn(), m -> new int[2]);
                    month[0] += read.done();
                    month[1] += read.unconfirmed() + read.planned();
                    TrainingModule module = modules.get(read.module());
                    return new BoardFigures.Row(
                            List.of(
                                    names.get(read.place()),
                                    module == null ? "" : module.rubric().label(),
                                    module == null ? Catalogue.UNKNOWN : module.title(),
                                    BoardAxis.month(read.heldIn()),
                                    read.people(),
                                    read.done(),
                                    read.unconfirmed(),
                                    read.planned()),
                            null);
                })
                .toList();
        months.values().forEach(sums -> {
            sums[0] = Math.round((float) sums[0] / MINUTES);
            sums[1] = Math.round((float) sums[1] / MINUTES);
        });
        return BoardFigures.of(
                rows,
                columns(),
                List.of(FOLLOWED, UNCONFIRMED, COMING),
                Bars.of("Heures par mois", "heures", "suivies", "à confirmer ou à venir", BoardAxis.months(months)),
                byTheme(rows));
    }

    private List<Read> read(List<Circonscription> places) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(ROWS)
                .param("places", BoardAxis.uais(places))
                .param("year", calendar.schoolYear(today))
                .param("today", today)
                .query(Read.class)
                .list();
    }

    private static String byTheme(List<BoardFigures.Row> rows) {
        Map<String, Integer> themes = new TreeMap<>();
        rows.forEach(row -> themes.merge(
                (String) row.cells().get(THEME),
                (int) row.cells().get(FOLLOWED)
                        + (int) row.cells().get(UNCONFIRMED)
                        + (int) row.cells().get(COMING),
                Integer::sum));
        return themes.entrySet().stream()
                .map(each -> each.getKey() + " : " + French.duration(each.getValue()))
                .collect(Collectors.joining(" ; "));
    }
}
