package fr.forment.access.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Reads one small body to its end, for so long and no longer. */
class BodyReader implements ApplicationBufferHandler {

    /** However the client drips, nobody waits longer for all of it. */
    static final Duration ALL = Duration.ofSeconds(20);
    /** What comes in this time needs no leave to be waited for: nearly everything does. */
    static final Duration SOON = Duration.ofMillis(300);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int MOST_THROWN_AWAY = 8 << 20;

    private final Request request;
    private final long most;
    private final Seats slow;
    private final String place;
    private final long start = System.nanoTime();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private ByteBuffer chunk;

    BodyReader(Request request, long most, Seats slow, String place) {
        this.request = request;
        this.most = most;
        this.slow = slow;
        this.place = place;
    }

    /** @throws BodyRefused with the status that says why */
    byte[] read() throws BodyRefused {
        try {
            return all();
        } catch (SocketTimeoutException nothingCame) {
            throw new BodyRefused(408);
        } catch (IOException unreadable) {
            throw new BodyRefused(400);
        }
    }

    /**
     * Takes what a refused client still sends, for a moment: most then read why they were refused, instead of a broken
     * connection.
     */
    void throwAway() {
        if (slow.enter(place)) {
            try {
                int taken = 0;
                for (int count = 1; count >= 0 && taken < MOST_THROWN_AWAY && spent().compareTo(A_MOMENT) < 0; ) {
                    request.action(ActionCode.AVAILABLE, true);
                    if (request.getAvailable() > 0) {
                        count = request.doRead(this);
                        taken += count;
                    } else if (request.getContentLengthLong() >= 0
                                    && request.getBytesRead() >= request.getContentLengthLong()
                            || !pause()) {
                        return;
                    }
                }
            } catch (IOException gone) {
                // nobody listens
            } finally {
                slow.leave(place);
            }
        }
    }

    private byte[] all() throws BodyRefused, IOException {
        if (request.getContentLengthLong() > most) {
            throw new BodyRefused(413);
        }
        if (request.getContentLengthLong() < 0 || !comesSoon()) {
            if (!slow.enter(place)) {
                throw new BodyRefused(503);
            }
            try {
                while (more()) {
                    if (spent().compareTo(ALL) > 0) {
                        throw new BodyRefused(408);
                    }
                }
            } finally {
                slow.leave(place);
            }
        }
        return body.toByteArray();
    }

    /** Only what is there already is read: the thread never hangs on the client. */
    private boolean comesSoon() throws BodyRefused, IOException {
        while (body.size() < request.getContentLengthLong()) {
            request.action(ActionCode.AVAILABLE, true);
            if (request.getAvailable() > 0) {
                more();
            } else if (spent().compareTo(SOON) > 0 || !pause()) {
                return false;
            }
        }
        return true;
    }

    private boolean more() throws BodyRefused, IOException {
        int count = request.doRead(this);
        if (count > 0) {
            if (body.size() + count > most) {
                throw new BodyRefused(413);
            }
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            body.writeBytes(bytes);
        }
        return count >= 0;
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean pause() {
        try {
            Thread.sleep(5);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        chunk = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return chunk;
    }

    @Override
    public void expand(int size) {
        // the chunk is Tomcat's own
    }
}
