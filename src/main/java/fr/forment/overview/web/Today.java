package fr.forment.overview.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions somebody gives or follows on a day, from the time they take of him: one statement, by its index. */
@Component
@RequiredArgsConstructor
class Today {

    private final JdbcClient jdbc;

    /** @param gives and marks who is there */
    record Due(long sessionId, String title, LocalDateTime startsAt, boolean gives) {}

    List<Due> of(long agentId, LocalDate day, TitlesOnce titles) {
        record Row(long id, String module, LocalDateTime starts, boolean gives) {}
        List<Row> rows = jdbc.sql("""
                SELECT t.id, t.module_code AS module, o.starts_at AS starts,
                       CASE WHEN EXISTS (SELECT 1 FROM enrolment e WHERE e.session_id = t.id AND e.active_agent_id = o.agent_id) THEN FALSE ELSE TRUE END AS gives
                  FROM occupation o JOIN training_session t ON t.id = o.session_id
                 WHERE o.agent_id = ? AND o.starts_at >= ? AND o.starts_at < ? AND t.state <> 'DATE_A_FIXER' ORDER BY o.starts_at, t.id""")
                .params(agentId, day.atStartOfDay(), day.plusDays(1).atStartOfDay())
                .query(Row.class)
                .list();
        return rows.stream()
                .map(row -> new Due(row.id(), titles.of(row.module()), row.starts(), row.gives()))
                .toList();
    }
}
