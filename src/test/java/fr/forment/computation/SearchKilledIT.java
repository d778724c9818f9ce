package fr.forment.computation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.OtherProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two nodes on one PostgreSQL. The one that searches is killed (kill -9): its best plan is there, the other one goes
 * on. Then that one is killed while a plan is being kept: nothing of it stands, and it can be kept again.
 */
@Tag("attack")
class SearchKilledIT {

    private static final Instant AT = Instant.parse("2026-09-01T06:00:00Z");
    private static final String SESSIONS =
            "SELECT CONCAT(line, ' ', held_on, ' ', starts_at, ' ', place, ' ', trainer_agent_id, ' ', expected) FROM planned_session WHERE plan_id = ? ORDER BY line";

    private final List<OtherProcess> nodes = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private long plan;

    @BeforeEach
    void aDatabase() throws Exception {
        postgres = EmbeddedPostgres.start();
        connection = new SingleConnectionDataSource(
                DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres")), true);
        jdbc = JdbcClient.create(connection);
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        for (OtherProcess node : nodes) {
            node.close();
        }
        connection.destroy();
        postgres.close();
    }

    @Test
    void losesNoPlanThatWasFound() throws Exception {
        nodes.add(start(1));
        nodes.add(start(2));
        for (OtherProcess node : nodes) {
            node.ready();
        }
        OtherProcess first = nodes.get(0);
        plan = Long.parseLong(first.does("plan"));
        first.until("the plan is talked about", () -> text("SELECT state FROM training_plan WHERE id = ?")
                .equals("EN_CONCERTATION"));
        first.does("search " + plan);
        first.until("a plan is found", () -> isFound());
        OtherProcess searching = holder();
        OtherProcess other = nodes.get(searching == nodes.get(0) ? 1 : 0);
        assertThat(other.does("count SELECT COUNT(*) FROM plan_run WHERE best IS NOT NULL AND state = 'EN_COURS'"))
                .as("the other node sees it")
                .isEqualTo("1");
        searching.kill();
        assertThat(isFound()).isTrue();
        other.until("the other one goes on", () -> number("SELECT takes FROM plan_run WHERE plan_id = ?") == 2);
        assertThat(isFound()).as("with what was found").isTrue();
        assertThat(holder()).isSameAs(other);

        List<String> before = sessions();
        standsStillAtTheHistory();
        other.does("keep " + plan);
        other.until("it is being kept", this::isStandingStill);
        other.kill();
        jdbc.sql("SELECT pg_advisory_unlock_all()").query().singleRow();
        jdbc.sql("DROP TRIGGER here ON journal").update();
        OtherProcess third = start(3);
        nodes.add(third);
        third.ready();
        assertThat(sessions()).as("nothing of it, or all").isEqualTo(before);
        assertThat(isFound()).as("to be kept again").isTrue();
        third.does("keep " + plan);
        third.until("it is kept", () -> text("SELECT state FROM plan_run WHERE plan_id = ?")
                .equals("GARDE"));
        third.until("as the history says", () -> kept() == 1);
        assertThat(sessions()).isNotEmpty();
        assertThat(number("SELECT COUNT(DISTINCT seed) FROM training_plan WHERE id = ?"))
                .isEqualTo(1);
    }

    private OtherProcess start(int number) throws Exception {
        return OtherProcess.start(
                "search-" + number,
                AT,
                Path.of(""),
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--forment.plan.at-most=PT10M",
                "--forment.plan.patience=PT10M",
                "--forment.plan.poll=PT1S");
    }

    /** In whose hand the search is. */
    private OtherProcess holder() {
        String node = text("SELECT node FROM plan_run WHERE plan_id = ?");
        return nodes.stream()
                .filter(each -> node.startsWith(each.pid() + "@"))
                .findFirst()
                .orElseThrow();
    }

    private boolean isFound() {
        return number("SELECT COUNT(*) FROM plan_run WHERE plan_id = ? AND best IS NOT NULL") == 1;
    }

    private List<String> sessions() {
        return jdbc.sql(SESSIONS).param(plan).query(String.class).list();
    }

    private long kept() {
        return jdbc.sql("SELECT COUNT(*) FROM journal WHERE what = 'Plan calculé gardé'")
                .query(Long.class)
                .single();
    }

    /** Whoever writes the first line of the history that follows waits there, its sessions written. */
    private void standsStillAtTheHistory() {
        jdbc.sql("""
                CREATE FUNCTION stand_still() RETURNS trigger AS $$ BEGIN
                  PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$ LANGUAGE plpgsql""").update();
        jdbc.sql("SELECT pg_advisory_lock(4711)").query().singleRow();
        jdbc.sql(
                        "CREATE TRIGGER here BEFORE INSERT ON journal FOR EACH ROW WHEN (NEW.kind = 'PLAN') EXECUTE FUNCTION stand_still()")
                .update();
    }

    private boolean isStandingStill() {
        return jdbc.sql("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event = 'advisory'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String text(String sql) {
        return jdbc.sql(sql).param(plan).query(String.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).param(plan).query(Long.class).single();
    }
}
