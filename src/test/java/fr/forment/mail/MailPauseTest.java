package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A restored backup would write to everybody again. */
@HouseTest
@Tag("attack")
class MailPauseTest {

    @Autowired
    MailPause pause;

    @Autowired
    PauseEnd end;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    OutboxRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private final String word = OutboxRows.word();

    @BeforeEach
    void nothingElseWaits() {
        rows.nothingElseWaits();
    }

    @AfterEach
    void letMailsLeave() {
        end.resume(null, "admin");
    }

    /** The very line of the recipe. */
    private void restored() {
        jdbc.sql(
                        "UPDATE mail_pause SET paused = TRUE, since = CURRENT_TIMESTAMP, reason = 'Sauvegarde restaurée.' WHERE id = 1")
                .update();
    }

    @Test
    void nothingLeavesUntilThePauseIsEnded() {
        rows.add(word, MailState.QUEUED, Duration.ofMinutes(-1), null);
        restored();
        dispatcher.run();
        assertThat(rows.states(word)).containsExactly("QUEUED");
        assertThat(end.resume(null, "admin")).isZero();
        dispatcher.run();
        assertThat(rows.states(word)).containsExactly("DEPOSITED");
        assertThat(end.resume(null, "admin")).as("somebody else was quicker").isEqualTo(-1);
    }

    @Test
    void theOperatorSeesWhatWouldLeaveAndDropsWhatIsStale() throws Exception {
        rows.add(3, word, MailState.QUEUED, Duration.ofDays(-3));
        rows.add(2, word, MailState.QUEUED, Duration.ofHours(-1));
        rows.add(1, word, MailState.QUEUED, Duration.ofDays(1));
        restored();
        var page = Jsoup.parse(
                web.perform(get("/courriels/reprise").with(user("admin").roles("ADMIN")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(page.select("h2").text()).isEqualTo("5 courriels partiraient");
        assertThat(page.select("tbody tr")).hasSize(5);
        var yesterday = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))
                .minusDays(1)
                .withSecond(0)
                .withNano(0);
        web.perform(post("/courriels/reprise")
                .param("choix", "recents")
                .with(user("admin").roles("ADMIN"))
                .with(csrf()));
        assertThat(pause.standing().paused())
                .as("nothing chosen, nothing begun")
                .isTrue();
        web.perform(post("/courriels/reprise")
                .param("choix", "recents")
                .param("avant", yesterday.toString())
                .with(user("admin").roles("ADMIN"))
                .with(csrf()));
        dispatcher.run();
        assertThat(rows.states(word))
                .containsExactly("DROPPED", "DROPPED", "DROPPED", "DEPOSITED", "DEPOSITED", "QUEUED");
    }

    @ParameterizedTest
    @CsvSource({"25, '', true", "23, '', false", "100, 2026-09-01T08:00:00+02:00, false"})
    void aStartAsksAboutMailsADayPastTheirHourButNeverByAMovedClock(int hours, String movedTo, boolean paused) {
        long id = rows.add(word, MailState.QUEUED, Duration.ZERO, null);
        Instant real = Clock.systemUTC().instant();
        jdbc.sql("UPDATE outbox_mail SET not_before = ? WHERE state = 'QUEUED'")
                .param(Timestamp.from(real.plusSeconds(600)))
                .update();
        jdbc.sql("UPDATE outbox_mail SET not_before = ? WHERE id = ?")
                .params(Timestamp.from(real.minus(Duration.ofHours(hours))), id)
                .update();
        var thisNode = new MailPause(jdbc, clock, movedTo);
        thisNode.lookAtStart();
        assertThat(pause.standing().paused()).as("and every node knows").isEqualTo(paused);
        end.resume(null, "admin");
        thisNode.lookAtStart();
        assertThat(pause.standing().paused()).as("once per start").isFalse();
    }

    @Test
    void whatIsLetGoIsNotAskedAboutAtTheNextStart() {
        long id = rows.add(word, MailState.QUEUED, Duration.ZERO, null);
        jdbc.sql("UPDATE outbox_mail SET not_before = ? WHERE id = ?")
                .params(Timestamp.from(Clock.systemUTC().instant().minus(Duration.ofDays(4))), id)
                .update();
        new MailPause(jdbc, Clock.systemUTC(), "").lookAtStart();
        assertThat(pause.standing().reason()).contains("sauvegarde restaurée", "longtemps arrêtés");
        new PauseEnd(jdbc, null, pause, null, Clock.systemUTC()).resume(null, "admin");
        new MailPause(jdbc, Clock.systemUTC(), "").lookAtStart();
        assertThat(pause.standing().paused()).isFalse();
    }

    @Test
    void withoutItsRowNothingLeavesEither() {
        rows.add(word, MailState.QUEUED, Duration.ofMinutes(-1), null);
        jdbc.sql("DELETE FROM mail_pause").update();
        try {
            dispatcher.run();
            assertThat(rows.states(word)).containsExactly("QUEUED");
        } finally {
            jdbc.sql("INSERT INTO mail_pause (id, paused) VALUES (1, FALSE)").update();
        }
    }
}
