package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Nine doubtful mails were invisible among two hundred that waited. */
@HouseTest
@Tag("attack")
class MailDeskTest {

    private static final Duration TOMORROW = Duration.ofDays(1);

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    OutboxRows rows;

    @Autowired
    MailDesk desk;

    @Autowired
    MailPause pause;

    @Autowired
    PauseEnd end;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcTemplate jdbcRows;

    @Autowired
    TransactionTemplate transaction;

    private final String word = OutboxRows.word();

    @AfterEach
    void letMailsLeave() {
        end.resume(null, "admin");
    }

    private String asOperator(MockHttpServletRequestBuilder request) throws Exception {
        var answer = web.perform(request.with(user("admin").roles("ADMIN")).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 302);
        return answer.getContentAsString();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(asOperator(get(path)));
    }

    @Test
    void whatShouldBeLookedAtComesBeforeTwoHundredThatWait() throws Exception {
        rows.add(200, word, MailState.QUEUED, TOMORROW);
        rows.add(9, word, MailState.UNKNOWN, TOMORROW.negated());
        rows.add(word, MailState.FAILED, TOMORROW.negated(), "550 5.1.1 boîte inconnue chez nous");
        rows.add(word, MailState.QUEUED, Duration.ofHours(-2), null);
        Document page = page("/courriels?q=" + word);
        assertThat(page.select("tbody tr").stream()
                        .limit(11)
                        .map(row -> row.select("td").last().text())
                        .toList())
                .allMatch(state -> !state.equals("envoyé"))
                .filteredOn(state -> state.startsWith("envoi incertain"))
                .hasSize(9);
        assertThat(page.select("tbody").text()).contains("550 5.1.1 boîte inconnue chez nous");
        assertThat(page.select("caption").text()).contains("211 courriels", "page 1 sur 5");
        assertThat(page("/courriels?q=" + word + "&etat=UNKNOWN").select("tbody tr"))
                .hasSize(9);
        assertThat(page("/courriels?q=" + word + "&etat=LATE").select("tbody tr"))
                .hasSize(1);
        assertThat(page("/courriels?q=" + word + "&page=5").select("tbody tr")).hasSize(11);
        assertThat(page("/courriels?q=" + word + "&page=99").select("tbody tr"))
                .as("beyond the last")
                .hasSize(11);
        assertThat(page("/courriels?q=%25").select("tbody tr"))
                .as("a sign is a sign")
                .isEmpty();
    }

    /** What has left only grows: years of it cost the page nothing. */
    @Test
    void isCountedNoFurtherThanAnybodyTurnsPages() throws Exception {
        rows.add(1, word, MailState.DROPPED, TOMORROW.negated());
        for (int there = 1; there <= Slice.FAR; there *= 2) {
            jdbcRows.update("""
                    INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before)
                    SELECT mail_key || ?, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before
                      FROM outbox_mail WHERE subject = ?""", ":" + there, "Objet " + word);
        }
        rows.add(1, word, MailState.UNKNOWN, TOMORROW.negated());
        try {
            Document first = page("/courriels?q=" + word);
            assertThat(first.select("tbody tr")).hasSize(50);
            assertThat(first.select("tbody tr").first().text()).contains("envoi incertain");
            assertThat(first.select("caption").text())
                    .isEqualTo("Plus de " + French.number(Slice.FAR) + " courriels, page 1 sur 200");
            assertThat(first.select("ul.filters").text())
                    .contains("plus de " + French.number(Slice.FAR) + " écartés")
                    .contains("plus de " + French.number(Slice.FAR) + " en tout");
            assertThat(first.text()).contains("tous ceux de cette liste, les plus anciens compris");
            assertThat(page("/courriels?q=" + word + "&page=999").select("tbody tr"))
                    .hasSize(50);
        } finally {
            jdbcRows.update("DELETE FROM outbox_mail WHERE subject = ?", "Objet " + word);
        }
    }

    @Test
    void theOperatorsFirstPageSaysSo() throws Exception {
        rows.add(3, word, MailState.UNKNOWN, TOMORROW.negated());
        long doubtful = desk.troubles().get(DeskFilter.UNKNOWN);
        Document first = page("/");
        assertThat(first.select(".notice.bad a[href=/courriels?etat=UNKNOWN]").text())
                .isEqualTo(doubtful + " incertains");
        pause.pause("admin", "essai");
        assertThat(page("/").select(".notice.bad").text()).contains("Aucun courriel ne part", "suspendu");
        Agent director = ground.circonscription(1).directors().get(0);
        assertThat(visitor.page(director, "/").text())
                .doesNotContain("incertains")
                .doesNotContain("Aucun courriel ne part");
    }

    @ParameterizedTest
    @CsvSource({"3", "400"})
    void aPageCostsTheSameHoweverManyMailsThereAre(int mails) throws Exception {
        rows.add(mails, word, MailState.FAILED, TOMORROW.negated());
        assertThat(statementsOf(() -> page("/courriels?q=" + word))).isBetween(2L, 12L);
        assertThat(statementsOf(() -> page("/courriels?etat=A_REGARDER&page=2")))
                .isBetween(2L, 12L);
    }

    private interface Visit {
        void go() throws Exception;
    }

    private static long statementsOf(Visit visit) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(heard);
        try {
            visit.go();
        } finally {
            logger.detachAppender(heard);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return heard.list.stream()
                .filter(event -> event.getMessage().startsWith("Executing")
                        && event.getFormattedMessage().contains("["))
                .count();
    }

    @Test
    void sendsAgainWhatIsChosenAndKeepsWhoDidIt() throws Exception {
        long refused = rows.add(word, MailState.FAILED, TOMORROW.negated(), "550");
        long missed = rows.add(word, MailState.MISSED, TOMORROW.negated(), null);
        long sent = rows.add(word, MailState.SENT, TOMORROW.negated(), null);
        asOperator(post("/courriels/ensemble").param("action", "RENVOYER").param("id", "" + refused, "" + sent));
        assertThat(rows.states(word)).containsExactly("QUEUED", "MISSED", "SENT");
        assertThat(desk.historyOf(refused)).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo("remis dans la file");
            assertThat(line.byWhom()).isNotBlank();
            assertThat(line.at()).isNotNull();
        });
        assertThat(desk.historyOf(sent)).as("what has left stays").isEmpty();
        assertThat(desk.historyOf(missed)).isEmpty();
    }

    @Test
    void actsOnAllThatAFilterAndASearchLeaveOnEveryPageAndOnNoOther() throws Exception {
        String other = OutboxRows.word();
        rows.add(1203, word, MailState.UNKNOWN, TOMORROW.negated());
        rows.add(2, word, MailState.FAILED, TOMORROW.negated());
        rows.add(2, other, MailState.UNKNOWN, TOMORROW.negated());
        asOperator(post("/courriels/ensemble")
                .param("action", "RENVOYER")
                .param("tous", "true")
                .param("etat", "UNKNOWN")
                .param("q", word));
        assertThat(rows.states(word)).filteredOn("QUEUED"::equals).hasSize(1203);
        assertThat(rows.states(word)).filteredOn("FAILED"::equals).hasSize(2);
        assertThat(rows.states(other)).containsOnly("UNKNOWN");
        desk.actOnAll(DeskAction.ECARTER, DeskFilter.TOUS, word, "admin");
        assertThat(rows.states(word)).containsOnly("DROPPED");
    }

    @Test
    void whatWasTakenBackWithItsReasonIsNotSentAgain() throws Exception {
        long one = rows.add(word, MailState.QUEUED, TOMORROW, null);
        long other = rows.add(word, MailState.QUEUED, TOMORROW, null);
        String key = jdbcRows.queryForObject("SELECT mail_key FROM outbox_mail WHERE id = ?", String.class, one);
        transaction.executeWithoutResult(tx -> outbox.takeBack(key, "La session a été annulée avant l'envoi"));
        asOperator(post("/courriels/" + other + "/ecarter"));
        asOperator(post("/courriels/ensemble")
                .param("action", "RENVOYER")
                .param("tous", "true")
                .param("etat", "DROPPED")
                .param("q", word));
        asOperator(post("/courriels/" + one + "/renvoyer"));
        assertThat(rows.states(word)).containsExactly("DROPPED", "QUEUED");
    }

    @Test
    void holdsBackAndLetsGo() throws Exception {
        long one = rows.add(word, MailState.QUEUED, Duration.ofMinutes(-1), null);
        asOperator(post("/courriels/" + one + "/garder"));
        dispatcher.run();
        assertThat(rows.states(word)).containsExactly("HELD");
        assertThat(page("/courriels/" + one).text()).contains("gardé", "Historique", "Laisser partir");
        asOperator(post("/courriels/" + one + "/liberer"));
        dispatcher.run();
        assertThat(rows.states(word)).containsExactly("DEPOSITED");
        assertThat(desk.historyOf(one)).extracting(JournalEntry::what).containsExactly("gardé", "libéré");
    }

    @Test
    void isTheOperatorsAlone() throws Exception {
        long one = rows.add(word, MailState.FAILED, TOMORROW.negated(), null);
        Agent ien = ground.circonscription(1).ien();
        for (String action : List.of(
                "/courriels/" + one + "/renvoyer",
                "/courriels/" + one + "/ecarter",
                "/courriels/suspendre",
                "/courriels/reprise")) {
            assertThat(visitor.as(ien, post(action).param("choix", "tout")).getStatus())
                    .as(action)
                    .isIn(403, 404);
        }
        assertThat(visitor.as(
                                ien,
                                post("/courriels/ensemble")
                                        .param("action", "ECARTER")
                                        .param("tous", "true"))
                        .getStatus())
                .isIn(403, 404);
        assertThat(rows.states(word)).containsExactly("FAILED");
        assertThat(pause.standing().paused()).isFalse();
    }
}
