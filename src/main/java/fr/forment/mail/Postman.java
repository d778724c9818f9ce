package fr.forment.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Speaks SMTP: one connection for a round of mails, the same Message-ID each time a mail is tried. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Postman {

    /** What became of one mail. */
    enum Outcome { SENT, REFUSED, TRY_LATER, UNKNOWN }

    interface Report {
        /** Called just before the message is handed over; false: leave it. */
        boolean handing(QueuedMail mail);

        void done(QueuedMail mail, Outcome outcome, String problem);
    }

    private final JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final Attachments attachments;

    Postman(JavaMailSender sender, MailSettings settings, Attachments attachments) {
        this.sender = (JavaMailSenderImpl) sender;
        this.settings = settings;
        this.attachments = attachments;
    }

    boolean hasServer() {
        return sender.getHost() != null && !sender.getHost().isBlank();
    }

    /** Sends the round. Throws when the server cannot be reached at all: nobody's attempts are used up then. */
    void deliver(List<QueuedMail> round, Report report) throws MessagingException {
        Session session = sender.getSession();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            for (QueuedMail mail : round) {
                deliver(mail, transport, session, report);
            }
        }
    }

    private void deliver(QueuedMail mail, Transport transport, Session session, Report report) throws MessagingException {
        MimeMessage message;
        try {
            message = message(mail, session);
        } catch (MessagingException | UnsupportedEncodingException unwritable) {
            report.done(mail, Outcome.REFUSED, unwritable.getMessage());
            return;
        }
        if (!report.handing(mail)) {
            return;
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            report.done(mail, Outcome.SENT, null);
        } catch (SendFailedException answer) {
            report.done(mail, isFinal(answer) ? Outcome.REFUSED : Outcome.TRY_LATER, answer.getMessage());
        } catch (MessagingException cut) {
            // No answer: it may have been accepted. The rest of the round waits for a new connection.
            report.done(mail, Outcome.UNKNOWN, cut.getMessage());
            throw cut;
        }
    }

    private MimeMessage message(QueuedMail mail, Session session)
            throws MessagingException, UnsupportedEncodingException {
        var message = new FixedIdMessage(session, "<" + fingerprint(mail) + "@" + domain() + ">");
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(settings.from(), settings.name());
        var reader = new InternetAddress(mail.toAddress(), mail.toName(), "UTF-8");
        reader.validate();
        helper.setTo(reader);
        if (!settings.replyTo().isBlank()) {
            helper.setReplyTo(settings.replyTo());
        }
        helper.setSubject(mail.subject());
        helper.setText(mail.bodyText(), mail.bodyHtml());
        for (Attachment file : attachments.of(mail)) {
            helper.addAttachment(file.name(), new ByteArrayResource(file.content()), file.mediaType());
        }
        helper.setSentDate(Date.from(mail.notBefore())); // fixed, so that a mailbox recognises a second copy
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private static String fingerprint(QueuedMail mail) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(mail.mailKey().getBytes(StandardCharsets.UTF_8));
            return mail.id() + "." + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 5xx for the recipient: asking again would not help. */
    private static boolean isFinal(SendFailedException refusal) {
        for (Exception next = refusal; next instanceof MessagingException each; next = each.getNextException()) {
            if (each.getMessage() != null && each.getMessage().strip().matches("(?s)5\\d\\d\\b.*")) {
                return true;
            }
        }
        return false;
    }

    /** Jakarta Mail would write a new Message-ID at each attempt. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
