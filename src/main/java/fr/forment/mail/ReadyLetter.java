package fr.forment.mail;

import java.util.concurrent.CompletableFuture;

/**
 * A letter of one mail or several that was taken and written, on its way to the server in this round; it keeps the
 * books about its being handed over.
 */
final class ReadyLetter implements SmtpTalk.HandOver {

    private final GatheredMails.Parcel parcel;
    private final LetterMessage message;
    private final OutboxLedger ledger;
    private final Lease lease;
    private CompletableFuture<Boolean> handed;
    private int broken;
    private long sentBefore;

    ReadyLetter(GatheredMails.Parcel parcel, LetterMessage message, OutboxLedger ledger, Lease lease) {
        this.parcel = parcel;
        this.message = message;
        this.ledger = ledger;
        this.lease = lease;
    }

    GatheredMails.Parcel parcel() {
        return parcel;
    }

    LetterMessage message() {
        return message;
    }

    /** HANDED is on its way while commands are given, and kept before the final dot. */
    @Override
    public void begin() {
        if (handed == null) {
            handed = parcel.parts().stream()
                    .map(ledger::hand)
                    .reduce((one, other) -> one.thenCombine(other, Boolean::logicalAnd))
                    .orElseThrow();
        }
    }

    @Override
    public boolean isWritten() {
        begin();
        return isStillOurs() && lease.holds();
    }

    /** Also waits for what was said to be written: moves keep their order. */
    boolean isStillOurs() {
        return handed == null || handed.join();
    }

    /** The server has not heard its end. */
    void takeBack() {
        if (handed != null) {
            handed.join();
            handed = null;
            parcel.parts().forEach(ledger::takeBack);
        }
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
