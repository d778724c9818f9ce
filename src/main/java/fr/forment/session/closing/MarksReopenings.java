package fr.forment.session.closing;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Closed sessions whose marks are open again: one at a time of each. The session stays closed meanwhile, so that what
 * was counted of it is counted on.
 */
@Component
@RequiredArgsConstructor
public class MarksReopenings {

    private final JdbcClient jdbc;

    public boolean isOpen(long sessionId) {
        return motive(sessionId).isPresent();
    }

    Optional<String> motive(long sessionId) {
        return jdbc.sql("SELECT motive FROM marks_reopened WHERE session_id = ?")
                .param(sessionId)
                .query(String.class)
                .optional();
    }

    void open(long sessionId, String motive) {
        jdbc.sql("INSERT INTO marks_reopened (session_id, motive) VALUES (?, ?)")
                .params(sessionId, motive)
                .update();
    }

    void close(long sessionId) {
        jdbc.sql("DELETE FROM marks_reopened WHERE session_id = ?")
                .param(sessionId)
                .update();
    }
}
