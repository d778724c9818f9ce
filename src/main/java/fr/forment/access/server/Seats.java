package fr.forment.access.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * So many at once in all and so many of one kind: whoever takes all of his leaves some to everybody else. Who finds
 * none may wait a moment, but only so many do, for they keep a thread.
 */
public class Seats {

    private final int most;
    private final int mostOfOneKind;
    private final int mostWaiting;
    private final long patience;
    private final Map<String, Integer> byKind = new HashMap<>();
    private int taken;
    private int waiting;

    public Seats(int most, int mostOfOneKind, int mostWaiting, Duration patience) {
        this.most = most;
        this.mostOfOneKind = mostOfOneKind;
        this.mostWaiting = mostWaiting;
        this.patience = patience.toNanos();
    }

    /** Whoever is let in must {@link #leave}. */
    public synchronized boolean enter(String kind) {
        if (full(kind) && !waits(kind)) {
            return false;
        }
        taken++;
        byKind.merge(kind, 1, Integer::sum);
        return true;
    }

    public synchronized void leave(String kind) {
        taken--;
        byKind.computeIfPresent(kind, (who, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    private boolean full(String kind) {
        return taken >= most || byKind.getOrDefault(kind, 0) >= mostOfOneKind;
    }

    private boolean waits(String kind) {
        if (waiting >= mostWaiting) {
            return false;
        }
        waiting++;
        try {
            long start = System.nanoTime();
            for (long left = patience; full(kind) && left > 0; left = patience - (System.nanoTime() - start)) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
            return !full(kind);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }
}
