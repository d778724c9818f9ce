package fr.forment.phase;

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
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What sessions take of people's time and of rooms, half-day by half-day: on each of their dates, of who gives it. */
@Component
@RequiredArgsConstructor
class TimeTaken {

    /** A session with its half-days one by one, or somebody's time in one: a page of a plan asks for both in one go. */
    private static final String ALL = """
            SELECT 1 AS sessions, s.id, s.project_id, s.plan_line, s.state, s.place, s.trainer_id AS who, s.starts_at, s.ends_at,
                   h.starts_at AS half_from, h.ends_at AS half_until, h.trainer_id AS stand_in, h.position AS place_in_time
            FROM training_session s LEFT JOIN half_day h ON h.session_id = s.id
            WHERE s.project_id IN (:projects) AND s.plan_line IS NOT NULL
            UNION ALL
            SELECT 0, s.id, NULL, NULL, s.state, s.place, o.agent_id, o.starts_at, o.ends_at, NULL, NULL,
                   CASE WHEN s.trainer_id = o.agent_id OR EXISTS (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.trainer_id = o.agent_id)
                        THEN o.agent_id END, NULL
            FROM occupation o JOIN training_session s ON s.id = o.session_id
            WHERE o.agent_id IN (:people) AND (s.project_id IS NULL OR s.project_id <> :project)
            AND s.state NOT IN ('ANNULEE', 'NON_REALISEE') AND o.starts_at >= :from
            ORDER BY starts_at, id, place_in_time, who""";

    private record Span(LocalDateTime start, LocalDateTime end) {}

    private record PersonSpan(long sessionId, Span span) {}

    private record Session(Opened line, boolean off, String place, Long trainer, Span whole, List<Busy> halves) {}

    private final JdbcClient jdbc;

    Taken of(long projectId, Collection<Long> projectIds, Collection<Long> people, LocalDate from) {
        Map<Long, Session> sessions = new LinkedHashMap<>();
        Map<PersonSpan, Busy> times = new LinkedHashMap<>();
        if (!projectIds.isEmpty() || !people.isEmpty()) {
            jdbc.sql(ALL)
                    .param("projects", projectIds.isEmpty() ? List.of(-1L) : projectIds)
                    .param("people", people.isEmpty() ? List.of(-1L) : people)
                    .param("project", projectId)
                    .param("from", from.atStartOfDay())
                    .query(row -> {
                        if (row.getInt("sessions") == 1) {
                            add(row, sessions);
                        } else {
                            Span span = span(row, "starts_at", "ends_at");
                            times.merge(new PersonSpan(row.getLong("id"), span), time(row, span), TimeTaken::and);
                        }
                    });
        }
        Map<Opened, List<Busy>> opened = new HashMap<>();
        sessions.values().forEach(session -> opened.put(session.line, taken(session)));
        return new Taken(opened, List.copyOf(times.values()));
    }

    private static Span span(ResultSet row, String start, String end) throws SQLException {
        return new Span(row.getObject(start, LocalDateTime.class), row.getObject(end, LocalDateTime.class));
    }

    private static void add(ResultSet row, Map<Long, Session> sessions) throws SQLException {
        Session session = sessions.get(row.getLong("id"));
        if (session == null) {
            SessionState state = SessionState.valueOf(row.getString("state"));
            session = new Session(
                    new Opened(row.getLong("project_id"), row.getInt("plan_line")),
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
