package fr.forment.mail;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import fr.forment.post.Correspondence;
import fr.forment.post.DraftChaseService;
import fr.forment.post.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters that are ready and do not leave by themselves. */
@HouseTest
class DraftsTest {

    private static final byte[] PDF = "%PDF-1.4 essai".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    TestGround ground;

    @Autowired
    Correspondence post;

    @Autowired
    AccountService accounts;

    @Autowired
    Visitor visitor;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailBox box;

    @Autowired
    Attachments attachments;

    @Autowired
    DraftChaseService chase;

    @Autowired
    TimeMachine time;

    @Autowired
    TransactionTemplate transaction;

    private final String key = "draft:" + UUID.randomUUID();
    private Circo circo;
    private Agent keeper;

    @BeforeEach
    void aDraftOfTheSecretary() {
        circo = ground.circonscription(1);
        keeper = circo.secretary();
        prepare(circo.teachers().get(0), List.of(new Attachment("ordre de mission – été.pdf", "application/pdf", PDF)));
    }

    private void prepare(Agent reader, List<Attachment> files) {
        String login = accounts.ofAgent(keeper.id()).orElseThrow().login();
        transaction.executeWithoutResult(tx -> post.prepare(
                reader.id(),
                new Letter("session/attested", key, Map.of("titre", "Présentation", "numero", "1"), "/moi", null),
                files,
                login));
    }

    private QueuedMail draft() {
        assertThat(box.about(key)).hasSize(1);
        return box.about(key).get(0);
    }

    @Test
    void waitsUntilItsKeeperLetsItGo() throws Exception {
        dispatcher.run();
        assertThat(draft().state()).isEqualTo(MailState.HELD);
        assertThat(visitor.page(keeper, "/").text()).contains("Un courriel attend que vous le laissiez partir");
        assertThat(visitor.page(keeper, "/moi/courriels").text()).contains(draft().subject());
        assertThat(visitor.page(keeper, "/moi/courriels/" + draft().id()).text())
                .contains("ordre de mission – été.pdf", "Présentation");
        var file = visitor.as(keeper, get("/moi/courriels/" + draft().id() + "/piece/0"));
        assertThat(file.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        visitor.as(keeper, post("/moi/courriels/" + draft().id() + "/liberer"));
        dispatcher.run();
        assertThat(draft().state()).isEqualTo(MailState.DEPOSITED);
        visitor.as(keeper, post("/moi/courriels/" + draft().id() + "/ecarter"));
        assertThat(draft().state()).as("it has left").isEqualTo(MailState.DEPOSITED);
    }

    @Test
    void isNobodyElses() throws Exception {
        String page = "/moi/courriels/" + draft().id();
        for (Agent other : List.of(circo.ien(), circo.teachers().get(0))) {
            assertThat(visitor.as(other, get(page)).getStatus()).isEqualTo(404);
            assertThat(visitor.as(other, get(page + "/piece/0")).getStatus()).isEqualTo(404);
            assertThat(visitor.as(other, post(page + "/liberer")).getStatus()).isEqualTo(404);
        }
        assertThat(draft().state()).isEqualTo(MailState.HELD);
    }

    @Test
    void itsKeeperIsRemindedOnceAfterTwoSchoolDays() {
        time.startAt(Instant.parse("2026-09-03T05:59:00Z"));
        chase.chase();
        assertThat(reminders()).as("two school days are not over").isEmpty();
        time.startAt(Instant.parse("2026-09-03T06:01:00Z"));
        chase.chase();
        chase.chase();
        assertThatMails(reminders()).isOne().isTo(keeper).says(draft().subject(), "/moi/courriels");
    }

    private List<QueuedMail> reminders() {
        return box.about("mail:draftsKept:" + draft().id());
    }

    @Test
    void isBoundedInNumberSizeAndNames() {
        var small = new Attachment("a.pdf", "application/pdf", PDF);
        Agent reader = circo.teachers().get(1);
        for (List<Attachment> files : List.of(
                java.util.Collections.nCopies(11, small),
                List.of(new Attachment("a.pdf", "application/pdf", new byte[6_000_000])),
                List.of(new Attachment("../a.pdf", "application/pdf", PDF)),
                List.of(new Attachment("a\r\nBcc: x.pdf", "application/pdf", PDF)),
                List.of(new Attachment("a.pdf", "text/html\r\nX: y", PDF)))) {
            assertThatThrownBy(() -> prepare(reader, files)).isInstanceOf(TooMuchAttached.class);
        }
        assertThat(attachments.of(draft())).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("ordre de mission – été.pdf"));
    }
}
