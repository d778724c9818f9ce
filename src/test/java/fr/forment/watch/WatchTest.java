package fr.forment.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.engine.JobFigures;
import fr.forment.mail.MailFigures;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Probes say one word to anybody, figures nothing beside the pages, and work that stands still is seen. */
@Tag("attack")
@HouseTest
class WatchTest {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    JobFigures jobs;

    @Autowired
    MailFigures mails;

    @Autowired
    MeterRegistry meters;

    @Value("${forment.admin-password}")
    String password;

    @AfterEach
    void takeAway() {
        jdbc.sql("DELETE FROM ACT_RU_INCIDENT WHERE ID_ = 'watch-incident'").update();
        jdbc.sql("DELETE FROM ACT_RU_JOB WHERE ID_ LIKE 'watch-%'").update();
        jdbc.sql("DELETE FROM outbox_mail WHERE mail_key LIKE 'watch:%'").update();
    }

    @Test
    void probesSayOneWordToAStranger() throws Exception {
        for (String probe : new String[] {"/livez", "/readyz"}) {
            MockHttpServletResponse answer = web.perform(get(probe)).andReturn().getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(answer.getCookies()).as("no session").isEmpty();
        }
    }

    @Test
    void nothingElseOfItIsThereBesideThePages() throws Exception {
        for (String path : new String[] {
            "/actuator",
            "/actuator/",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/prometheus",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/beans",
            "/actuator/configprops",
            "/actuator/mappings",
            "/actuator/loggers",
            "/actuator/threaddump",
            "/actuator/metrics",
            "/actuator/shutdown"
        }) {
            assertThat(web.perform(get(path)).andReturn().getResponse().getStatus())
                    .as(path)
                    .isIn(302, 404);
            assertThat(web.perform(get(path).cookie(admin()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path + " as admin")
                    .isEqualTo(404);
        }
    }

    @Test
    void workHeldByADeadNodeShowsInTheFiguresAndOnTheOperatorsPage() throws Exception {
        assertThat(operatorsPage()).doesNotContain("À surveiller");
        Instant now = clock.instant();
        long before = jobs.now().due();
        job("watch-1", now.minus(Duration.ofMinutes(3)), 3);
        job("watch-2", null, 3);
        job("watch-3", now.plus(Duration.ofDays(1)), 3);
        jdbc.sql(
                        "INSERT INTO ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_) VALUES ('watch-incident', 1, ?, 'failedJob')")
                .param(Timestamp.from(now))
                .update();

        JobFigures.Figures figures = jobs.now();
        assertThat(figures.due()).isEqualTo(before + 2);
        assertThat(figures.age()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
        assertThat(figures.failed()).isEqualTo(1);
        assertThat(operatorsPage())
                .contains(
                        "À surveiller",
                        figures.due() + " étapes de processus en attente",
                        "3 minutes",
                        "1 étape de processus en échec");
    }

    @Test
    void mailsPastTheirHourAreCountedByState() {
        MailFigures.Figures before = mails.now();
        mail("watch:1", "QUEUED", clock.instant().minus(Duration.ofDays(30)));
        mail("watch:2", "UNKNOWN", clock.instant());
        mail("watch:3", "SENT", clock.instant());
        MailFigures.Figures after = mails.now();
        assertThat(after.oldestWait()).isGreaterThanOrEqualTo(Duration.ofDays(30));
        assertThat(after.byState().get("UNKNOWN")).isEqualTo(before.byState().get("UNKNOWN") + 1);
        assertThat(after.byState()).doesNotContainKey("SENT");
    }

    @Test
    void refusedSignInsAreCounted() throws Exception {
        double before = meters.get("forment.signins.refused").counter().count();
        web.perform(formLogin("/login").user("watch-nobody").password("wrong")).andReturn();
        assertThat(meters.get("forment.signins.refused").counter().count()).isEqualTo(before + 1);
        assertThat(meters.get("forment.jobs.due").gauge().value()).isNotNaN();
        assertThat(meters.find("forment.mails").gauges()).isNotEmpty();
    }

    private String operatorsPage() throws Exception {
        return Jsoup.parse(web.perform(get("/").cookie(admin()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .select("main")
                .text();
    }

    private Cookie[] admin() throws Exception {
        return web.perform(formLogin("/login").user("admin").password(password))
                .andReturn()
                .getResponse()
                .getCookies();
    }

    private void job(String id, Instant due, int retries) {
        jdbc.sql("""
                INSERT INTO ACT_RU_JOB (ID_, REV_, TYPE_, RETRIES_, DUEDATE_, LOCK_OWNER_, LOCK_EXP_TIME_, SUSPENSION_STATE_, HANDLER_TYPE_, CREATE_TIME_)
                VALUES (?, 1, 'timer', ?, ?, 'a node that died', ?, 1, 'timer-transition', ?)""")
                .params(
                        id,
                        retries,
                        due == null ? null : Timestamp.from(due),
                        Timestamp.from(clock.instant().plus(Duration.ofMinutes(4))),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private void mail(String key, String state, Instant notBefore) {
        jdbc.sql("""
                INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before)
                VALUES (?, 'staff/x', 'x@exemple.invalid', 'X', 's', 't', 'h', ?, ?, ?)""")
                .params(key, state, Timestamp.from(notBefore), Timestamp.from(notBefore))
                .update();
    }
}
