package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;

class SparingSessionsTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final SparingSessions<MapSession> sessions =
            SparingSessions.over(new MapSessionRepository(new ConcurrentHashMap<>()) {
                @Override
                public MapSession findById(String id) {
                    reads.incrementAndGet();
                    return super.findById(id);
                }
            });
    private String id;

    @BeforeEach
    void somebodyIsSignedIn() {
        var session = sessions.createSession();
        sessions.save(session);
        id = session.getId();
    }

    /** The filter asks once more after each time it has written. */
    @Test
    void isReadOnceByARequestHoweverOftenItIsWritten() {
        sessions.requestBegins();
        sessions.save(sessions.findById(id));
        sessions.save(sessions.findById(id));
        assertThat((Session) sessions.findById(id)).isNotNull();
        sessions.requestIsOver();
        assertThat(reads).hasValue(1);
    }

    @Test
    void isReadAnewByTheNextRequest() {
        sessions.requestBegins();
        sessions.save(sessions.findById(id));
        sessions.requestIsOver();
        var other = sessions.findById(id);
        other.setAttribute("message", "of another node");
        sessions.save(other);
        sessions.requestBegins();
        assertThat((String) sessions.findById(id).getAttribute("message")).isEqualTo("of another node");
        sessions.requestIsOver();
    }

    @Test
    void isOverAtOnceWhenItEndsInTheMiddleOfARequest() {
        sessions.requestBegins();
        sessions.save(sessions.findById(id));
        sessions.deleteById(id);
        assertThat((Session) sessions.findById(id)).isNull();
        sessions.requestIsOver();
    }
}
