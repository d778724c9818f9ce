package fr.forment.release;

import fr.forment.session.SessionCancelled;
import fr.forment.session.SessionHeld;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps with each session that was held the versions of its materials: those in force when it began, however late its
 * marks come.
 */
@Service
@RequiredArgsConstructor
public class MaterialUseService {

    private final MaterialUses uses;
    private final Sessions sessions;
    private final PlaceClocks clocks;

    @EventListener
    @Transactional
    public void on(SessionHeld held) {
        TrainingSession session = sessions.find(held.sessionId()).orElseThrow();
        String place = session.circonscriptionUai();
        uses.record(session.id(), place, session.moduleCode(), clocks.instant(place, session.startsAt()));
    }

    @EventListener
    @Transactional
    public void on(SessionCancelled cancelled) {
        uses.forget(cancelled.sessionId());
    }
}
