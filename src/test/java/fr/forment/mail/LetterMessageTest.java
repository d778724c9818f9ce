package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes over the wire, read back by the library that mail programs are tested with. */
class LetterMessageTest {

    private final Session session = Session.getInstance(new Properties());

    private MimeMessage sent(String name, String subject, String text, String html, Attachment... files)
            throws Exception {
        var heading = new LetterMessage.Heading(
                new InternetAddress("formation@exemple.invalid", "Équipe ENT", "UTF-8"),
                new InternetAddress("erun@exemple.invalid"),
                new InternetAddress("personne@exemple.invalid", LetterMessage.oneLine(name), "UTF-8"),
                subject,
                "<12.0af1@exemple.invalid>",
                Instant.parse("2026-09-01T06:00:00Z"));
        var wire = new ByteArrayOutputStream();
        LetterMessage.write(session, heading, text, html, List.of(files)).writeTo(wire, null);
        assertThat(wire.toString(StandardCharsets.ISO_8859_1).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(200));
        assertThat(wire.toString(StandardCharsets.ISO_8859_1))
                .doesNotContainPattern("(?<!\r)\n")
                .doesNotContainPattern("[^\\x00-\\x7f]");
        return new MimeMessage(session, new ByteArrayInputStream(wire.toByteArray()));
    }

    @Test
    void saysInTextAndHtmlWhatWasWritten() throws Exception {
        String text = "Bonjour Émilie,\n\n.\n..deux points\nFrom quelqu'un — « 1er » 𝒳 = fin \n" + "long ".repeat(400)
                + "\n";
        MimeMessage letter = sent(
                "Le Goff, Émilie \"Mimi\"",
                "Présentation de l'ENT : ce qui change à la rentrée pour les écoles de la circonscription de Rennes Nord, 1er degré",
                text,
                "<p>é</p>");
        assertThat(letter.getSubject())
                .isEqualTo(
                        "Présentation de l'ENT : ce qui change à la rentrée pour les écoles de la circonscription de Rennes Nord, 1er degré");
        var reader = (InternetAddress) letter.getRecipients(Message.RecipientType.TO)[0];
        assertThat(reader.getAddress()).isEqualTo("personne@exemple.invalid");
        assertThat(reader.getPersonal()).isEqualTo("Le Goff, Émilie \"Mimi\"");
        assertThat(letter.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-09-01T06:00:00Z"));
        assertThat(letter.getMessageID()).isEqualTo("<12.0af1@exemple.invalid>");
        var parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
                .isEqualTo(text);
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>é</p>");
    }

    @Test
    void takesNoHeaderFromWhatPeopleType() throws Exception {
        MimeMessage letter = sent(
                "Eve\r\nBcc: tous@exemple.invalid",
                "Bonjour\r\nBcc: tous@exemple.invalid\r\n\r\nautre corps",
                "texte\n",
                "<p>texte</p>",
                new Attachment("a\r\nBcc: x@y.invalid", "text/plain\r\nBcc: x@y.invalid", new byte[] {1}));
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getSubject()).isEqualTo("Bonjour Bcc: tous@exemple.invalid autre corps");
        assertThat(((MimeMultipart) letter.getContent()).getBodyPart(1).getHeader("Bcc"))
                .isNull();
    }

    @Test
    void carriesFilesUnchanged() throws Exception {
        byte[] content = new byte[5000];
        new Random(7).nextBytes(content);
        MimeMessage letter = sent(
                "Émilie",
                "Convocation",
                "texte\n",
                "<p>texte</p>",
                new Attachment("Convocation de Émilie à la journée du 1er septembre.pdf", "application/pdf", content),
                new Attachment("vide.txt", "text/plain", new byte[0]));
        var parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(((MimeMultipart) parts.getBodyPart(0).getContent()).getCount())
                .isEqualTo(2);
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName()))
                .isEqualTo("Convocation de Émilie à la journée du 1er septembre.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(content);
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes()).isEmpty();
    }

    /** Beside text and HTML, as mail programs look for it; and as a file for those that do not. */
    @Test
    void putsAnInvitationWhereCalendarsFindIt() throws Exception {
        byte[] object = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        MimeMessage letter = sent(
                "Émilie",
                "Convocation",
                "texte\n",
                "<p>texte</p>",
                new Attachment("Convocation.pdf", "application/pdf", new byte[] {1}),
                Attachment.invitation("rendez-vous.ics", "REQUEST", object));
        var parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        var alternative = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat(alternative.getCount()).isEqualTo(3);
        assertThat(alternative.getBodyPart(2).getContentType())
                .isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(alternative.getBodyPart(2).getDisposition()).isNull();
        assertThat(alternative.getBodyPart(2).getInputStream().readAllBytes()).isEqualTo(object);
        assertThat(parts.getBodyPart(2).getContentType()).startsWith("application/ics");
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("rendez-vous.ics");
    }
}
