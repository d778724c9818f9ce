package fr.forment.access.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A file that comes in must come at a pace, or it is cut. Each byte earns the time it has at {@link #BYTES_PER_SECOND},
 * and no more than some seconds are kept: a break of the line is forgiven, a file that comes quickly first and drips
 * afterwards is not. So no file takes longer than its announced length at that pace. Only the time the client lets us
 * wait counts.
 */
class PacedBody implements InputBuffer {

    /** 0.4 Mbit/s, the poorest line of a school: 30 MB in ten minutes, 200 MB in little more than an hour. */
    static final int BYTES_PER_SECOND = 50_000;

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final InputBuffer socket;
    private final BooleanSupplier wanted;
    private final LongSupplier nanos;
    private long left = PATIENCE.toNanos();
    private boolean cut;

    /** @param wanted whether somebody may have the file: before that, and on the page of a refusal, nobody reads it */
    PacedBody(InputBuffer socket, BooleanSupplier wanted, LongSupplier nanos) {
        this.socket = socket;
        this.wanted = wanted;
        this.nanos = nanos;
    }

    @Override
    public int doRead(ApplicationBufferHandler reader) throws IOException {
        if (cut) {
            throw new SocketTimeoutException("too slow");
        }
        if (!wanted.getAsBoolean()) {
            throw new IOException("a file nobody may have");
        }
        long start = nanos.getAsLong();
        int count;
        try {
            count = socket.doRead(reader);
        } catch (SocketTimeoutException nothingCame) {
            cut = true;
            throw nothingCame;
        }
        left -= nanos.getAsLong() - start;
        if (count >= 0) {
            left = Math.min(PATIENCE.toNanos(), left + count * 1_000_000_000L / BYTES_PER_SECOND);
            if (left < 0) {
                cut = true;
                throw new SocketTimeoutException("too slow");
            }
        }
        return count;
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public int available() {
        return socket.available();
    }
}
