package fr.forment.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.OtherProcess;
import fr.forment.survey.SurveyState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The whole application, killed without warning (kill -9) in the middle of a launch, of a round of reminders, of an
 * answer, of both computations of the grid and of the closing, on PostgreSQL. The rows at which it dies are drawn from
 * a seed and printed: a trigger makes it stand still there. Started again when the dead one's lease on its job is over,
 * it goes on by itself: no school twice, none missing.
 */
class CampaignKilledIT {

    private static final long SEED = Long.getLong("forment.kill.seed", 35);
    private static final int SCHOOLS = 320;
    private static final int CHUNK = 100;
    /** The engine's lease on a job is five minutes. */
    private static final Duration LEASE_OVER = Duration.ofMinutes(6);

    /** Where a process dies: when it writes so to that table. */
    private record Writing(String operation, String table) {}

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private EmbeddedPostgres postgres;
    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private CampaignFigures figures;
    private OtherProcess house;
    private int starts;
    private Instant at = Instant.parse("2026-09-01T06:00:00Z");

    @BeforeEach
    void aDatabase() throws Exception {
        postgres = EmbeddedPostgres.start();
        connection = new SingleConnectionDataSource(DriverManager.getConnection(url()), true);
        jdbc = JdbcClient.create(connection);
        figures = new CampaignFigures(jdbc);
        jdbc.sql("""
                CREATE FUNCTION stand_still() RETURNS trigger AS $$ BEGIN
                  IF nextval(TG_ARGV[0]) = TG_ARGV[1]::bigint THEN PERFORM pg_advisory_xact_lock(4711); END IF;
                  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                  RETURN NEW;
                END $$ LANGUAGE plpgsql""").update();
    }

    @AfterEach
    void nothingRunsOn() throws Exception {
        try {
            if (house != null) {
                house.close();
            }
        } finally {
            connection.destroy();
            postgres.close();
        }
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        start();
        house.does("ground " + SCHOOLS);
        launches();
        reminds();
        answers();
        computes();
        countsAndCloses();
    }

    private void launches() throws Exception {
        List<Writing> writings = List.of(
                new Writing("INSERT", "survey"),
                new Writing("INSERT", "act_ru_task"),
                new Writing("INSERT", "act_hi_procinst"),
                new Writing("INSERT", "outbox_mail"));
        dies("the launch", writings, SCHOOLS, () -> house.does("campaign 1"));
        assertThat(figures.surveys() % CHUNK).as("whole chunks").isZero();
        start();
        house.until("the campaign waits for answers", () -> figures.waitsAt("waitForAnswers"));
        assertThat(figures.surveys(SurveyState.INVITE)).isEqualTo(SCHOOLS);
        assertThat(figures.expected()).isEqualTo(SCHOOLS);
        assertThat(figures.history(CampaignEvent.OPENED)).isEqualTo(1);
        figures.nothingIsHalfDone("launched");
    }

    private void reminds() throws Exception {
        at = Instant.parse("2026-09-22T06:00:00Z");
        dies(
                "the round",
                List.of(new Writing("INSERT", "survey_reminder"), new Writing("INSERT", "outbox_mail")),
                SCHOOLS,
                () -> house.does("clock " + at));
        assertThat(figures.lettersOf("remind"))
                .as("a round is whole or not at all")
                .isZero();
        start();
        house.until("every school is reminded", () -> figures.lettersOf("remind") == SCHOOLS);
        assertThat(figures.history(CampaignEvent.REMINDED)).isEqualTo(1);
        figures.nothingIsHalfDone("reminded");
    }

    /** One dies while the answer is written, another while the school is thanked for an answer that was kept. */
    private void answers() throws Exception {
        List<Long> surveys = jdbc.sql("SELECT id FROM survey ORDER BY id FETCH FIRST 10 ROWS ONLY")
                .query(Long.class)
                .list();
        for (long survey : surveys.subList(2, 10)) {
            assertThat(house.does("answer " + survey)).isEqualTo("true");
        }
        house.until("eight are thanked", () -> figures.lettersOf("thank") == 8);
        long kept = surveys.get(0);
        long lost = surveys.get(1);
        standsAt(new Writing("INSERT", "outbox_mail"), 1);
        standsAt(new Writing("DELETE", "act_ru_task"), 2);
        house.does("send " + kept);
        house.until("one is to be thanked", () -> standing() == 1);
        house.does("send " + lost);
        house.until("another one is being written", () -> standing() == 2);
        diesNow("an answer and a letter of thanks");
        assertThat(figures.surveys(SurveyState.REPONDU)).isEqualTo(9);
        assertThat(figures.letters("thank", kept)).isZero();
        start();
        house.until("the kept one is thanked", () -> figures.letters("thank", kept) == 1);
        assertThat(house.does("answer " + kept)).as("there is no task left").isEqualTo("false");
        assertThat(house.does("answer " + lost)).as("the task is still there").isEqualTo("true");
        house.until("ten are thanked", () -> figures.lettersOf("thank") == 10);
        figures.nothingIsHalfDone("answered");
    }

    private void computes() throws Exception {
        int campaign = figures.count("SELECT MAX(id) FROM campaign");
        dies(
                "the grid a person asked for",
                List.of(new Writing("INSERT", "need_school"), new Writing("INSERT", "need_line")),
                SCHOOLS - 10,
                () -> house.does("grid " + campaign));
        assertThat(counted() % CHUNK).as("whole chunks").isZero();
        assertThat(figures.history(CampaignEvent.COMPUTED)).isZero();
        start();
        house.until("the grid is computed", () -> figures.history(CampaignEvent.COMPUTED) == 1);
        everySchoolIsInTheGrid(SurveyState.INVITE);
        figures.nothingIsHalfDone("computed");
    }

    /** Schools that the computation under way is done with. */
    private int counted() {
        return figures.count(
                "SELECT COUNT(*) FROM survey v JOIN need_run r ON r.campaign_id = v.campaign_id AND v.school_uai <= r.up_to");
    }

    /** Once; all who said nothing are alike. */
    private void everySchoolIsInTheGrid(SurveyState silent) {
        assertThat(figures.count("SELECT COUNT(*) FROM need_run"))
                .as("computations under way")
                .isZero();
        assertThat(figures.count(
                        "SELECT COUNT(*) FROM need_school WHERE school_uai IN (SELECT school_uai FROM survey)"))
                .isEqualTo(SCHOOLS);
        assertThat(jdbc.sql("""
                SELECT DISTINCT COUNT(*) || ' lines, ' || SUM(l.people) || ' people' FROM need_line l JOIN survey v ON v.school_uai = l.school_uai
                 WHERE v.state = ? GROUP BY l.school_uai""").param(silent.name()).query(String.class).list())
                .as("schools that are alike")
                .hasSize(1);
    }

    private void countsAndCloses() throws Exception {
        int silent = SCHOOLS - 10;
        at = Instant.parse("2026-09-30T10:00:00Z");
        house.does("clock " + at);
        house.until("the silent are reminded once more", () -> figures.history(CampaignEvent.REMINDED) == 2);
        assertThat(figures.lettersOf("remind")).isEqualTo(SCHOOLS + silent);
        at = Instant.parse("2026-09-30T16:05:00Z");
        dies(
                "the computation that settles the grid",
                List.of(new Writing("INSERT", "need_school")),
                SCHOOLS,
                () -> house.does("clock " + at));
        assertThat(counted() % CHUNK).as("whole chunks").isZero();
        dies(
                "the closing",
                List.of(
                        new Writing("UPDATE", "survey"),
                        new Writing("DELETE", "act_ru_task"),
                        new Writing("INSERT", "outbox_mail")),
                silent,
                this::start);
        start();
        house.until("the grid waits to be read", () -> figures.waitsAt("reviewGrid"));
        house.until(
                "every silent school hears that it is closed",
                () -> figures.lettersOf("close") == silent
                        && figures.count(
                                        "SELECT COUNT(*) FROM ACT_HI_PROCINST WHERE PROC_DEF_KEY_ = 'needsSurvey' AND END_TIME_ IS NULL")
                                == 0);
        assertThat(figures.surveys(SurveyState.SANS_REPONSE)).isEqualTo(silent);
        assertThat(figures.surveys(SurveyState.REPONDU)).isEqualTo(10);
        assertThat(figures.history(CampaignEvent.CONSOLIDATED)).isEqualTo(1);
        everySchoolIsInTheGrid(SurveyState.SANS_REPONSE);
        figures.nothingIsHalfDone("closed");
    }

    private Object start() throws Exception {
        at = at.plus(LEASE_OVER);
        house = OtherProcess.start(
                "pg-" + ++starts,
                at,
                Path.of(""),
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=");
        return house.ready();
    }

    /** Kills it at some row of what it writes once it acts. */
    private void dies(String when, List<Writing> writings, int most, Callable<?> act) throws Exception {
        Writing writing = writings.get(chance.nextInt(writings.size()));
        int row = 1 + chance.nextInt(most);
        System.out.printf(
                "Seed %d: killed in %s, %s %s, row %d%n", SEED, when, writing.operation(), writing.table(), row);
        standsAt(writing, row);
        act.call();
        house.until("it stands still in " + when, () -> standing() == 1);
        diesNow(when);
    }

    /** Whoever writes that row stands still before it is written. */
    private void standsAt(Writing writing, int row) {
        jdbc.sql("SELECT pg_advisory_lock(4711)").query().singleRow();
        jdbc.sql("CREATE SEQUENCE here_" + writing.table()).update();
        jdbc.sql(
                        "CREATE TRIGGER here BEFORE %1$s ON %2$s FOR EACH ROW EXECUTE FUNCTION stand_still('here_%2$s', '%3$d')"
                                .formatted(writing.operation(), writing.table(), row))
                .update();
    }

    private int standing() {
        return figures.count(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'");
    }

    private void diesNow(String when) throws Exception {
        house.kill();
        jdbc.sql("SELECT pg_advisory_unlock_all()").query().singleRow();
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (figures.count(
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'"
                                + " AND pid <> pg_backend_pid()")
                > 0) {
            assertThat(System.nanoTime())
                    .as("the database has let go of the dead")
                    .isLessThan(end);
        }
        jdbc.sql("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'here'")
                .query(String.class)
                .list()
                .forEach(table -> {
                    jdbc.sql("DROP TRIGGER here ON " + table).update();
                    jdbc.sql("DROP SEQUENCE here_" + table).update();
                });
        figures.nothingIsHalfDone("killed in " + when);
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }
}
