package fr.forment.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseOnPostgres;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.CleanHouse;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A version and the letters about it are one: a connection that dies before the commit leaves neither. */
@HouseTest
@HouseOnPostgres
class CharterCutOffIT {

    @Autowired
    Charters charters;

    @Autowired
    CharterTextService texts;

    @Autowired
    MailBox mails;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    TimeMachine time;

    @Autowired
    TestGround ground;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @Test
    void leavesNeitherThenEachLetterLeavesOnce() {
        circo = ground.circonscription(2);
        List<String> people = jdbc.sql("SELECT email FROM agent WHERE circonscription_uai = ?")
                .param(circo.uai())
                .query(String.class)
                .list();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    publish();
                    assertThat(letters()).hasSameSizeAs(people);
                    int mine = jdbc.sql("SELECT pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    CompletableFuture.runAsync(() -> assertThat(jdbc.sql("SELECT pg_terminate_backend(?)")
                                            .param(mine)
                                            .query(Boolean.class)
                                            .single())
                                    .isTrue())
                            .join();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(charters.versions(circo.uai())).hasSize(1);
        assertThat(letters()).isEmpty();

        publish();
        assertThat(charters.versions(circo.uai())).hasSize(2);
        time.startAt(CleanHouse.START.plus(Duration.ofDays(3)));
        dispatcher.run();
        dispatcher.run();
        assertThat(letters())
                .allMatch(mail -> mail.state() == MailState.DEPOSITED)
                .extracting(QueuedMail::toAddress)
                .containsExactlyInAnyOrderElementsOf(people);
    }

    private void publish() {
        texts.publish(circo.uai(), charters.current(circo.uai()).id(), "Octobre 2026", "Un point.");
    }

    private List<QueuedMail> letters() {
        return mails.about("charter:publish:").stream()
                .filter(mail -> jdbc.sql("SELECT COUNT(*) FROM agent WHERE email = ? AND circonscription_uai = ?")
                                .params(mail.toAddress(), circo.uai())
                                .query(Integer.class)
                                .single()
                        == 1)
                .toList();
    }
}
