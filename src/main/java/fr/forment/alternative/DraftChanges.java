package fr.forment.alternative;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes people thought about and have not applied: each has his own, on whatever computer. */
@Repository
@RequiredArgsConstructor
class DraftChanges {

    private final JdbcClient jdbc;

    /** In the order they were thought of. */
    List<Change> of(long planId, String login) {
        return jdbc
                .sql("SELECT contents FROM plan_draft_change WHERE plan_id = ? AND login = ? ORDER BY id")
                .params(planId, login)
                .query(String.class)
                .list()
                .stream()
                .flatMap(text -> Change.read(text).stream())
                .toList();
    }

    void add(long planId, String login, Change change) {
        jdbc.sql("INSERT INTO plan_draft_change (plan_id, login, line, contents) VALUES (?, ?, ?, ?)")
                .params(planId, login, change.line(), change.written())
                .update();
    }

    /** Whether there was one. */
    boolean remove(long planId, String login, int line) {
        return jdbc.sql("DELETE FROM plan_draft_change WHERE plan_id = ? AND login = ? AND line = ?")
                        .params(planId, login, line)
                        .update()
                > 0;
    }

    void clear(long planId, String login) {
        jdbc.sql("DELETE FROM plan_draft_change WHERE plan_id = ? AND login = ?")
                .params(planId, login)
                .update();
    }
}
