package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.SmtpSink;
import fr.forment.SmtpSink.Act;
import fr.forment.SmtpSink.Step;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is told of several things in one moment gets one letter that tells all of them. */
@HouseTest
class GatheredLettersTest {

    @Autowired
    TestGround people;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    Outbox outbox;

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
    Dispatcher house;

    @Autowired
    TimeMachine time;

    @Autowired
    Clock clock;

    private final SmtpSink sink = new SmtpSink().keeping();
    private final String key = "gathered:" + UUID.randomUUID();
    private SendingGround ground;
    private Circo circo;

    @BeforeEach
    void nothingElseWaits() {
        circo = people.circonscription(2);
        ground = new SendingGround(rows, transaction, texts, attachments, pause, box, clock);
    }

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    private void queue(Agent reader, String name, Instant notBefore, String template) {
        rows.update(
                """
                INSERT INTO outbox_mail (mail_key, template, agent_id, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?)""",
                key + ":" + name,
                template,
                reader.id(),
                reader.email(),
                reader.fullName(),
                "Objet " + name,
                "Bonjour " + reader.fullName() + ",\n\nTexte de " + name + ".\n\nL'équipe\n",
                "<!DOCTYPE html><html lang=\"fr\"><head><title>Objet</title></head><body style=\"x\"><p>Bonjour "
                        + reader.fullName() + ",</p><p>Texte de " + name + ".</p><p>L&#39;équipe</p></body></html>",
                Timestamp.from(clock.instant()),
                Timestamp.from(notBefore));
    }

    private void queue(Agent reader, String name) {
        queue(reader, name, clock.instant(), "project/openingRefused");
    }

    private List<MailState> states() {
        return box.about(key).stream().map(QueuedMail::state).toList();
    }

    private static MimeMessage read(byte[] message) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
    }

    private List<MimeMessage> arrivedFor(Agent reader) throws MessagingException {
        List<MimeMessage> own = new ArrayList<>();
        for (byte[] message : sink.messages()) {
            MimeMessage read = read(message);
            if (read.getAllRecipients()[0].toString().contains(reader.email())) {
                own.add(read);
            }
        }
        return own;
    }

    /** Text, HTML and files, laid flat. */
    private static List<BodyPart> parts(MimeMultipart all) throws Exception {
        List<BodyPart> flat = new ArrayList<>();
        for (int i = 0; i < all.getCount(); i++) {
            if (all.getBodyPart(i).getContent() instanceof MimeMultipart inner) {
                flat.addAll(parts(inner));
            } else {
                flat.add(all.getBodyPart(i));
            }
        }
        return flat;
    }

    private static boolean isCalendar(BodyPart part) {
        try {
            return part.isMimeType("application/ics");
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String text(MimeMessage letter, String type) throws Exception {
        for (BodyPart part : parts((MimeMultipart) letter.getContent())) {
            if (part.isMimeType(type)) {
                return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + type);
    }

    @Test
    void severalNewsOfOneMomentAreOneLetter() throws Exception {
        Agent reader = circo.directors().get(0);
        Agent other = circo.directors().get(1);
        queue(reader, "alpha");
        queue(other, "delta");
        queue(reader, "beta");
        queue(reader, "gamma", clock.instant().plusSeconds(5), "post/taskReminded");
        ground.node(sink).run();

        assertThat(states()).containsOnly(MailState.SENT).hasSize(4);
        assertThat(arrivedFor(other)).singleElement().satisfies(letter -> assertThat(letter.getSubject())
                .isEqualTo("Objet delta"));
        assertThat(arrivedFor(reader)).hasSize(1);
        MimeMessage letter = arrivedFor(reader).get(0);
        assertThat(letter.getSubject()).isEqualTo("Objet alpha – et 2 autres nouvelles");
        for (String type : List.of("text/plain", "text/html")) {
            assertThat(text(letter, type))
                    .contains("Ce courriel réunit 3", "Objet alpha", "Texte de beta.", "Texte de gamma.")
                    .containsOnlyOnce("Bonjour")
                    .containsOnlyOnce("équipe");
        }
        assertThat(box.together(box.about(key).get(0).id()))
                .extracting(QueuedMail::subject)
                .containsExactlyInAnyOrder("Objet beta", "Objet gamma");
    }

    /** More letters than a round takes, readers in turn: as after an amendment with many sessions. */
    @Test
    void aRoundDoesNotCutAReadersNewsApart() throws Exception {
        Agent reader = circo.directors().get(0);
        Agent other = circo.directors().get(1);
        for (int i = 0; i < 8; i++) {
            queue(reader, "r" + i);
            for (int n = 0; n < 30; n++) {
                rows.update(
                        """
                        INSERT INTO outbox_mail (mail_key, template, to_address, to_name, subject, body_text, body_html, state, queued_at, not_before)
                        VALUES (?, 'test/letter', 'quelquun@exemple.invalid', 'Quelqu''un', 'o', 't', '<body>t</body>', 'QUEUED', ?, ?)""",
                        key + ":x" + i + "." + n,
                        Timestamp.from(clock.instant()),
                        Timestamp.from(clock.instant()));
            }
            queue(other, "o" + i);
        }
        ground.node(sink).run();
        assertThat(states()).containsOnly(MailState.SENT).hasSize(256);
        assertThat(arrivedFor(reader)).hasSize(1);
        assertThat(arrivedFor(other)).hasSize(1);
    }

    @Test
    void aSummonsLeavesAloneAndSoDoesWhatOpensSomething() throws Exception {
        Agent reader = circo.teachers().get(0);
        queue(reader, "alpha");
        queue(reader, "summons", clock.instant(), "session/convoked");
        queue(reader, "link");
        rows.update(
                "UPDATE outbox_mail SET secret_until = ? WHERE mail_key = ?",
                Timestamp.from(clock.instant().plusSeconds(3600)),
                key + ":link");
        queue(reader, "beta");
        ground.node(sink).run();
        assertThat(arrivedFor(reader))
                .extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder("Objet alpha – et 1 autre nouvelle", "Objet summons", "Objet link");
    }

    /** What the server puts off is tried again as the same letter; what came meanwhile is another one. */
    @Test
    void aLetterTriedAgainIsTheSameLetter() throws Exception {
        Agent reader = circo.directors().get(0);
        queue(reader, "alpha");
        queue(reader, "beta");
        sink.once(Step.RCPT, Act.reply("450 4.2.1 Mailbox busy"));
        ground.node(sink).run();
        assertThat(states()).containsOnly(MailState.QUEUED);
        queue(reader, "gamma");
        rows.update("UPDATE outbox_mail SET not_before = queued_at WHERE mail_key LIKE ?", key + "%");
        ground.node(sink).run();
        assertThat(states()).containsOnly(MailState.SENT);
        assertThat(arrivedFor(reader))
                .extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder("Objet alpha – et 1 autre nouvelle", "Objet gamma");
    }

    /** Nobody knows of any of its parts whether it arrived, and none is sent again blindly. */
    @Test
    void withoutAnAnswerAllOfItsPartsAreInDoubt() throws Exception {
        Agent reader = circo.directors().get(0);
        queue(reader, "alpha");
        queue(reader, "beta");
        sink.once(Step.DOT, Act.stall().butTakesIt());
        ground.node(sink).run();
        assertThat(states()).containsExactly(MailState.UNKNOWN, MailState.UNKNOWN);
        ground.node(sink).run();
        assertThat(arrivedFor(reader)).hasSize(1);
    }

    /** What lies in the outbox of a house without a mail server says the same. */
    @Test
    void whatIsDepositedIsGatheredToo() {
        Agent reader = circo.directors().get(0);
        queue(reader, "alpha");
        queue(reader, "beta");
        house.run();
        assertThat(states()).containsOnly(MailState.DEPOSITED);
        assertThat(box.together(box.about(key)).values()).containsExactly(2, 2);
    }

    /** Also after the session, where nothing would be made for it any more. */
    @Test
    void whatIsDepositedKeepsItsAppointment() {
        Agent teacher = circo.teachers().get(0);
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, teacher);
        rows.update(
                "UPDATE outbox_mail SET not_before = queued_at WHERE agent_id = ? AND state = 'QUEUED'", teacher.id());
        house.run();
        List<String> sent =
                box.latest(teacher.email(), 100).stream().flatMap(this::files).toList();
        assertThat(sent).singleElement().asString().contains("METHOD:REQUEST");
        rows.update(
                "UPDATE training_session SET starts_at = '2026-01-06 14:00:00', ends_at = '2026-01-06 15:00:00' WHERE id = ?",
                session.id());
        assertThat(box.latest(teacher.email(), 100).stream().flatMap(this::files))
                .containsExactlyElementsOf(sent);
    }

    /** Sessions called off at once: one letter, with an appointment to take out for each. */
    @Test
    void sessionsCancelledTogetherAreOneLetterWithTheirAppointments() throws Exception {
        Agent teacher = circo.teachers().get(0);
        List<TrainingSession> both =
                List.of(some.session(circo, 10, 1), session("SENS-CHGT", SessionGround.WEDNESDAY.plusWeeks(1)));
        both.forEach(session -> some.enrol(session, teacher));
        rows.update(
                "UPDATE outbox_mail SET not_before = queued_at WHERE agent_id = ? AND state = 'QUEUED'", teacher.id());
        ground.node(sink).run();
        assertThat(arrivedFor(teacher)).hasSize(1);
        assertThat(parts((MimeMultipart) arrivedFor(teacher).get(0).getContent()))
                .filteredOn(GatheredLettersTest::isCalendar)
                .extracting(BodyPart::getFileName)
                .containsExactly("rendez-vous.ics", "rendez-vous-2.ics");
        List<QueuedMail> left = box.latest(teacher.email(), 100).stream()
                .filter(mail -> mail.state() == MailState.SENT)
                .toList();
        List<String> sent = left.stream().flatMap(this::files).toList();
        assertThat(sent).hasSize(2).allSatisfy(file -> assertThat(file).contains("METHOD:REQUEST"));

        transaction.executeWithoutResult(tx -> both.forEach(session -> sessions.cancel(session.id(), "Salle perdue")));
        time.runDue();
        ground.node(sink).run();
        assertThat(arrivedFor(teacher)).hasSize(2);
        MimeMessage letter = arrivedFor(teacher).get(1);
        assertThat(letter.getSubject()).startsWith("Session annulée").endsWith(" – et 1 autre nouvelle");
        assertThat(text(letter, "text/plain")).contains("ouvrez-les l’un après l’autre");
        assertThat(parts((MimeMultipart) letter.getContent()))
                .filteredOn(GatheredLettersTest::isCalendar)
                .hasSize(2)
                .allSatisfy(part -> assertThat(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .contains("METHOD:CANCEL"));
        assertThat(left.stream().flatMap(this::files))
                .as("what left is shown as it left")
                .containsExactlyElementsOf(sent);
    }

    private Stream<String> files(QueuedMail mail) {
        return attachments.of(mail).stream().map(file -> new String(file.content(), StandardCharsets.UTF_8));
    }

    private TrainingSession session(String module, LocalDateTime start) {
        return sessions.open(new NewSession(
                circo.uai(),
                null,
                module,
                start,
                90,
                circo.schools().get(0),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.cpc().id(),
                false));
    }
}
