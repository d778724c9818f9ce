package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.SmtpSink;
import fr.forment.SmtpSink.Act;
import fr.forment.SmtpSink.Step;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Several nodes on one outbox: they share the work, a dead one's mails are taken over, and one that was only thought
 * dead does no harm.
 */
@HouseTest
@Tag("attack")
class TwoNodesTest {

    @Autowired
    JdbcTemplate rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RoundText texts;

    @Autowired
    Attachments attachments;

    @Autowired
    MailPause pause;

    @Autowired
    MailBox box;

    @Autowired
    Clock clock;

    private final SmtpSink sink = new SmtpSink();
    private final ExecutorService nodes = Executors.newCachedThreadPool();
    private SendingGround ground;

    @BeforeEach
    void nothingElseWaits() {
        ground = new SendingGround(rows, transaction, texts, attachments, pause, box, clock);
        rows.update("DELETE FROM mail_lease");
    }

    @AfterEach
    void close() throws IOException {
        sink.close();
        nodes.shutdownNow();
    }

    @Test
    void shareTheWorkAndSendEachMailOnce() throws Exception {
        ground.queue(450);
        sink.delay(1);
        Future<?> one = nodes.submit(ground.node(sink)::run);
        Future<?> other = nodes.submit(ground.node(sink)::run);
        one.get(60, TimeUnit.SECONDS);
        other.get(60, TimeUnit.SECONDS);
        ground.node(sink).run();
        assertThat(ground.states()).hasSize(450).containsOnly(MailState.SENT);
        assertThat(sink.copies()).hasSize(450);
        assertThat(sink.copies().values()).extracting(AtomicInteger::get).containsOnly(1);
        assertThat(rows.queryForList("SELECT owner FROM mail_lease"))
                .as("nobody is sending any more")
                .isEmpty();
    }

    @Test
    void whatADeadNodeHadTakenLeavesAndWhatItHadHandedOverIsInDoubt() {
        ground.queue(3);
        ground.update("state = 'CLAIMED', owner = 'dead'");
        rows.update(
                "INSERT INTO mail_lease (owner, alive_until) VALUES ('dead', CURRENT_TIMESTAMP + INTERVAL '30' SECOND)");
        rows.update(
                "UPDATE outbox_mail SET state = 'HANDED' WHERE id = ?",
                ground.mails().get(1).id());
        ground.node(sink).run();
        assertThat(ground.states())
                .as("it is alive as far as anybody knows")
                .containsExactly(MailState.CLAIMED, MailState.HANDED, MailState.CLAIMED);
        rows.update("UPDATE mail_lease SET alive_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        ground.node(sink).run();
        assertThat(ground.states()).containsExactly(MailState.SENT, MailState.UNKNOWN, MailState.SENT);
        assertThat(sink.accepted()).isEqualTo(2);
    }

    /** It has said DATA and is frozen there; the others think it is dead, and one of them sends. */
    @Test
    void aNodeWhoseLeaseRanOutWhileItWasFrozenGivesNothingAway() throws Exception {
        ground.queue(1);
        sink.once(Step.RCPT, Act.reply("250 2.1.5 ok").after(1500));
        var frozen = nodes.submit(ground.node(sink.port(), trouble(), "mail.smtp.timeout", "20000")::run);
        until(() -> ground.states().get(0) == MailState.CLAIMED && sink.connections() == 1);
        rows.update("UPDATE mail_lease SET alive_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        ground.node(sink).run();
        assertThat(ground.states()).containsExactly(MailState.SENT);
        frozen.get(30, TimeUnit.SECONDS);
        assertThat(ground.states()).containsExactly(MailState.SENT);
        assertThat(sink.accepted()).as("copies").isEqualTo(1);
    }

    /** Thought dead after the final dot: the others say "in doubt", and then the answer comes after all. */
    @Test
    void anAnswerThatComesLateSettlesTheDoubt() throws Exception {
        ground.queue(1);
        sink.once(Step.DOT, Act.reply("250 2.0.0 taken").after(2000));
        var slow = nodes.submit(ground.node(sink.port(), trouble(), "mail.smtp.timeout", "20000")::run);
        until(() -> sink.accepted() == 1);
        rows.update("UPDATE mail_lease SET alive_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        ground.node(sink).run();
        assertThat(ground.states()).containsExactly(MailState.UNKNOWN);
        slow.get(30, TimeUnit.SECONDS);
        assertThat(ground.states()).containsExactly(MailState.SENT);
        assertThat(sink.accepted()).isEqualTo(1);
    }

    @Test
    void neitherTheDateNorTheIdentityOfALetterChangesWhenItIsTriedAgain() {
        sink.keeping()
                .once(
                        Step.DOT,
                        new Act(
                                true,
                                0,
                                "451 4.3.0 Taken, but try again",
                                Act.reply("2").end()));
        ground.queue(1);
        ground.node(sink).run();
        rows.update(
                "UPDATE outbox_mail SET not_before = not_before - INTERVAL '2' HOUR WHERE state = 'QUEUED' AND id = ?",
                ground.mails().get(0).id());
        ground.node(sink).run();
        assertThat(sink.messages()).hasSize(2);
        assertThat(sink.messages().get(0))
                .as("to the byte")
                .isEqualTo(sink.messages().get(1));
    }

    @Test
    void aNodeThatStopsWaitsForAnswersAndGivesTheRestBack() throws Exception {
        ground.queue(60);
        sink.delay(150);
        Dispatcher node = ground.node(sink.port(), trouble(), "mail.smtp.timeout", "20000");
        Future<?> running = nodes.submit(node::run);
        until(() -> sink.accepted() >= 3);
        node.stop();
        running.get(5, TimeUnit.SECONDS);
        List<MailState> states = ground.states();
        assertThat(states).containsOnly(MailState.SENT, MailState.QUEUED);
        assertThat(states.stream().filter(state -> state == MailState.SENT))
                .hasSize(sink.accepted())
                .hasSizeLessThan(60);
        node.run();
        assertThat(ground.states()).as("it has stopped").isEqualTo(states);
    }

    @Test
    void whatIsNotAnsweredBeforeItStopsIsInDoubt() throws Exception {
        ground.queue(1);
        sink.always(Step.DOT, Act.stall().butTakesIt());
        Dispatcher node = ground.node(sink.port(), trouble(), "mail.smtp.timeout", "20000");
        Future<?> running = nodes.submit(node::run);
        until(() -> sink.accepted() == 1);
        node.stop();
        running.get(5, TimeUnit.SECONDS);
        assertThat(ground.states()).containsExactly(MailState.UNKNOWN);
    }

    private MailTrouble trouble() {
        return new MailTrouble(JdbcClient.create(rows));
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
