package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.OtherProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two whole applications on one PostgreSQL, started at the same moment on nothing, and a browser that meets now the
 * one, now the other.
 */
@Tag("attack")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");
    private static final String PASSWORD = "Essai-coupure-2026";
    /** Said once each, whoever says it. */
    private static final List<String> ONCE = List.of(
            "SELECT name_ FROM act_ru_filter",
            "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL",
            "SELECT name_ FROM act_re_deployment",
            "SELECT version_ FROM act_ge_schema_log",
            "SELECT login FROM account",
            "SELECT CONCAT(group_id_, ' ', user_id_, ' ', resource_type_, ' ', resource_id_) FROM act_ru_authorization",
            "SELECT id_ FROM act_id_group",
            "SELECT key_ FROM act_re_procdef");

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    /** Between the second node and the database. */
    private static Line line;

    private static JdbcClient jdbc;
    private static List<OtherProcess> nodes;
    private static List<String> ports;
    private final Random chance = Attack.chance("two nodes");

    @BeforeAll
    static void bothAtOnceOnAnEmptyDatabase() throws Exception {
        postgres = EmbeddedPostgres.start();
        line = new Line(postgres.getPort());
        jdbc = JdbcClient.create(new SingleConnectionDataSource(
                DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres")), true));
        int rounds = Attack.rounds(1, 3);
        for (int round = 1; round <= rounds; round++) {
            String name = "forment" + round;
            jdbc.sql("CREATE DATABASE " + name).update();
            nodes = List.of(node(name, 1), node(name, 2));
            for (OtherProcess node : nodes) {
                node.ready();
            }
            for (OtherProcess node : round < rounds ? nodes : List.<OtherProcess>of()) {
                node.stop();
            }
        }
        jdbc = JdbcClient.create(new SingleConnectionDataSource(
                DriverManager.getConnection(postgres.getJdbcUrl("postgres", "forment" + rounds)), true));
        ports = new ArrayList<>();
        for (OtherProcess node : nodes) {
            ports.add(node.does("port"));
        }
    }

    private static OtherProcess node(String database, int number) throws Exception {
        return OtherProcess.start(
                database + "-node" + number,
                START,
                folder,
                "--spring.datasource.url=jdbc:postgresql://localhost:"
                        + (number == 1 ? postgres.getPort() : line.port()) + "/" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=");
    }

    @AfterAll
    static void theEnd() throws Exception {
        for (OtherProcess node : nodes) {
            node.close();
        }
        line.close();
        postgres.close();
    }

    @Test
    void bothAnswerAndEverythingIsThereOnce() throws Exception {
        for (String port : ports) {
            assertThat(new NodeBrowser().get(port, "/login").statusCode()).isEqualTo(200);
        }
        assertThat(ONCE)
                .allSatisfy(sql -> assertThat(jdbc.sql(sql).query(String.class).list())
                        .as(sql)
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
    }

    @Test
    void whoSignsInOnOneIsSignedInOnTheOther() throws Exception {
        var browser = new NodeBrowser();
        assertThat(browser.signIn(ports.get(0), "admin", PASSWORD)).endsWith("/");
        assertThat(browser.get(ports.get(1), "/moi").statusCode()).isEqualTo(200);
        assertThat(browser.send(ports.get(1), "/moi/mot-de-passe", "actuel=x&nouveau=Un+lilas+en+2026&encore=autre")
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get(ports.get(0), "/moi/mot-de-passe").body())
                .as("a message for the next page")
                .contains("saisies");
        assertThat(browser.send(ports.get(0), "/logout", "x=y").statusCode()).isEqualTo(302);
        assertThat(browser.get(ports.get(1), "/moi")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
    }

    /** Each of them made a token once, so that all but one were refused, and a refusal ended the session. */
    @Test
    void tasklistOpensWhicheverNodeAnswers() throws Exception {
        for (int round = 0; round < Attack.rounds(10, 200); round++) {
            var browser = new NodeBrowser();
            browser.signIn(ports.get(round % 2), "admin", PASSWORD);
            TasklistLoad.by(browser, ports, chance);
            TasklistLoad.by(browser, ports, chance);
            assertThat(browser.get(ports.get(0), "/moi").statusCode())
                    .as("still signed in")
                    .isEqualTo(200);
        }
    }

    @Test
    void openingTasklistWritesNoSession() throws Exception {
        var browser = new NodeBrowser();
        browser.signIn(ports.get(0), "admin", PASSWORD);
        List<String> before = rows();
        int requests = TasklistLoad.by(browser, ports, chance);
        assertThat(rows())
                .as("rows and their versions after %s requests", requests)
                .isEqualTo(before);
        assertThat(jdbc.sql(
                                "SELECT DISTINCT attribute_name FROM web_session_attributes WHERE attribute_name NOT LIKE '%FLASH_MAPS'")
                        .query(String.class)
                        .list())
                .as("who it is, and at most a message for the next page")
                .containsExactly("SPRING_SECURITY_CONTEXT");
        assertThat(jdbc.sql("SELECT MAX(LENGTH(attribute_bytes)) FROM web_session_attributes")
                        .query(Integer.class)
                        .single())
                .isLessThan(10_000);
    }

    /** A row that is written anew stands elsewhere. */
    private static List<String> rows() {
        return jdbc.sql(
                        "SELECT CONCAT(ctid, xmin, session_id) FROM web_session UNION SELECT CONCAT(ctid, xmin, session_primary_id, attribute_name) FROM web_session_attributes ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void eachPageOfTasklistHasItsOwnNonce() throws Exception {
        var browser = new NodeBrowser();
        browser.signIn(ports.get(0), "admin", PASSWORD);
        for (int round = 0; round < Attack.rounds(10, 100); round++) {
            List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                pages.add(browser.ask(ports.get(i % 2), TasklistLoad.PAGE));
                pages.add(browser.ask(ports.get(i % 2), "/camunda/api/engine/engine"));
            }
            for (int i = 0; i < pages.size(); i += 2) {
                TasklistLoad.hasItsOwnNonce(pages.get(i).get());
            }
        }
    }

    /** While the database is away each page says so; once it is back all goes on, without a restart. */
    @Test
    void anOutageIsSaidAndHealsByItself() throws Exception {
        var browser = new NodeBrowser();
        browser.signIn(ports.get(1), "admin", PASSWORD);
        line.cut();
        try {
            eachPageSaysSo(browser);
        } finally {
            line.mend();
        }
        nodes.get(1)
                .until(
                        "it answers again",
                        () -> browser.get(ports.get(1), "/moi").statusCode() == 200);
    }

    private static void eachPageSaysSo(NodeBrowser browser) throws Exception {
        var away = browser.get(ports.get(1), "/moi");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("<html lang=\"fr\">", "ne joint pas sa base de données");
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        var script = browser.ask(ports.get(1), "/camunda/api/engine/engine/default/task/count")
                .get();
        assertThat(script.statusCode()).isEqualTo(503);
        assertThat(script.body()).startsWith("{").contains("ne joint pas");
        assertThat(browser.get(ports.get(0), "/moi").statusCode())
                .as("the other node has its own line")
                .isEqualTo(200);
    }

    @Test
    void aStrangerLeavesNothingInTheDatabase() throws Exception {
        var stranger = new NodeBrowser();
        for (String path : List.of(
                "/",
                "/login",
                "/projets?page=2",
                TasklistLoad.PAGE,
                "/acces/oubli",
                "/evaluation/inconnue",
                "/camunda/api/engine/engine/default/task")) {
            stranger.get(ports.get(0), path);
            assertThat(stranger.cookie("FORMENT")).as(path).isEmpty();
        }
    }

    /**
     * Jobs that a node has begun or only reserved are free for others at once, and whoever stops it does not wait for
     * them.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void aStopLeavesNoJobBehind() throws Exception {
        jdbc.sql(
                        "CREATE FUNCTION linger() RETURNS trigger AS $$ BEGIN PERFORM pg_sleep(20); RETURN NEW; END $$ LANGUAGE plpgsql")
                .update();
        jdbc.sql("CREATE TRIGGER linger BEFORE INSERT ON survey FOR EACH ROW EXECUTE FUNCTION linger()")
                .update();
        for (int i = 0; i < 6; i++) {
            nodes.get(0).does("ground 3");
            nodes.get(0).does("campaign 1");
        }
        nodes.get(0).until("jobs are under way", () -> locked() > 0);
        Duration first = nodes.get(0).stop();
        Duration second = nodes.get(1).stop();
        System.out.printf("Stopped under load: %s and %s%n", first, second);
        assertThat(locked()).as("jobs that wait for a lease to end").isZero();
        assertThat(first.plus(second))
                .as("without waiting for twenty seconds of work")
                .isLessThan(Duration.ofSeconds(30));
    }

    private static int locked() {
        return jdbc.sql("SELECT COUNT(*) FROM act_ru_job WHERE lock_owner_ IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    @Test
    void aForgedRequestIsRefusedAndSignsNobodyOut() throws Exception {
        var browser = new NodeBrowser();
        browser.signIn(ports.get(0), "admin", PASSWORD);
        assertThat(browser.askEngine(ports.get(1), "/camunda/api/engine/engine/default/task/count", "{}")
                        .get()
                        .statusCode())
                .as("without token")
                .isEqualTo(403);
        assertThat(browser.get(ports.get(0), "/moi").statusCode()).isEqualTo(200);
        TasklistLoad.by(browser, ports, chance);
    }
}
