package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail is written with the decision or not at all, once, and leaves at its hour. */
@HouseTest
class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    MailBox box;

    @Autowired
    MailDesk desk;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String key = "test:" + UUID.randomUUID();

    private Mail mail(Instant notBefore, Instant notAfter) {
        return new Mail(
                key,
                "evaluation/askedAtOnce",
                "personne@exemple.invalid",
                "Camille Essai",
                Map.of(
                        "prenom",
                        "Camille <b>&",
                        "jour",
                        "1er septembre",
                        "titre",
                        "Présentation",
                        "fin",
                        "30 septembre",
                        "lien",
                        "http://localhost/evaluation/abc",
                        "signature",
                        "FormENT"),
                notBefore,
                notAfter);
    }

    private boolean queue(Mail mail) {
        return Boolean.TRUE.equals(transaction.execute(tx -> outbox.queue(mail)));
    }

    private QueuedMail only() {
        assertThat(box.about(key)).hasSize(1);
        return box.about(key).get(0);
    }

    @Test
    void isWrittenOnlyInsideATransaction() {
        assertThatThrownBy(() -> outbox.queue(mail(NOW, null))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void disappearsWithADecisionThatIsRolledBack() {
        transaction.executeWithoutResult(tx -> {
            outbox.queue(mail(NOW, null));
            tx.setRollbackOnly();
        });
        assertThat(box.about(key)).isEmpty();
    }

    @Test
    void isQueuedOncePerKey() {
        assertThat(queue(mail(NOW, null))).isTrue();
        assertThat(queue(mail(NOW, null))).isFalse();
        only();
    }

    @Test
    void hasTextAndHtmlThatSayTheSameAndEscapeWhatPeopleTyped() {
        queue(mail(NOW, null));
        assertThat(only().subject()).startsWith("Votre avis sur la formation");
        assertThat(only().bodyText()).contains("Bonjour Camille <b>&").doesNotContain("Votre avis sur la formation");
        assertThat(only().bodyHtml())
                .contains("Bonjour Camille &lt;b&gt;&amp;", "href=\"http://localhost/evaluation/abc\"", "lang=\"fr\"")
                .doesNotContain("<img", "<script");
    }

    @Test
    void waitsForItsHourThenIsDepositedWithoutServer() {
        queue(mail(NOW.plusSeconds(3600), null));
        dispatcher.run();
        assertThat(only().state()).isEqualTo(MailState.QUEUED);
        assertThat(dispatcher.nextDeparture()).isPresent();
        jdbc.sql("UPDATE outbox_mail SET not_before = ? WHERE mail_key = ?")
                .params(java.sql.Timestamp.from(NOW), key)
                .update();
        dispatcher.run();
        assertThat(only().state()).isEqualTo(MailState.DEPOSITED);
    }

    @Test
    void isNotSentOnceItHasLostItsUse() {
        queue(mail(NOW.minusSeconds(7200), NOW.minusSeconds(3600)));
        dispatcher.run();
        assertThat(only().state()).isEqualTo(MailState.MISSED);
    }

    @Test
    void isDoubtfulNotRepeatedWhenTheHouseStoppedWhileHandingItOver() {
        queue(mail(NOW, null));
        jdbc.sql("UPDATE outbox_mail SET state = 'HANDED', owner = 'gone' WHERE mail_key = ?")
                .param(key)
                .update();
        dispatcher.run();
        assertThat(only().state()).isEqualTo(MailState.UNKNOWN);
        assertThat(desk.act(DeskAction.RENVOYER, List.of(only().id()), "admin")).isEqualTo(1);
        dispatcher.run();
        assertThat(only().state()).isEqualTo(MailState.DEPOSITED);
    }

    @Test
    void goesBackToTheQueueWhenTheHouseStoppedBeforeHandingItOver() {
        queue(mail(NOW.plusSeconds(3600), null));
        jdbc.sql("UPDATE outbox_mail SET state = 'CLAIMED', owner = 'gone' WHERE mail_key = ?")
                .param(key)
                .update();
        dispatcher.run();
        assertThat(only().state()).isEqualTo(MailState.QUEUED);
    }
}
