package fr.forment.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How slowly a file may come, by a clock of the test's own. */
@Tag("attack")
class PacedBodyTest {

    private static final long SECOND = 1_000_000_000L;
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5 * SECOND); // the machine's clock may wrap
    private boolean mayBeRead = true;
    private int bytes;
    private long nanos;

    private final PacedBody body = new PacedBody(
            new InputBuffer() {
                @Override
                public int doRead(ApplicationBufferHandler reader) {
                    now.addAndGet(nanos);
                    return bytes;
                }

                @Override
                public int available() {
                    return 0;
                }
            },
            () -> mayBeRead,
            now::get);

    @Test
    void aFileNobodyMayHaveIsNotRead() {
        mayBeRead = false;
        bytes = 100;
        assertThatThrownBy(() -> body.doRead(null)).isInstanceOf(IOException.class);
        assertThat(body.isCut()).isFalse();
    }

    private void comes(int count, long within, int times) throws IOException {
        bytes = count;
        nanos = within;
        for (int i = 0; i < times; i++) {
            assertThat(body.doRead(null)).isEqualTo(count);
        }
    }

    private void isCut(int count, long within) {
        bytes = count;
        nanos = within;
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> body.doRead(null)).isInstanceOf(SocketTimeoutException.class);
            assertThat(body.isCut()).isTrue();
        }
    }

    @Test
    void aDripIsCutAfterSomeSeconds() throws IOException {
        comes(1, 4 * SECOND, 3);
        isCut(1, 4 * SECOND);
    }

    @Test
    void whatCameQuicklyEarnsNoLongDrip() throws IOException {
        comes(8192, 1000, 3600);
        comes(1, 4 * SECOND, 3);
        isCut(1, 4 * SECOND);
    }

    @Test
    void theLargestFilePassesOnAPoorLineThatBreaksNowAndThen() throws IOException {
        for (int part = 0; part < 20; part++) {
            comes(8192, 8192 * SECOND / 55_000, 205 * (1 << 20) / 8192 / 20);
            comes(8192, 9 * SECOND, 1);
        }
        assertThat(body.isCut()).isFalse();
    }

    @Test
    void halfThePaceIsTooSlow() throws IOException {
        comes(8192, 8192 * SECOND / 25_000, 91);
        isCut(8192, 8192 * SECOND / 25_000);
    }

    @Test
    void theServersOwnTimeIsNotTheClients() throws IOException {
        comes(8192, 1000, 1);
        now.addAndGet(600 * SECOND);
        comes(1, SECOND, 10);
        assertThat(body.isCut()).isFalse();
    }
}
