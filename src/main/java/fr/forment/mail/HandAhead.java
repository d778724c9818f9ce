package fr.forment.mail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The letters one connection sends next. To a server that answers at once, a commit takes longer than a whole
 * conversation: then the next few are noted as handed over while others are sent, as many as leave in a hundredth of a
 * second. A kill leaves those in doubt, too, so there are none where the server takes its time and the commit is hidden
 * behind its answers.
 */
final class HandAhead {

    private static final long WINDOW = Duration.ofMillis(10).toNanos();
    private static final int MOST = 8;

    private final Tray tray;
    private final Deque<ReadyLetter> letters = new ArrayDeque<>();
    private ReadyLetter current;
    private long since;
    private long usual = WINDOW;

    HandAhead(Tray tray) {
        this.tray = tray;
    }

    /** Waits for a letter; null: there will be none. */
    ReadyLetter next() throws InterruptedException {
        current = letters.isEmpty() ? tray.take() : tray.isClosed() ? null : letters.pollFirst();
        if (current != null) {
            fill();
        }
        return current;
    }

    /** The next one is given now; what becomes of it follows from the answer, and from nothing else. */
    void giving() {
        current = null;
        since = System.nanoTime();
    }

    void given() {
        usual = (3 * usual + System.nanoTime() - since) / 4;
    }

    /** They are not given here. */
    void putBack() {
        if (current != null) {
            letters.addFirst(current);
        }
        while (!letters.isEmpty()) {
            letters.peekLast().takeBack();
            tray.putBack(letters.pollLast());
        }
    }

    private void fill() {
        long wanted = Math.min(MOST, WINDOW / usual - 1);
        while (letters.size() < wanted) {
            ReadyLetter letter = tray.poll();
            if (letter == null) {
                return;
            }
            letter.begin();
            letters.addLast(letter);
        }
        if (wanted > 0) {
            current.begin();
        }
    }
}
