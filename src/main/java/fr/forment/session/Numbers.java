package fr.forment.session;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Tells the process of a session that its numbers answer what it would ask, or asks already. After the session was
 * saved.
 */
@Component
@RequiredArgsConstructor
public class Numbers {

    private final SessionRepository sessions;
    private final SessionDates dates;
    private final SessionProcess process;

    public void changed(TrainingSession session) {
        if (session.state() == SessionState.OUVERTE && dates.isDecidedByNumbers(session)) {
            session.waiveNotice(); // its date was judged when it was announced
            sessions.save(session);
            process.changed(session.id());
        }
    }
}
