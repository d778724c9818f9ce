package fr.forment.session;

import fr.forment.french.Refusal;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a session that somebody makes from a page: only of the session that the page showed. */
@Service
@Transactional
@RequiredArgsConstructor
public class SessionHandsService {

    private final SessionRepository sessions;
    private final SessionService service;
    private final SessionWords words;

    /** @param seen what the page showed, {@link SessionWords#shown} */
    public int postpone(
            long sessionId, String seen, LocalDateTime start, String place, String motive, boolean shortNotice) {
        refuseUnlessSeen(sessionId, seen);
        return service.postpone(sessionId, start, place, motive, shortNotice);
    }

    /** Whatever it has become: what is called off is the session, not a date of it. */
    public void cancel(long sessionId, String motive) {
        service.cancel(sessionId, motive);
    }

    public void entrustTo(long sessionId, String seen, Long agentId) {
        refuseUnlessSeen(sessionId, seen);
        service.entrustTo(sessionId, agentId);
    }

    /** The row stays locked: nobody changes it between the look and the writing. */
    private void refuseUnlessSeen(long sessionId, String seen) {
        words.shown(sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas.")))
                .refuseUnlessSeen(seen);
    }
}
