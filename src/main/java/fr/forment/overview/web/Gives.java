package fr.forment.overview.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The next sessions somebody gives, after today: the first question of whoever trains. One statement, by its index. */
@Component
@RequiredArgsConstructor
class Gives {

    private static final int MOST = 5;

    private final JdbcClient jdbc;

    /** A half-day. @param booked people expected; families are not counted */
    record Given(long sessionId, String title, LocalDateTime startsAt, int booked, int minimum) {

        public boolean isUnderMinimum() {
            return booked < minimum;
        }
    }

    List<Given> after(long agentId, LocalDate today, TitlesOnce titles) {
        record Row(long id, String module, LocalDateTime starts, int booked, int minimum) {}
        List<Row> rows = jdbc.sql("""
                SELECT t.id, t.module_code AS module, o.starts_at AS starts, t.booked, CASE WHEN t.for_parents THEN 0 ELSE t.minimum END AS minimum
                  FROM occupation o JOIN training_session t ON t.id = o.session_id
                 WHERE o.agent_id = ? AND o.starts_at >= ? AND t.state <> 'DATE_A_FIXER'
                   AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.session_id = t.id AND e.active_agent_id = o.agent_id)
                 ORDER BY o.starts_at, t.id FETCH FIRST %d ROWS ONLY""".formatted(MOST))
                .params(agentId, today.plusDays(1).atStartOfDay())
                .query(Row.class)
                .list();
        return rows.stream()
                .map(row -> new Given(row.id(), titles.of(row.module()), row.starts(), row.booked(), row.minimum()))
                .toList();
    }
}
