package fr.forment.family;

import fr.forment.project.UseService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings with parents that the plan in force holds for a school: nobody types them again. */
@Component
@RequiredArgsConstructor
public class PlannedMeetings implements UseService.Meetings {

    /**
     * As it stands today: the session's own date and place once it is open.
     *
     * @param counted it was held, and the session itself says how many came: noted here too, it would count twice
     * @param parents how many came to it, of all its schools; null unless it was counted
     */
    public record Planned(LocalDate heldOn, LocalTime startsAt, String place, boolean counted, Integer parents) {}

    private static final Set<String> COUNTED = Set.of("CLOTUREE", "ARCHIVEE");

    private record Row(LocalDate heldOn, LocalTime startsAt, String place, String state, Integer parents) {}

    private static final String AT_SCHOOL = "à l'école";

    private final SchoolMeetings meetings;
    private final JdbcClient jdbc;

    /** Those that are not noted yet, by date. */
    public List<Planned> of(String uai) {
        List<LocalDate> noted =
                meetings.of(uai).stream().map(SchoolMeeting::heldOn).toList();
        return rows(uai).stream()
                .filter(row -> !"ANNULEE".equals(row.state())
                        && !"NON_REALISEE".equals(row.state())
                        && !"DATE_A_FIXER".equals(row.state()))
                .filter(row -> !noted.contains(row.heldOn()))
                .map(row -> new Planned(
                        row.heldOn(),
                        row.startsAt(),
                        row.place().equals(uai) ? AT_SCHOOL : row.place(),
                        row.state() != null && COUNTED.contains(row.state()),
                        row.parents()))
                .toList();
    }

    /** Held, or announced for later. */
    @Override
    public boolean isThere(String uai) {
        return !meetings.of(uai).isEmpty()
                || rows(uai).stream().anyMatch(row -> row.state() != null && COUNTED.contains(row.state()));
    }

    /** A meeting of a plan that took place, in one of these schools. */
    record Met(String schoolUai, LocalDate heldOn) {}

    /** Of all these schools, held since that day. */
    Set<Met> held(Collection<String> uais, LocalDate since) {
        return uais.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                SELECT DISTINCT COALESCE(c.school_uai, s.place) AS school_uai, CAST(t.starts_at AS DATE) AS held_on
                  FROM planned_session s JOIN training_plan p ON p.id = s.plan_id AND p.state = 'APPROUVE'
                  JOIN training_session t ON t.project_id = p.project_id AND t.plan_line = s.line
                  LEFT JOIN planned_session_school c ON c.planned_session = s.id
                 WHERE s.profiles LIKE '%PARENT%' AND t.state IN ('CLOTUREE', 'ARCHIVEE') AND t.starts_at >= :since
                   AND COALESCE(c.school_uai, s.place) IN (:uais)""")
                        .param("since", since.atStartOfDay())
                        .param("uais", List.copyOf(uais))
                        .query(Met.class)
                        .list());
    }

    private List<Row> rows(String uai) {
        return jdbc.sql("""
                SELECT COALESCE(CAST(t.starts_at AS DATE), s.held_on) AS held_on, COALESCE(CAST(t.starts_at AS TIME), s.starts_at) AS starts_at,
                       COALESCE(t.place, s.place) AS place, t.state, t.head_count AS parents
                  FROM planned_session s JOIN training_plan p ON p.id = s.plan_id AND p.state = 'APPROUVE'
                  LEFT JOIN training_session t ON t.project_id = p.project_id AND t.plan_line = s.line
                 WHERE s.profiles LIKE '%PARENT%'
                   AND (s.place = :uai OR EXISTS (SELECT 1 FROM planned_session_school c WHERE c.planned_session = s.id AND c.school_uai = :uai))
                 ORDER BY 1, 2""").param("uai", uai).query(Row.class).list();
    }
}
