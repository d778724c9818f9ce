package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.SmtpSink;
import fr.forment.SmtpSink.Act;
import fr.forment.SmtpSink.Step;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A mail server that refuses, cuts or falls silent at each point of the conversation: what becomes of the mail, at what
 * price, and how many arrive.
 */
@HouseTest
@Tag("attack")
class SendingMatrixTest {

    private static final String[] SIGN_IN = {"mail.smtp.auth", "true"};
    private static final String[] TLS = {"mail.smtp.starttls.enable", "true", "mail.smtp.starttls.required", "true"};

    /**
     * @param words part of what stands at the mail afterwards; null: nothing
     * @param isShut nothing leaves for anybody until the server is asked again
     */
    private record Case(
            String name,
            Step step,
            Act act,
            MailState state,
            int tries,
            int copies,
            String words,
            boolean isShut,
            String... settings) {

        @Override
        public String toString() {
            return name;
        }

        static Case mail(Step step, String name, Act act, MailState state, int tries, int copies, String words) {
            return new Case(step + " " + name, step, act, state, tries, copies, words, false);
        }

        static Case all(Step step, String name, Act act, String words, String... settings) {
            return new Case(step + " " + name, step, act, MailState.QUEUED, 0, 0, words, true, settings);
        }
    }

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
    private SendingGround ground;
    private MailTrouble trouble;

    @BeforeEach
    void nothingElseWaits() {
        ground = new SendingGround(rows, transaction, texts, attachments, pause, box, clock);
        trouble = new MailTrouble(JdbcClient.create(rows));
    }

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    /** As long as it lasts. */
    static Stream<Case> always() {
        return Stream.of(
                Case.all(
                        Step.BANNER,
                        "refuses",
                        Act.replyAndClose("554 5.3.2 No service here"),
                        "554 5.3.2 No service here"),
                Case.all(Step.BANNER, "is busy", Act.replyAndClose("421 4.3.2 Busy"), "421 4.3.2 Busy"),
                Case.all(Step.BANNER, "closes", Act.close(), "injoignable"),
                Case.all(Step.BANNER, "resets", Act.reset(), "injoignable"),
                Case.all(Step.BANNER, "is silent", Act.stall(), "injoignable"),
                Case.all(Step.EHLO, "refuses", Act.reply("550 5.7.1 Who are you"), "550 5.7.1 Who are you"),
                Case.all(Step.EHLO, "closes", Act.close(), "injoignable"),
                Case.all(Step.EHLO, "is silent", Act.stall(), "injoignable"),
                Case.all(Step.STARTTLS, "refuses", Act.reply("554 5.7.3 No TLS today"), "554 5.7.3 No TLS today", TLS),
                Case.all(
                        Step.STARTTLS,
                        "later",
                        Act.reply("454 4.7.0 TLS not available"),
                        "454 4.7.0 TLS not available",
                        TLS),
                Case.all(
                        Step.STARTTLS, "then talks in clear", Act.reply("220 go on\n250 in clear"), "chiffrement", TLS),
                Case.all(Step.STARTTLS, "closes", Act.close(), "injoignable", TLS),
                Case.all(
                        Step.AUTH,
                        "refuses",
                        Act.reply("535 5.7.8 Authentication credentials invalid"),
                        "535 5.7.8 Authentication credentials invalid",
                        SIGN_IN),
                Case.all(
                        Step.AUTH,
                        "later",
                        Act.reply("454 4.7.0 Temporary authentication failure"),
                        "454 4.7.0",
                        SIGN_IN),
                Case.all(Step.AUTH, "closes", Act.close(), "injoignable", SIGN_IN),
                Case.all(Step.MAIL, "refuses", Act.reply("550 5.7.1 Sender refused"), "550 5.7.1 Sender refused"),
                Case.all(Step.MAIL, "later", Act.reply("451 4.7.1 Slow down"), "451 4.7.1 Slow down"),
                Case.all(Step.MAIL, "goes", Act.replyAndClose("421 4.7.0 Too many"), "421 4.7.0 Too many"),
                Case.all(Step.MAIL, "closes", Act.close(), "coup"),
                Case.all(Step.MAIL, "resets", Act.reset(), "coup"),
                Case.all(Step.MAIL, "is silent", Act.stall(), "coup"),
                Case.mail(
                        Step.RCPT,
                        "refuses",
                        Act.reply("550 5.1.1 User unknown"),
                        MailState.FAILED,
                        1,
                        0,
                        "550 5.1.1 User unknown"),
                Case.mail(
                        Step.RCPT,
                        "refuses at length",
                        Act.reply("550-5.1.1 The user\n550 5.1.1 is unknown"),
                        MailState.FAILED,
                        1,
                        0,
                        "550 5.1.1 The user is unknown"),
                Case.mail(
                        Step.RCPT,
                        "later",
                        Act.reply("450 4.2.1 Mailbox busy"),
                        MailState.QUEUED,
                        1,
                        0,
                        "450 4.2.1 Mailbox busy"),
                Case.all(Step.RCPT, "goes", Act.replyAndClose("421 4.3.0 Going"), "421 4.3.0 Going"),
                Case.all(Step.RCPT, "closes", Act.close(), "coup"),
                Case.all(Step.RCPT, "is silent", Act.stall(), "coup"),
                Case.mail(
                        Step.DATA,
                        "refuses",
                        Act.reply("554 5.7.1 Not this"),
                        MailState.FAILED,
                        1,
                        0,
                        "554 5.7.1 Not this"),
                Case.mail(
                        Step.DATA,
                        "later",
                        Act.reply("452 4.3.1 Disk full"),
                        MailState.QUEUED,
                        1,
                        0,
                        "452 4.3.1 Disk full"),
                Case.all(Step.DATA, "goes", Act.replyAndClose("421 4.3.0 Going"), "421 4.3.0 Going"),
                Case.all(Step.DATA, "closes", Act.close(), "coup"),
                Case.all(Step.DATA, "is silent", Act.stall(), "coup"),
                Case.mail(
                        Step.DOT,
                        "refuses",
                        Act.reply("554 5.6.0 Content refused"),
                        MailState.FAILED,
                        1,
                        0,
                        "554 5.6.0 Content refused"),
                Case.mail(
                        Step.DOT,
                        "is too big",
                        Act.reply("552 5.3.4 Too big"),
                        MailState.FAILED,
                        1,
                        0,
                        "552 5.3.4 Too big"),
                Case.mail(
                        Step.DOT,
                        "later",
                        Act.reply("451 4.3.0 Try again"),
                        MailState.QUEUED,
                        1,
                        0,
                        "451 4.3.0 Try again"),
                Case.mail(
                        Step.DOT,
                        "goes without taking it",
                        Act.replyAndClose("421 4.3.0 Going"),
                        MailState.QUEUED,
                        1,
                        0,
                        "421 4.3.0 Going"),
                Case.mail(
                        Step.DOT,
                        "later, then closes",
                        Act.replyAndClose("451 4.3.0 Try again"),
                        MailState.QUEUED,
                        1,
                        0,
                        "451 4.3.0 Try again"),
                Case.mail(
                        Step.DOT,
                        "takes it and closes",
                        Act.close().butTakesIt(),
                        MailState.UNKNOWN,
                        1,
                        1,
                        "pas répondu"),
                Case.mail(
                        Step.DOT,
                        "takes it and resets",
                        Act.reset().butTakesIt(),
                        MailState.UNKNOWN,
                        1,
                        1,
                        "pas répondu"),
                Case.mail(
                        Step.DOT,
                        "takes it and is silent",
                        Act.stall().butTakesIt(),
                        MailState.UNKNOWN,
                        1,
                        1,
                        "pas répondu"),
                Case.mail(
                        Step.DOT,
                        "takes it and says so too late",
                        Act.reply("250 2.0.0 taken").after(1200),
                        MailState.UNKNOWN,
                        1,
                        1,
                        "pas répondu"),
                Case.mail(
                        Step.DOT,
                        "takes it and says half a line",
                        new Act(true, 0, "250-2.0.0 ta\\", Act.close().end()),
                        MailState.UNKNOWN,
                        1,
                        1,
                        null),
                Case.mail(
                        Step.DOT,
                        "takes it and says half a reply",
                        new Act(true, 0, "250-2.0.0 taken", Act.close().end()),
                        MailState.UNKNOWN,
                        1,
                        1,
                        null),
                Case.mail(
                        Step.DOT,
                        "takes it and says nonsense",
                        new Act(true, 0, "thank you", Act.reply("2").end()),
                        MailState.UNKNOWN,
                        1,
                        1,
                        null),
                Case.mail(Step.DOT, "does not take it and closes", Act.close(), MailState.UNKNOWN, 1, 0, "pas répondu"),
                Case.mail(
                        Step.DOT,
                        "takes it slowly",
                        Act.reply("250 2.0.0 taken").after(200),
                        MailState.SENT,
                        1,
                        1,
                        null),
                Case.mail(
                        Step.DOT,
                        "takes it at length",
                        Act.reply("250-2.0.0 taken\n250 2.0.0 indeed"),
                        MailState.SENT,
                        1,
                        1,
                        null),
                Case.mail(
                        Step.DOT, "takes it in other words", Act.reply("251 2.0.0 taken"), MailState.SENT, 1, 1, null),
                Case.mail(Step.QUIT, "is silent", Act.stall(), MailState.SENT, 1, 1, null),
                Case.mail(Step.QUIT, "closes", Act.close(), MailState.SENT, 1, 1, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void always(Case each) {
        sink.always(each.step(), each.act());
        ground.queue(1);
        Dispatcher node = ground.node(sink.port(), trouble, each.settings());
        node.run();
        QueuedMail mail = ground.mails().get(0);
        assertThat(mail.state()).isEqualTo(each.state());
        assertThat(mail.attempts()).as("tries it cost").isEqualTo(each.tries());
        if (each.words() != null) {
            assertThat(mail.problem()).contains(each.words());
        }
        assertThat(trouble.standing())
                .hasSize(each.isShut() ? 1 : 0)
                .allSatisfy(standing -> assertThat(standing.words()).contains(each.words()));
        assertThat(sink.accepted()).as("copies").isEqualTo(each.copies());

        node.run();
        assertThat(sink.accepted()).as("copies when nobody waits").isEqualTo(each.copies());
        sink.heal();
        ground.hasten();
        ground.node(sink.port(), trouble).run();
        boolean goes = each.state() == MailState.QUEUED;
        assertThat(ground.states()).containsExactly(goes ? MailState.SENT : each.state());
        assertThat(sink.accepted()).as("copies once the server is well").isEqualTo(goes ? 1 : each.copies());
        assertThat(trouble.standing()).isEmpty();
    }

    /** For one mail of five, in a round of one: the others leave, and it too unless it was refused or is in doubt. */
    static Stream<Case> once() {
        return Stream.of(
                Case.mail(
                        Step.MAIL,
                        "goes between two mails",
                        Act.replyAndClose("421 4.7.0 Enough for one connection"),
                        MailState.SENT,
                        1,
                        5,
                        null),
                Case.mail(Step.MAIL, "closes", Act.close(), MailState.SENT, 1, 5, null),
                Case.mail(Step.MAIL, "resets", Act.reset(), MailState.SENT, 1, 5, null),
                Case.mail(Step.MAIL, "is silent", Act.stall(), MailState.SENT, 1, 5, null),
                Case.mail(Step.MAIL, "later", Act.reply("451 4.7.1 Slow down"), MailState.SENT, 1, 5, null),
                Case.mail(Step.MAIL, "is lost", Act.reply("503 5.5.1 Bad sequence"), MailState.SENT, 1, 5, null),
                Case.mail(Step.RCPT, "goes", Act.replyAndClose("421 4.3.0 Going"), MailState.SENT, 1, 5, null),
                Case.mail(Step.RCPT, "closes", Act.close(), MailState.SENT, 1, 5, null),
                Case.mail(
                        Step.RCPT,
                        "refuses",
                        Act.reply("550 5.1.1 User unknown"),
                        MailState.FAILED,
                        1,
                        4,
                        "550 5.1.1 User unknown"),
                Case.mail(Step.DATA, "closes", Act.close(), MailState.SENT, 1, 5, null),
                Case.mail(Step.DATA, "resets", Act.reset(), MailState.SENT, 1, 5, null),
                Case.mail(Step.DATA, "is one reply behind", Act.reply("250 2.1.5 ok"), MailState.SENT, 1, 5, null),
                Case.mail(
                        Step.DOT,
                        "takes it and closes",
                        Act.close().butTakesIt(),
                        MailState.UNKNOWN,
                        1,
                        5,
                        "pas répondu"),
                Case.mail(
                        Step.DOT,
                        "later",
                        Act.reply("451 4.3.0 Try again"),
                        MailState.QUEUED,
                        1,
                        4,
                        "451 4.3.0 Try again"),
                Case.mail(Step.BANNER, "closes", Act.close(), MailState.QUEUED, 0, 0, "injoignable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void once(Case each) {
        sink.once(each.step(), each.act());
        ground.queue(5);
        ground.node(sink.port(), trouble).run();
        List<QueuedMail> mails = ground.mails();
        assertThat(mails.stream().filter(mail -> mail.state() == each.state()))
                .as("%s", ground.states())
                .hasSizeGreaterThanOrEqualTo(1)
                .allSatisfy(mail -> assertThat(mail.attempts()).isEqualTo(each.tries()));
        if (each.words() != null) {
            assertThat(mails).anySatisfy(mail -> assertThat(mail.problem()).contains(each.words()));
        }
        assertThat(sink.accepted()).isEqualTo(each.copies());
        sink.heal();
        ground.hasten();
        ground.node(sink.port(), trouble).run();
        assertThat(sink.copies().values()).extracting(AtomicInteger::get).containsOnly(1);
        assertThat(ground.states()).doesNotContain(MailState.QUEUED, MailState.CLAIMED, MailState.HANDED);
    }
}
