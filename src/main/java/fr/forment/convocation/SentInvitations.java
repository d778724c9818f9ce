package fr.forment.convocation;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each person's calendar was last told. Only who sends letters writes here, those of one reader one after the
 * other.
 */
@Component
@RequiredArgsConstructor
class SentInvitations {

    private final JdbcClient jdbc;

    /** Of all sessions that somebody was ever invited to. */
    List<Sent> to(long agentId) {
        return jdbc.sql("SELECT session_id, half_days, sequence FROM invitation WHERE agent_id = ? ORDER BY session_id")
                .param(agentId)
                .query(Sent.class)
                .list();
    }

    void keep(long agentId, Sent sent) {
        int known = jdbc.sql("UPDATE invitation SET half_days = ?, sequence = ? WHERE session_id = ? AND agent_id = ?")
                .params(sent.halfDays(), sent.sequence(), sent.sessionId(), agentId)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO invitation (half_days, sequence, session_id, agent_id) VALUES (?, ?, ?, ?)")
                    .params(sent.halfDays(), sent.sequence(), sent.sessionId(), agentId)
                    .update();
        }
    }
}
