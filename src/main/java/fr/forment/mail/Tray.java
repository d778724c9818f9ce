package fr.forment.mail;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Letters ready to leave, between whoever writes them and the connections that send them. It holds a few only, and is
 * over when no more are written and each has been settled: one that is being sent may come back.
 */
final class Tray {

    private final int places;
    private final Deque<ReadyLetter> letters = new ArrayDeque<>();
    private int unsettled;
    private boolean complete;
    private boolean closed;

    Tray(int places) {
        this.places = places;
    }

    /** Waits for a place. False: nobody takes any more. */
    synchronized boolean add(ReadyLetter letter) throws InterruptedException {
        while (letters.size() >= places && !closed) {
            wait();
        }
        if (!closed) {
            letters.addLast(letter);
            unsettled++;
            notifyAll();
        }
        return !closed;
    }

    /** Waits for a letter; null: there will be none. */
    synchronized ReadyLetter take() throws InterruptedException {
        while (letters.isEmpty() && !closed && !(complete && unsettled == 0)) {
            wait();
        }
        if (closed || letters.isEmpty()) {
            return null;
        }
        notifyAll();
        return letters.pollFirst();
    }

    /** What {@link #take} would give, if it is there. */
    synchronized ReadyLetter poll() {
        notifyAll();
        return closed ? null : letters.pollFirst();
    }

    /** It could not be given: the next connection gives it. */
    synchronized void putBack(ReadyLetter letter) {
        letters.addFirst(letter);
        notifyAll();
    }

    synchronized void settled() {
        unsettled--;
        notifyAll();
    }

    /** No more are added. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** What is in it stays there. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
