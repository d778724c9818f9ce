package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.forment.HouseTest;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A real SMTP conversation: what arrives, and what happens when nobody listens. */
@HouseTest
class SmtpIT {

    private static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    MailBox box;

    @Autowired
    RoundText texts;

    @Autowired
    MailDesk desk;

    @Autowired
    Attachments attachments;

    @Autowired
    MailPause pause;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final String round = "smtp:" + UUID.randomUUID();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Dispatcher dispatcher;

    @BeforeEach
    void threeMailsAndAServer() {
        server.start();
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        dispatcher = new Dispatcher(
                rows,
                transaction,
                new Postman(
                        sender,
                        new MailSettings("formation@exemple.invalid", "erun@exemple.invalid", "FormENT", null, 4),
                        attachments),
                texts,
                pause,
                new MailTrouble(jdbc),
                clock);
        jdbc.sql("UPDATE outbox_mail SET state = 'DEPOSITED' WHERE state = 'QUEUED'")
                .update();
        IntStream.range(0, 3)
                .forEach(i -> transaction.executeWithoutResult(tx -> outbox.queue(new Mail(
                        round + ":" + i,
                        "evaluation/askedAtOnce",
                        "personne" + i + "@exemple.invalid",
                        "Émilie Le Goff",
                        Map.of(
                                "prenom",
                                "Émilie",
                                "jour",
                                "1er septembre",
                                "titre",
                                "Présentation",
                                "fin",
                                "30 septembre",
                                "lien",
                                "http://localhost/x",
                                "signature",
                                "L'équipe"),
                        NOW,
                        null))));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private List<MailState> states() {
        return box.about(round).stream().map(QueuedMail::state).toList();
    }

    @Test
    void deliversTextAndHtmlInFrenchOnce() throws Exception {
        dispatcher.run();
        dispatcher.run();
        assertThat(states()).containsOnly(MailState.SENT);
        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(3);
        MimeMessage first = arrived[0];
        assertThat(first.getSubject()).startsWith("Votre avis sur la formation");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(first.getHeader("Message-ID")[0]).matches("<\\d+\\.[0-9a-f]{24}@exemple\\.invalid>");
        assertThat(first.getReplyTo()[0]).hasToString("erun@exemple.invalid");
        assertThat(first.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(((MimeMultipart) first.getContent()).getCount()).isPositive();
        assertThat(arrived)
                .extracting(message -> message.getHeader("Message-ID")[0])
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsEverythingWithoutUsingUpTriesWhileTheServerIsDown() {
        server.stop();
        dispatcher.run();
        assertThat(states()).containsOnly(MailState.QUEUED);
        assertThat(box.about(round)).extracting(QueuedMail::attempts).containsOnly(0);
        assertThat(box.about(round)).extracting(QueuedMail::problem).containsOnly("Serveur de courriel injoignable");
    }

    @Test
    void putsAsideAnAddressThatCannotBeWrittenTo() {
        jdbc.sql("UPDATE outbox_mail SET to_address = 'pas une adresse' WHERE mail_key = ?")
                .param(round + ":1")
                .update();
        dispatcher.run();
        assertThat(states()).containsExactly(MailState.SENT, MailState.FAILED, MailState.SENT);
    }

    /** A draft leaves when a person lets it go, with its files. */
    @Test
    void filesGoWithTheirLetter() throws Exception {
        String key = round + ":draft";
        byte[] pdf = new byte[200_000];
        new Random(7).nextBytes(pdf);
        transaction.executeWithoutResult(tx -> outbox.prepare(new MailDraft(
                new Mail(
                        key,
                        "evaluation/askedAtOnce",
                        "personne@exemple.invalid",
                        "Émilie Le Goff",
                        Map.of(
                                "prenom",
                                "Émilie",
                                "jour",
                                "1er septembre",
                                "titre",
                                "Présentation",
                                "fin",
                                "30 septembre",
                                "lien",
                                "http://localhost/x",
                                "signature",
                                "L'équipe"),
                        NOW,
                        null),
                List.of(
                        new Attachment("ordre de mission – été.pdf", "application/pdf", pdf),
                        new Attachment("plan.txt", "text/plain", "à l'école".getBytes())),
                "admin",
                null)));
        dispatcher.run();
        assertThat(server.getReceivedMessages()).as("it is kept").hasSize(3);
        assertThat(desk.act(DeskAction.LIBERER, List.of(box.about(key).get(0).id()), "admin"))
                .isEqualTo(1);
        dispatcher.run();
        assertThat(box.about(key)).extracting(QueuedMail::state).containsExactly(MailState.SENT);
        var whole = (MimeMultipart) server.getReceivedMessages()[3].getContent();
        var names = new ArrayList<String>();
        byte[] arrived = null;
        for (int i = 0; i < whole.getCount(); i++) {
            var part = whole.getBodyPart(i);
            if (Part.ATTACHMENT.equals(part.getDisposition())) {
                names.add(MimeUtility.decodeText(part.getFileName()));
                arrived = arrived == null ? part.getInputStream().readAllBytes() : arrived;
            }
        }
        assertThat(names).containsExactly("ordre de mission – été.pdf", "plan.txt");
        assertThat(arrived).isEqualTo(pdf);
        assertThat(whole.getBodyPart(0).getContent())
                .as("the letter itself comes first")
                .isInstanceOf(MimeMultipart.class);
    }
}
