package fr.forment.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A letter as it goes over the wire, text and HTML, written once and beforehand: whoever sends it only copies bytes. A
 * message put together of body parts looks its helpers up at each of them, ten times what sending costs. What it says
 * is set here and nowhere else, so that a second try is the same letter to the byte.
 */
final class LetterMessage extends MimeMessage {

    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final InternetAddress from;
    private final InternetAddress reader;
    private final byte[] wire;

    private LetterMessage(Session session, InternetAddress from, InternetAddress reader, byte[] wire) {
        super(session);
        this.from = from;
        this.reader = reader;
        this.wire = wire;
    }

    /** Its envelope and its headers. */
    record Heading(
            InternetAddress from,
            InternetAddress replyTo,
            InternetAddress reader,
            String subject,
            String id,
            Instant date) {}

    static LetterMessage write(Session session, Heading heading, String text, String html, List<Attachment> files)
            throws MessagingException, IOException {
        String boundary = "=_" + heading.id().replaceAll("[^0-9a-f]", "");
        var wire = new ByteArrayOutputStream(2 * (text.length() + html.length()) + 1024);
        header(
                wire,
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(heading.date().atOffset(ZoneOffset.UTC)));
        header(wire, "From", heading.from().toString());
        header(wire, "To", heading.reader().toString());
        if (heading.replyTo() != null) {
            header(wire, "Reply-To", heading.replyTo().toString());
        }
        header(wire, "Message-ID", heading.id());
        header(wire, "Subject", MimeUtility.encodeText(oneLine(heading.subject()), "UTF-8", null));
        header(wire, "MIME-Version", "1.0");
        header(wire, "Auto-Submitted", "auto-generated");
        if (!files.isEmpty()) {
            header(wire, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "f\"");
            line(wire, "\r\n--" + boundary + "f");
        }
        header(wire, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
        part(wire, boundary, "text/plain", text);
        part(wire, boundary, "text/html", html);
        for (Attachment file : files) {
            if (file.isInvitation()) {
                invitation(wire, boundary, file);
                break;
            }
        }
        line(wire, "\r\n--" + boundary + "--");
        for (Attachment file : files) {
            line(wire, "\r\n--" + boundary + "f");
            file(wire, file);
        }
        if (!files.isEmpty()) {
            line(wire, "\r\n--" + boundary + "f--");
        }
        return new LetterMessage(session, heading.from(), heading.reader(), wire.toByteArray());
    }

    /** What people type may hold anything, a header one line only. */
    static String oneLine(String typed) {
        return typed == null ? null : BREAK.matcher(typed).replaceAll(" ").strip();
    }

    private static void part(OutputStream wire, String boundary, String type, String content) throws IOException {
        line(wire, "\r\n--" + boundary);
        header(wire, "Content-Type", type + "; charset=UTF-8");
        header(wire, "Content-Transfer-Encoding", "quoted-printable");
        line(wire, "");
        QuotedPrintable.write(content, wire);
    }

    /** The first of them says the same as the text, to a calendar: that is what mail programs look for. */
    private static void invitation(OutputStream wire, String boundary, Attachment file) throws IOException {
        line(wire, "\r\n--" + boundary);
        header(wire, "Content-Type", oneLine(file.mediaType()));
        header(wire, "Content-Transfer-Encoding", "base64");
        line(wire, "");
        wire.write(Base64.getMimeEncoder().encode(file.content()));
        line(wire, "");
    }

    private static void file(OutputStream wire, Attachment file) throws MessagingException, IOException {
        var name = new ParameterList();
        name.set("filename", oneLine(file.name()), "UTF-8");
        header(wire, "Content-Type", file.isInvitation() ? "application/ics" : oneLine(file.mediaType()));
        header(wire, "Content-Disposition", "attachment" + name.toString("Content-Disposition: attachment".length()));
        header(wire, "Content-Transfer-Encoding", "base64");
        line(wire, "");
        wire.write(Base64.getMimeEncoder().encode(file.content()));
        line(wire, "");
    }

    private static void header(OutputStream wire, String name, String value) throws IOException {
        line(wire, name + ": " + MimeUtility.fold(name.length() + 2, value));
    }

    private static void line(OutputStream wire, String line) throws IOException {
        wire.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void writeTo(OutputStream out, String[] leftOut) throws IOException {
        out.write(wire);
    }

    @Override
    public Address[] getAllRecipients() {
        return new Address[] {reader};
    }

    @Override
    public Address[] getFrom() {
        return new Address[] {from};
    }
}
