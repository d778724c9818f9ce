package fr.forment.mail;

import fr.forment.mail.SmtpTalk.ServerAnswer.Fate;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A conversation with the mail server that knows at each moment how far it has come. What became of a mail follows from
 * the last thing said about it and the server's reply to that, never from the kind of exception: between the final dot
 * and the reply, and only there, nobody knows.
 */
final class SmtpTalk extends SMTPTransport {

    /**
     * How the conversation about one mail ended.
     *
     * @param words the server's own, cleaned and cut; or ours, in French, when it said nothing
     */
    record ServerAnswer(Fate fate, String words) {

        enum Fate {
            SENT,
            /** For this mail, for good. */
            REFUSED,
            /** For this mail, for now. */
            TRY_LATER,
            /** All of it was given, and nothing was said. */
            UNKNOWN,
            /** It broke off before the end of the mail was given: it can be given again, at once. */
            BROKEN,
            /** Refused before a recipient was named: no mail would fare better. */
            SHUT
        }
    }

    /** What is being talked about. */
    enum Stage {
        GREETING,
        SECURITY,
        SIGN_IN,
        SENDER,
        RECIPIENT,
        DATA,
        BODY,
        DOT
    }

    /**
     * Whoever keeps the books: asked to note that a mail is about to be handed over, and, before the final dot, whether
     * that is written down.
     */
    interface HandOver {

        void begin();

        boolean isWritten();
    }

    private static final int NONE = 0;
    private static final int LONGEST = 500;

    private Stage stage = Stage.GREETING;
    private int code;
    private String words = "";
    /** The last command belongs to the mail or to the greeting, not to the clearing up. */
    private boolean counts = true;

    private boolean usable = true;
    private HandOver handOver;
    private volatile boolean interrupted;

    SmtpTalk(Session session) {
        super(session, null, "smtp", false);
    }

    /** No more command about a mail; one whose end was given gets its reply. */
    void interrupt() {
        interrupted = true;
    }

    void leave() {
        try {
            close();
        } catch (MessagingException gone) {
            usable = false;
        }
    }

    /** Another mail may follow on this connection. */
    boolean isUsable() {
        return usable && !interrupted;
    }

    synchronized ServerAnswer send(LetterMessage message, HandOver books) {
        handOver = books;
        reach(Stage.SENDER);
        try {
            sendMessage(message, message.getAllRecipients());
            return new ServerAnswer(Fate.SENT, null);
        } catch (MessagingException | RuntimeException broken) {
            ServerAnswer answer = answer();
            usable &= code != NONE && code != 421;
            return answer;
        }
    }

    /** Of a connection that could not be made or that did not lead to the end of a mail. */
    synchronized ServerAnswer answer() {
        return new ServerAnswer(
                fate(),
                code != NONE
                        ? clean(words)
                        : stage == Stage.DOT
                                ? "Le serveur n'a pas répondu après avoir tout reçu."
                                : "La connexion au serveur de courriel a été coupée.");
    }

    private Fate fate() {
        boolean refused = code >= 500 && code < 600 && code != 503; // 503: the two do not agree on where they are
        boolean later = code >= 400 && code < 500;
        return switch (stage) {
            case GREETING, SECURITY, SIGN_IN, SENDER -> refused ? Fate.SHUT : Fate.BROKEN;
            case RECIPIENT, DATA -> refused ? Fate.REFUSED : later && code != 421 ? Fate.TRY_LATER : Fate.BROKEN;
            case BODY -> Fate.BROKEN;
            case DOT ->
                code >= 200 && code < 300
                        ? Fate.SENT
                        : code >= 500 && code < 600 ? Fate.REFUSED : later ? Fate.TRY_LATER : Fate.UNKNOWN;
        };
    }

    /** Nothing was said about the recipient: it concerns every mail. */
    synchronized boolean isBeforeRecipient() {
        return stage.compareTo(Stage.RECIPIENT) < 0;
    }

    synchronized boolean isAnswered() {
        return code != NONE;
    }

    /** What an operator reads: what the server would not do, in its own words. */
    synchronized String complaint() {
        if (code == NONE) {
            return "Le serveur de courriel coupe la connexion.";
        }
        String what =
                switch (stage) {
                    case GREETING -> "Le serveur de courriel refuse la connexion";
                    case SECURITY -> "Le serveur de courriel refuse le chiffrement";
                    case SIGN_IN -> "Le serveur de courriel refuse l'identification";
                    case SENDER -> "Le serveur de courriel refuse l'expéditeur";
                    default -> "Le serveur de courriel coupe la connexion";
                };
        return what + " : " + clean(words);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        Stage next = stageOf(command);
        counts = next != null;
        if (next == Stage.DOT) {
            dot(command);
            return;
        }
        if (next == null) {
            usable = false; // until the server has said that all is clear
        } else {
            goOnOnlyIf(!interrupted);
            reach(next);
        }
        super.sendCommand(command);
    }

    private void dot(String command) throws MessagingException {
        goOnOnlyIf(!interrupted && handOver.isWritten());
        reach(Stage.DOT);
        try {
            super.sendCommand(command);
        } catch (MessagingException unsent) {
            reach(Stage.BODY); // the last bytes did not leave this machine
            throw unsent;
        }
    }

    /** Angus closes the connection when it meets an IOException, and the server throws away what it has of the mail. */
    private static void goOnOnlyIf(boolean allowed) throws MessagingException {
        if (!allowed) {
            throw new MessagingException("interrupted", new IOException("interrupted"));
        }
    }

    private Stage stageOf(String command) {
        String word = command.length() < 4 ? command : command.substring(0, 4);
        return switch (word) {
            case "EHLO", "HELO" -> Stage.GREETING;
            case "STAR" -> Stage.SECURITY;
            case "AUTH" -> Stage.SIGN_IN;
            case "MAIL" -> Stage.SENDER;
            case "RCPT" -> Stage.RECIPIENT;
            case "DATA" -> Stage.DATA;
            case "." -> Stage.DOT;
            case "RSET", "QUIT", "NOOP" -> null;
            default -> stage; // what follows AUTH
        };
    }

    private void reach(Stage next) {
        stage = next;
        code = NONE;
        words = "";
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        boolean isClearingUp = !counts;
        int reply = super.readServerResponse();
        if (isClearingUp) {
            usable = reply == 250;
            return reply;
        }
        code = Math.max(reply, NONE);
        words = getLastServerResponse();
        if (stage == Stage.RECIPIENT && reply >= 200 && reply < 300) {
            handOver.begin();
        } else if (stage == Stage.DATA && reply == 354) {
            reach(Stage.BODY);
        }
        return reply;
    }

    /** Several lines become one: the code once, then what each says. */
    private static String clean(String reply) {
        String line = reply.strip()
                .replaceAll("\\R\\d{3}[- ](\\d\\.\\d+\\.\\d+ )?", " ")
                .replaceFirst("^(\\d{3})-", "$1 ")
                .replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
