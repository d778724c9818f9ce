package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.people.Agent;
import fr.forment.people.ListSays;
import fr.forment.people.StaffService;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails of a round keep the rules of those written one by one. */
@HouseTest
@Tag("attack")
class MassMailTest {

    private static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    MailBox box;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    TestGround ground;

    @Autowired
    StaffService staff;

    @Autowired
    ListSays listSays;

    @Autowired
    TransactionTemplate transaction;

    private final String key = "mass:" + UUID.randomUUID();

    private QueuedMail queue(Agent reader, Instant hour, Instant end) {
        transaction.executeWithoutResult(tx -> outbox.queueAll(new MassMail(
                "campaign/thanked",
                Map.of("ecole", "École d'essai", "signature", "FormENT"),
                """
                SELECT CAST(:key AS VARCHAR(100)) AS mail_key, a.id AS agent_id, a.email AS to_address, a.last_name AS to_name,
                       'prenom' || CHR(31) || a.first_name || CHR(30) AS details, CAST(:hour AS TIMESTAMP WITH TIME ZONE) AS not_before FROM agent a WHERE a.id = :reader""",
                Map.of("key", key, "hour", Timestamp.from(hour), "reader", reader.id()),
                end)));
        assertThat(box.about(key)).hasSize(1);
        return box.about(key).get(0);
    }

    @Test
    void anHourThatComesAfterTheEndIsNow() {
        Agent reader = ground.circonscription(1).teachers().get(0);
        assertThat(queue(reader, NOW.plus(Duration.ofDays(3)), NOW.plus(Duration.ofDays(2)))
                        .notBefore())
                .isBefore(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void anHourBeforeTheEndIsKept() {
        Agent reader = ground.circonscription(1).teachers().get(0);
        assertThat(queue(reader, NOW.plus(Duration.ofDays(3)), NOW.plus(Duration.ofDays(4)))
                        .notBefore())
                .isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void goToTheAddressOfTheDay() {
        Agent reader = ground.circonscription(1).teachers().get(0);
        queue(reader, NOW.minusSeconds(1), null);
        listSays.address(reader, "autre." + reader.id() + "@exemple.invalid");
        dispatcher.run();
        assertThat(box.about(key).get(0)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.DEPOSITED);
            assertThat(mail.toAddress()).isEqualTo("autre." + reader.id() + "@exemple.invalid");
        });
    }
}
