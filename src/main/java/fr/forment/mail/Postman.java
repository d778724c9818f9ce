package fr.forment.mail;

import fr.forment.french.Typography;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Writes letters and opens conversations with the mail server. The same Message-ID and date each time a mail is tried.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Postman {

    static {
        // Otherwise looked up through every jar in the jar, at each encoded word.
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** No conversation came about; the message says why, to an operator. */
    static final class NoServer extends Exception {

        private final boolean refusal;

        NoServer(String words, boolean refusal, Throwable cause) {
            super(words, cause);
            this.refusal = refusal;
        }

        /** It was said, and for good: other connections would hear the same. */
        boolean isRefusal() {
            return refusal;
        }
    }

    static final String UNREACHABLE = "Serveur de courriel injoignable";

    private final JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final Attachments attachments;
    private final Session session;

    Postman(JavaMailSender sender, MailSettings settings, Attachments attachments) {
        this.sender = (JavaMailSenderImpl) sender;
        this.settings = settings;
        this.attachments = attachments;
        var properties = new Properties();
        properties.putAll(this.sender.getJavaMailProperties());
        properties.put("mail.smtp.quitwait", "false"); // nothing is learnt from it
        properties.put("mail.smtp.chunksize", "-1"); // a mail is handed over at its final dot, and at no other moment
        this.session = Session.getInstance(properties);
    }

    boolean hasServer() {
        return sender.getHost() != null && !sender.getHost().isBlank();
    }

    int connections() {
        return settings.connections();
    }

    SmtpTalk talk() {
        return new SmtpTalk(session);
    }

    void connect(SmtpTalk talk) throws NoServer {
        try {
            talk.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        } catch (MessagingException | RuntimeException none) {
            throw new NoServer(
                    talk.isAnswered() ? talk.complaint() : UNREACHABLE,
                    talk.answer().fate() == SmtpTalk.ServerAnswer.Fate.SHUT,
                    none);
        }
    }

    /** Files are made for it, which takes its time. */
    boolean makesFiles(GatheredMails.Parcel parcel) {
        return parcel.parts().stream().anyMatch(attachments::areMade);
    }

    /** Of letters that have no server to go to. */
    void keepFiles(List<QueuedMail> mails) {
        mails.forEach(attachments::keep);
    }

    LetterMessage write(GatheredMails.Parcel parcel) throws MessagingException, IOException {
        QueuedMail mail = parcel.letter();
        var reader = new InternetAddress(mail.toAddress(), LetterMessage.oneLine(mail.toName()), "UTF-8");
        reader.validate();
        return LetterMessage.write(
                session,
                new LetterMessage.Heading(
                        new InternetAddress(settings.from(), settings.name(), "UTF-8"),
                        settings.replyTo().isBlank() ? null : new InternetAddress(settings.replyTo()),
                        reader,
                        Typography.text(mail.subject()),
                        "<" + fingerprint(mail) + "@" + domain() + ">",
                        mail.dated() == null ? mail.notBefore() : mail.dated()),
                Typography.text(mail.bodyText()),
                Typography.html(mail.bodyHtml()),
                attachments.leaving(parcel.parts()));
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private static String fingerprint(QueuedMail mail) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(mail.mailKey().getBytes(StandardCharsets.UTF_8));
            return mail.id() + "." + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
