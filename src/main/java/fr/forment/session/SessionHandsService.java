package fr.forment.session;

import fr.forment.french.Refusal;
import fr.forment.session.PlannedMoves.Asked;
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
    private final PlannedMoves moves;

    /** @param seen what the page showed, {@link SessionWords#shown} */
    public int postpone(
            long sessionId, String seen, LocalDateTime start, String place, String motive, boolean shortNotice) {
        TrainingSession session = refuseUnlessSeen(sessionId, seen);
        PlannedMoves.Trace trace = moves.look(new Asked(session, start, place, null));
        int left = service.postpone(sessionId, start, place, motive, shortNotice);
        trace.write(sessions.lock(sessionId).orElseThrow(), motive);
        return left;
    }

    /** Whatever it has become: what is called off is the session, not a date of it. */
    public void cancel(long sessionId, String motive) {
        service.cancel(sessionId, motive);
    }

    public void entrustTo(long sessionId, String seen, Long agentId) {
        TrainingSession session = refuseUnlessSeen(sessionId, seen);
        PlannedMoves.Trace trace = moves.look(new Asked(session, null, null, agentId));
        service.entrustTo(sessionId, agentId);
        trace.write(sessions.lock(sessionId).orElseThrow(), null);
    }

    /** The row stays locked: nobody changes it between the look and the writing. */
    private TrainingSession refuseUnlessSeen(long sessionId, String seen) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        words.shown(session).refuseUnlessSeen(seen);
        return session;
    }
}
