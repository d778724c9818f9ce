package fr.forment.mail;

/** A mail that was taken and written, on its way to the server in this round. */
final class ReadyLetter {

    private final QueuedMail mail;
    private final LetterMessage message;
    private int broken;
    private long sentBefore;

    ReadyLetter(QueuedMail mail, LetterMessage message) {
        this.mail = mail;
        this.message = message;
    }

    QueuedMail mail() {
        return mail;
    }

    LetterMessage message() {
        return message;
    }

    /** How often the connection broke off with it; {@code sent}: how many mails of the round have left. */
    int breaks(long sent) {
        if (broken++ == 0) {
            sentBefore = sent;
        }
        return broken;
    }

    /** Others have left since it first broke off: the cause is this mail rather than the server. */
    boolean isAlone(long sent) {
        return sent > sentBefore;
    }
}
