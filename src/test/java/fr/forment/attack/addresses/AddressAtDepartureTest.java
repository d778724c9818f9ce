package fr.forment.attack.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.ListSays;
import fr.forment.people.StaffService;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails waited days under an address that had changed meanwhile: they left to the old one, or to somebody who had gone.
 */
@HouseTest
@Tag("attack")
class AddressAtDepartureTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2026-09-04T17:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-09-07T07:00:00Z");

    @Autowired
    TestGround ground;

    @Autowired
    Correspondence post;

    @Autowired
    StaffService staff;

    @Autowired
    ListSays listSays;

    @Autowired
    TimeMachine time;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailBox box;

    @Autowired
    TransactionTemplate transaction;

    private final String key = "test:" + UUID.randomUUID();
    private Circo circo;
    private Agent reader;

    @BeforeEach
    void aLetterOfFridayEvening() {
        circo = ground.circonscription(1);
        reader = circo.teachers().get(0);
        time.startAt(FRIDAY_EVENING);
        transaction.executeWithoutResult(tx -> post.toAgent(
                reader.id(),
                new Letter("session/attested", key, Map.of("titre", "Présentation", "numero", "1"), "/moi", null)));
        assertThat(mails()).extracting(QueuedMail::state).containsExactly(MailState.QUEUED);
    }

    private List<QueuedMail> mails() {
        return box.about(key);
    }

    private QueuedMail onMonday() {
        time.startAt(MONDAY);
        dispatcher.run();
        assertThat(mails()).hasSize(1);
        return mails().get(0);
    }

    @Test
    void goesToTheAddressOfTheDay() {
        listSays.address(reader, "nouvelle." + reader.id() + "@exemple.invalid");
        assertThat(onMonday()).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.DEPOSITED);
            assertThat(mail.toAddress()).isEqualTo("nouvelle." + reader.id() + "@exemple.invalid");
        });
    }

    @Test
    void goesNowhereWhenThePersonHasLeft() {
        staff.leave(reader.id(), java.time.LocalDate.of(2026, 9, 5));
        assertThat(onMonday().state()).isNotIn(MailState.DEPOSITED, MailState.SENT, MailState.QUEUED);
    }

    @Test
    void goesNowhereWhenThereIsNoAddressAnyMore() {
        listSays.noAddress(reader);
        assertThat(onMonday().state()).isNotIn(MailState.DEPOSITED, MailState.SENT, MailState.QUEUED);
    }
}
