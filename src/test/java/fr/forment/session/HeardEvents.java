package fr.forment.session;

import fr.forment.session.closing.ColdEvaluationDue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What sessions told the features above, since the house stands; ask about one session. */
@Component
public class HeardEvents {

    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(SessionHeld event) {
        heard.add(event);
    }

    @EventListener
    void on(SessionClosed event) {
        heard.add(event);
    }

    @EventListener
    void on(SessionCancelled event) {
        heard.add(event);
    }

    @EventListener
    void on(ColdEvaluationDue event) {
        heard.add(event);
    }

    public List<String> about(long sessionId) {
        return heard.stream()
                .filter(event -> event.toString().endsWith("[sessionId=" + sessionId + "]"))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
