package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccessLinkService;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails kept their one-use links for ever. */
@HouseTest
@Tag("attack")
class SecretWiperTest {

    @Autowired
    SecretWiper wiper;

    @Autowired
    AccessLinkService links;

    @Autowired
    TestGround ground;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailBox box;

    @Autowired
    MailDesk desk;

    @Autowired
    Outbox outbox;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    private QueuedMail linkOf(Agent agent) {
        List<QueuedMail> mails = box.latest(agent.email(), 10).stream()
                .filter(mail -> mail.template().equals("access/firstAccess"))
                .toList();
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    @Test
    void theTextGoesWhenTheMailHasLeftAndTheLinkOpensNothingAnyMore() throws Exception {
        Agent reader = ground.circonscription(1).teachers().get(0);
        links.sendTo(reader.id());
        dispatcher.run();
        assertThat(linkOf(reader).bodyText()).contains("/acces/lien/");
        wiper.wipe();
        assertThat(linkOf(reader).bodyText()).as("it still opens").contains("/acces/lien/");
        time.startAt(Instant.parse("2026-09-09T08:00:00Z"));
        wiper.wipe();
        wiper.wipe();
        QueuedMail wiped = linkOf(reader);
        assertThat(wiped.bodyText() + wiped.bodyHtml()).isEmpty();
        assertThat(wiped.state()).isEqualTo(MailState.DEPOSITED);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE id = ? AND model IS NOT NULL")
                        .param(wiped.id())
                        .query(Long.class)
                        .single())
                .isZero();
        String page = web.perform(
                        get("/courriels/" + wiped.id()).with(user("admin").roles("ADMIN")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Texte effacé le").doesNotContain("iframe");
        assertThat(web.perform(get("/courriels/" + wiped.id() + "/html")
                                .with(user("admin").roles("ADMIN")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void whatStillWaitsKeepsItsTextAndWhatIsWipedIsNotSentAgain() {
        String key = "secret:" + UUID.randomUUID();
        Instant now = Instant.parse("2026-09-01T06:00:00Z");
        transaction.executeWithoutResult(tx -> {
            for (int i = 0; i < 600; i++) {
                outbox.queue(new Mail(
                        key + ":" + i,
                        "access/firstAccess",
                        null,
                        "personne@exemple.invalid",
                        "Camille",
                        Map.of(
                                "prenom",
                                "C",
                                "nom",
                                "E",
                                "fin",
                                "demain",
                                "lien",
                                "http://localhost/acces/lien/abc",
                                "signature",
                                "FormENT"),
                        null,
                        now.plus(Duration.ofDays(30)),
                        null,
                        now.plusSeconds(60)));
            }
        });
        time.startAt(now.plusSeconds(120));
        wiper.wipe();
        assertThat(box.about(key)).noneMatch(QueuedMail::isWiped);
        jdbc.sql("UPDATE outbox_mail SET state = 'FAILED' WHERE mail_key LIKE ?")
                .param(key + "%")
                .update();
        wiper.wipe();
        assertThat(box.about(key)).hasSize(600).allMatch(QueuedMail::isWiped);
        assertThat(desk.act(
                        DeskAction.RENVOYER,
                        box.about(key).stream().map(QueuedMail::id).toList(),
                        "admin"))
                .isZero();
    }
}
