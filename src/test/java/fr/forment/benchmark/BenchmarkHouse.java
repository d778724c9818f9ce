package fr.forment.benchmark;

import fr.forment.FormentApplication;
import fr.forment.campaign.LaunchService;
import fr.forment.engine.TimeMachine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole application on a database of its own, with so many schools, their teams and directors; no job runs unless a
 * bar runs it.
 */
final class BenchmarkHouse implements AutoCloseable {

    static final String OPENED = "2026-09-01";
    /** What a launch, its answers and its closing write, children first. */
    static final List<String> CAMPAIGN_TABLES = List.of(
            "need_correction",
            "need_line",
            "need_school",
            "need_grid",
            "need_run",
            "form_draft",
            "survey_call",
            "survey_reminder",
            "survey_answer",
            "survey",
            "outbox_mail",
            "undeliverable",
            "ACT_RU_AUTHORIZATION",
            "ACT_RU_IDENTITYLINK",
            "ACT_RU_VARIABLE",
            "ACT_RU_EVENT_SUBSCR",
            "ACT_RU_JOB",
            "ACT_RU_TASK",
            "ACT_RU_EXECUTION",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_PROCINST",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_VARINST",
            "ACT_HI_JOB_LOG",
            "ACT_HI_DETAIL");

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext application;
    private final int schools;

    BenchmarkHouse(String database, int schools) {
        this(database, schools, true);
    }

    /** @param counted whether statements are counted ({@link CountedStatements}): that takes a little of each */
    BenchmarkHouse(String database, int schools, boolean counted) {
        this.schools = schools;
        try {
            postgres = database.equals("pg")
                    ? EmbeddedPostgres.builder()
                            .setServerConfig("shared_buffers", "512MB")
                            .setServerConfig("max_wal_size", "2GB")
                            // As on any real server: the embedded one would not wait for the disk.
                            .setServerConfig("synchronous_commit", "on")
                            .start()
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = postgres == null
                ? "jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1"
                : postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
        application = new SpringApplicationBuilder(FormentApplication.class)
                .initializers(context -> {
                    if (counted) {
                        context.getBeanFactory().addBeanPostProcessor(new CountedStatements());
                    }
                })
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.password=",
                        "--spring.datasource.username=" + (postgres == null ? "sa" : "postgres"),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--forment.demo.start=" + OPENED + "T08:00:00+02:00",
                        "--forment.mail.poll=PT24H",
                        "--forment.admin-password=Essai-mesure-2026",
                        "--logging.level.root=error",
                        "--spring.main.banner-mode=off");
        bean(TimeMachine.class).startAt(Instant.parse(OPENED + "T06:00:00Z"));
        bean(ProcessEngine.class)
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource("benchmark/peers.bpmn")
                .deploy();
        Figures.say("%s, %d schools: people are being put in place", database(), schools);
        if (schools > 0) {
            new BenchmarkPeople(jdbc()).settle(schools);
        }
    }

    /** Where another client finds this database. */
    String address() {
        return postgres == null ? "memory" : postgres.getJdbcUrl("postgres", "postgres");
    }

    String database() {
        return postgres == null ? "H2" : "PostgreSQL";
    }

    boolean isPostgres() {
        return postgres != null;
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    /** Processes of this database's connections; what it tidies by itself meanwhile is no cost of an act. */
    List<Integer> backends() {
        return postgres == null
                ? List.of()
                : jdbc().queryForList(
                                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
                                Integer.class);
    }

    /** A campaign over the first schools that opens today; nobody has been asked. */
    long campaign(int size) {
        clear();
        jdbc().update(
                        "INSERT INTO campaign (version, circonscription_uai, opens_on, deadline, threshold, state, rounds, title) VALUES (0, ?, DATE '"
                                + OPENED + "', DATE '2026-09-30', 80, 'PROGRAMMEE', 0, 'Mesure')",
                        BenchmarkPeople.circonscription(0));
        long campaign = jdbc().queryForObject("SELECT MAX(id) FROM campaign", Long.class);
        List<Object[]> perimeter = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            perimeter.add(new Object[] {campaign, BenchmarkPeople.school(i)});
        }
        jdbc().batchUpdate("INSERT INTO campaign_perimeter (campaign_id, kind, ref) VALUES (?, 'ECOLE', ?)", perimeter);
        return campaign;
    }

    /** The whole product path of a launch; then what an operator's database does by itself after it. */
    void launch(long campaignId) {
        open(campaignId);
        analyze();
    }

    /** The whole product path of a launch and nothing else. */
    void open(long campaignId) {
        LaunchService launch = bean(LaunchService.class);
        while (launch.openSurveys(campaignId)) {
            // next chunk
        }
    }

    void analyze() {
        if (isPostgres()) {
            jdbc().execute("ANALYZE");
        }
    }

    /** As before any campaign. */
    void clear() {
        wipe();
        for (String table : List.of("campaign_count", "campaign_target", "campaign_perimeter")) {
            jdbc().update("DELETE FROM " + table);
        }
        jdbc().update("DELETE FROM journal WHERE kind = 'CAMPAIGN'");
        jdbc().update("DELETE FROM campaign");
    }

    /** Takes away what launches and answers wrote; the campaign and its schools stay. */
    void wipe() {
        if (isPostgres()) {
            jdbc().execute("TRUNCATE " + String.join(", ", CAMPAIGN_TABLES) + " CASCADE");
            return;
        }
        jdbc().execute("SET REFERENTIAL_INTEGRITY FALSE");
        CAMPAIGN_TABLES.forEach(table -> jdbc().execute("TRUNCATE TABLE " + table));
        jdbc().execute("SET REFERENTIAL_INTEGRITY TRUE");
    }

    /** JIT: every path is run before anything is measured. */
    void warmUp() {
        int some = Math.min(schools, 1000);
        for (int i = 0; i < 2; i++) {
            long campaign = campaign(some);
            launch(campaign);
            new AnswerBars(this, new Cpu(this)).answer(Math.min(some / 2, 150));
            new ClosingBar(this, new Cpu(this)).measure(campaign);
        }
        clear();
        Figures.say("warmed up");
    }

    @Override
    public void close() {
        application.close();
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
