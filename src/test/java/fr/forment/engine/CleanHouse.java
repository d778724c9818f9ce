package fr.forment.engine;

import java.time.Instant;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the clock and the engine back, before and after; forgets whoever tried something too often. Before a class, the
 * rows stand as at the start.
 */
public class CleanHouse implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    public static final Instant START = Instant.parse("2026-09-01T06:00:00Z");

    @Override
    public void beforeAll(ExtensionContext tests) {
        RowsAtStart.bringBack(SpringExtension.getApplicationContext(tests).getBean(DataSource.class));
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        context.getBean(TimeMachine.class).startAt(START);
        endEverything(context.getBean(ProcessEngine.class));
        var rows = context.getBean(JdbcClient.class);
        rows.sql("DELETE FROM attempt").update(); // the clock stands still: nothing would expire
        // whom a whole département shares is a trainer in every plan, and would be booked by those of earlier tests
        rows.sql("DELETE FROM account_role WHERE role IN ('CPD', 'IEN_NUMERIQUE')")
                .update();
        rows.sql("DELETE FROM ACT_ID_MEMBERSHIP WHERE GROUP_ID_ LIKE 'cpd.%' OR GROUP_ID_ LIKE 'ien_numerique.%'")
                .update();
        rows.sql("UPDATE mail_pause SET paused = FALSE WHERE paused").update();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        SecurityContextHolder.clearContext();
        endEverything(context.getBean(ProcessEngine.class));
        context.getBean(TimeMachine.class).startAt(START);
    }

    private static void endEverything(ProcessEngine engine) {
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(instance -> engine.getRuntimeService()
                .deleteProcessInstanceIfExists(instance.getId(), "end of test", true, true, true, true));
    }
}
