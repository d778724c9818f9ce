package fr.forment.mail;

import fr.forment.mail.Postman.NoServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of sending: the caller takes mails and writes the letters, a few connections send them beside it. It ends
 * when nothing is left, when the lease is lost, when it is stopped, or when the server shows that no mail would fare
 * better.
 */
final class SendingRound {

    private static final Logger log = LoggerFactory.getLogger(SendingRound.class);
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    /** How often one mail is given again at once when the connection breaks off before it was handed over. */
    private static final int BREAKS = 3;

    private static final int WORTH_A_CONNECTION = 10;

    /** @param isFull more may wait */
    record Claim(List<GatheredMails.Parcel> parcels, boolean isFull) {

        static final Claim NOTHING = new Claim(List.of(), false);
    }

    private final Postman postman;
    private final OutboxLedger ledger;
    private final Lease lease;
    private final Clock clock;
    private final Tray tray = new Tray(50);
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<String> trouble = new AtomicReference<>();
    private final Set<SmtpTalk> talks = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    SendingRound(Postman postman, OutboxLedger ledger, Lease lease, Clock clock) {
        this.postman = postman;
        this.ledger = ledger;
        this.lease = lease;
        this.clock = clock;
    }

    /** Takes mails as long as there are more; none before there is a server. */
    void run(Supplier<Claim> claim) throws InterruptedException {
        open();
        ready.await();
        try {
            for (boolean more = true; more && !tray.isClosed(); ) {
                Claim taken = claim.get();
                List<GatheredMails.Parcel> some = taken.parcels();
                if (some.stream().anyMatch(postman::makesFiles)) {
                    writeByTwo(some);
                } else {
                    writeEach(some);
                }
                more = taken.isFull();
            }
            tray.complete();
        } catch (RuntimeException broken) {
            tray.close();
            throw broken;
        } finally {
            over.await();
        }
    }

    private void writeEach(List<GatheredMails.Parcel> some) throws InterruptedException {
        for (int i = 0; i < some.size(); i++) {
            if (i % WORTH_A_CONNECTION == 0 && i > 0 && lines.get() < postman.connections()) {
                open();
            }
            write(some.get(i));
        }
    }

    /**
     * A paper takes longer than a conversation with the server. Each of the two keeps to its readers: the letters of
     * one reader are written in their order.
     */
    private void writeByTwo(List<GatheredMails.Parcel> some) throws InterruptedException {
        Map<Boolean, List<GatheredMails.Parcel>> hands = some.stream().collect(Collectors.partitioningBy(parcel -> {
            Long reader = parcel.letter().readerId();
            return reader == null || reader % 2 == 0;
        }));
        var other = new FutureTask<Void>(() -> {
            writeEach(hands.get(false));
            return null;
        });
        Thread thread = new Thread(other, "mail-writer");
        thread.setDaemon(true);
        thread.start();
        writeEach(hands.get(true));
        try {
            other.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /** No mail is begun any more; one whose end was given gets its answer. */
    void stop() {
        tray.close();
        talks.forEach(SmtpTalk::interrupt);
    }

    boolean awaitEnd(Duration most) throws InterruptedException {
        return over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nobody waits for the server any more. */
    void abandon() {
        ready.countDown();
        over.countDown();
    }

    /** What keeps every mail from leaving; null: nothing. */
    String trouble() {
        return trouble.get();
    }

    long sent() {
        return sent.get();
    }

    private void write(GatheredMails.Parcel parcel) throws InterruptedException {
        try {
            tray.add(new ReadyLetter(parcel, postman.write(parcel), ledger, lease));
        } catch (MessagingException | IOException unwritable) {
            end(parcel, MailState.FAILED, "Adresse impossible à écrire : " + unwritable.getMessage());
        }
    }

    private void open() {
        lines.incrementAndGet();
        Thread thread = new Thread(this::line, "mail-line");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection after the other, as long as there are letters. */
    private void line() {
        SmtpTalk talk = null;
        NoServer failure = null;
        var hand = new HandAhead(tray);
        try {
            talk = connect();
            ready.countDown();
            for (ReadyLetter letter = hand.next(); letter != null; letter = hand.next()) {
                talk = talk == null ? connect() : talk;
                hand.giving();
                send(letter, talk);
                hand.given();
                if (!talk.isUsable()) {
                    leave(talk);
                    talk = null;
                }
            }
        } catch (NoServer none) {
            failure = none;
        } catch (InterruptedException | RuntimeException broken) {
            log.error("A connection to the mail server ends", broken);
            tray.close();
        } finally {
            hand.putBack();
            leave(talk);
            end(failure);
        }
    }

    /** Where a server grants few connections, those it grants go on. */
    private void end(NoServer failure) {
        boolean last = lines.decrementAndGet() == 0;
        if (failure != null && !tray.isClosed() && (last || failure.isRefusal())) {
            nothingLeaves(failure.getMessage());
        }
        if (last) {
            tray.close();
            ready.countDown();
            over.countDown();
        }
    }

    private SmtpTalk connect() throws NoServer {
        SmtpTalk talk = postman.talk();
        talks.add(talk);
        try {
            postman.connect(talk);
            return talk;
        } catch (NoServer none) {
            leave(talk);
            throw none;
        }
    }

    private void leave(SmtpTalk talk) {
        if (talk != null) {
            talks.remove(talk);
            talk.leave();
        }
    }

    private void nothingLeaves(String words) {
        trouble.compareAndSet(null, words);
        stop();
    }

    private void send(ReadyLetter letter, SmtpTalk talk) {
        SmtpTalk.ServerAnswer answer = talk.send(letter.message(), letter);
        GatheredMails.Parcel parcel = letter.parcel();
        boolean isOurs = letter.isStillOurs();
        switch (answer.fate()) {
            case SENT -> {
                Instant now = clock.instant();
                parcel.parts().forEach(mail -> ledger.sent(mail, now));
                sent.incrementAndGet();
            }
            case REFUSED -> end(parcel, MailState.FAILED, answer.words());
            case UNKNOWN -> end(parcel, MailState.UNKNOWN, answer.words());
            case TRY_LATER -> later(parcel, answer.words());
            case SHUT -> {
                letter.takeBack();
                nothingLeaves(talk.complaint());
            }
            case BROKEN -> {
                letter.takeBack();
                if (!isOurs || !lease.holds()) {
                    stop(); // sending is paused, or another node has taken over
                } else if (!tray.isClosed() && broke(letter, talk, answer)) {
                    return;
                }
            }
        }
        tray.settled();
    }

    /** True: it is given again, on another connection. */
    private boolean broke(ReadyLetter letter, SmtpTalk talk, SmtpTalk.ServerAnswer answer) {
        if (letter.breaks(sent.get()) < BREAKS) {
            tray.putBack(letter);
            return true;
        }
        if (letter.isAlone(sent.get()) && !talk.isBeforeRecipient()) {
            later(letter.parcel(), answer.words());
        } else {
            nothingLeaves(talk.complaint());
        }
        return false;
    }

    private void end(GatheredMails.Parcel parcel, MailState how, String words) {
        parcel.parts().forEach(mail -> ledger.ended(mail, how, words));
    }

    private void later(GatheredMails.Parcel parcel, String words) {
        parcel.parts().forEach(mail -> ledger.later(mail, again(mail), words));
    }

    private Instant again(QueuedMail mail) {
        Instant now = clock.instant();
        return DepartureHour.again(
                now.plus(PATIENCE.get(Math.min(mail.attempts(), PATIENCE.size() - 1))), mail.notAfter(), now);
    }
}
