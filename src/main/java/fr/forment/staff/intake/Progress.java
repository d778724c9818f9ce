package fr.forment.staff.intake;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts the work on a file and keeps count of it, so that a page can show how far it is and another machine when it was given up. */
@Component
class Progress {

    static final String LEASE = "CURRENT_TIMESTAMP + INTERVAL '2' MINUTE";

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction; the work begins once it is committed. */
    void startAnalysis(long id) {
        jdbc.sql("UPDATE staff_import SET worker = ?, steps_done = 0, problem = NULL, lease_until = " + LEASE + " WHERE id = ?")
                .params(UUID.randomUUID().toString(), id).update();
    }
}
