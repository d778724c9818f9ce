package fr.forment.phase;

import fr.forment.plan.PlanFollowUp.Ground;
import fr.forment.plan.PlanFollowUp.Opened;
import fr.forment.plan.PlanFollowUp.Taken;
import fr.forment.plan.calculation.Busy;
import fr.forment.session.SessionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sessions take of people's time and of rooms, half-day by half-day: on each of their dates, of who gives it. */
@Component
@RequiredArgsConstructor
class TimeTaken {

    /** Of each of them, found by the key: in one condition with the other half, all time of everybody is read. */
    private static final String TIME = """
            SELECT 0, s.id, NULL, NULL, s.state, s.place, o.agent_id, o.starts_at, o.ends_at, NULL, NULL,
                   CASE WHEN s.trainer_id = o.agent_id OR EXISTS (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.trainer_id = o.agent_id)
                        THEN o.agent_id END, NULL
            FROM occupation o JOIN training_session s ON s.id = o.session_id
            WHERE o.agent_id %s AND (s.project_id IS NULL OR s.project_id <> :project)
            AND s.state NOT IN ('ANNULEE', 'NON_REALISEE') AND o.starts_at >= :from""";

    /**
     * A session with its half-days one by one, or somebody's time in one: a page of a plan asks for both in one go.
     * Whoever gives a session of the plan counts besides its people.
     */
    private static final String ALL = """
            SELECT 1 AS sessions, s.id, s.project_id, s.plan_line, s.state, s.place, s.trainer_id AS who, s.starts_at, s.ends_at,
                   h.starts_at AS half_from, h.ends_at AS half_until, h.trainer_id AS stand_in, h.position AS place_in_time
            FROM training_session s LEFT JOIN half_day h ON h.session_id = s.id
            WHERE s.id IN (SELECT id FROM training_session WHERE project_id IN (:projects) AND plan_line IN (:lines)
                           UNION ALL
                           SELECT id FROM training_session
                            WHERE place IN (:places) AND project_id <> :project AND plan_line IS NOT NULL AND starts_at >= :from)
            UNION ALL
            %s
            UNION ALL
            %s
            ORDER BY starts_at, id, place_in_time, who""".formatted(
                    TIME.formatted("IN (:people)"),
                    TIME.formatted(
                            "IN (SELECT trainer_id FROM training_session WHERE project_id = :project AND trainer_id NOT IN (:people))"));

    private record Span(LocalDateTime start, LocalDateTime end) {}

    private record PersonSpan(long sessionId, Span span) {}

    private record Session(Opened line, boolean off, String place, Long trainer, Span whole, List<Busy> halves) {}

    private final JdbcClient jdbc;

    Taken of(long projectId, Set<Opened> lines, Ground ground) {
        Map<Long, Session> sessions = new LinkedHashMap<>();
        Map<PersonSpan, Busy> times = new LinkedHashMap<>();
        jdbc.sql(ALL)
                .param("projects", orNone(lines.stream().map(Opened::projectId).collect(Collectors.toSet())))
                .param("lines", orNone(lines.stream().map(Opened::line).collect(Collectors.toSet())))
                .param("places", ground.places().isEmpty() ? List.of("") : ground.places())
                .param("people", ground.people().isEmpty() ? List.of(-1L) : ground.people())
                .param("project", projectId)
                .param("from", ground.from().atStartOfDay())
                .query(row -> {
                    if (row.getInt("sessions") == 1) {
                        if (lines.contains(line(row)) || ground.places().contains(row.getString("place"))) {
                            add(row, sessions);
                        }
                    } else {
                        Span span = span(row, "starts_at", "ends_at");
                        times.merge(new PersonSpan(row.getLong("id"), span), time(row, span), TimeTaken::and);
                    }
                });
        Map<Opened, List<Busy>> opened = new HashMap<>();
        sessions.values().forEach(session -> opened.put(session.line, taken(session)));
        return new Taken(opened, List.copyOf(times.values()));
    }

    private static Opened line(ResultSet row) throws SQLException {
        return new Opened(row.getLong("project_id"), row.getInt("plan_line"));
    }

    /** SQL has no empty list. */
    private static Collection<? extends Number> orNone(Set<? extends Number> some) {
        return some.isEmpty() ? Set.of(-1) : some;
    }

    private static Span span(ResultSet row, String start, String end) throws SQLException {
        return new Span(row.getObject(start, LocalDateTime.class), row.getObject(end, LocalDateTime.class));
    }

    private static void add(ResultSet row, Map<Long, Session> sessions) throws SQLException {
        Session session = sessions.get(row.getLong("id"));
        if (session == null) {
            SessionState state = SessionState.valueOf(row.getString("state"));
            session = new Session(
                    line(row),
                    state == SessionState.ANNULEE || state == SessionState.NON_REALISEE,
                    row.getString("place"),
                    row.getObject("who", Long.class),
                    span(row, "starts_at", "ends_at"),
                    new ArrayList<>());
            sessions.put(row.getLong("id"), session);
        }
        if (row.getObject("half_from") != null) {
            Long standIn = row.getObject("stand_in", Long.class);
            session.halves.add(busy(
                    standIn == null ? session.trainer : standIn, session.place, span(row, "half_from", "half_until")));
        }
    }

    private static Busy busy(Long trainer, String place, Span span) {
        return new Busy(trainer, place, span.start.toLocalDate(), span.start.toLocalTime(), span.end.toLocalTime());
    }

    /**
     * Rows of half-days stand as long as they are those of the session's dates; a moved session has left them behind.
     */
    private static List<Busy> taken(Session session) {
        if (session.off) {
            return List.of();
        }
        List<Busy> halves = session.halves;
        boolean written = !halves.isEmpty()
                && isAt(session.whole.start, halves.get(0).day(), halves.get(0).start())
                && isAt(
                        session.whole.end,
                        halves.get(halves.size() - 1).day(),
                        halves.get(halves.size() - 1).end());
        return written ? halves : List.of(busy(session.trainer, session.place, session.whole));
    }

    private static boolean isAt(LocalDateTime moment, LocalDate day, LocalTime hour) {
        return moment.equals(day.atTime(hour));
    }

    private static Busy time(ResultSet row, Span span) throws SQLException {
        boolean gives = row.getObject("stand_in") != null;
        long who = row.getLong("who");
        return new Busy(
                gives ? who : null,
                row.getString("place"),
                span.start.toLocalDate(),
                span.start.toLocalTime(),
                span.end.toLocalTime(),
                Map.of(),
                gives ? Set.of() : Set.of(who));
    }

    private static Busy and(Busy one, Busy more) {
        Set<Long> people = new HashSet<>(one.people());
        people.addAll(more.people());
        return new Busy(
                one.trainerId() == null ? more.trainerId() : one.trainerId(),
                one.place(),
                one.day(),
                one.start(),
                one.end(),
                Map.of(),
                people);
    }
}
