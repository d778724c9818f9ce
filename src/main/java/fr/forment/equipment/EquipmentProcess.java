package fr.forment.equipment;

import fr.forment.engine.Processes;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the equipment of a session tells its process; the key is the session's id. */
@Component
@RequiredArgsConstructor
class EquipmentProcess {

    private static final String PROCESS = "sessionEquipment";

    private final Processes processes;

    /** By the date the session has now: that of before is followed no more. */
    void follow(long sessionId) {
        processes.end(PROCESS, sessionId, "La session a une autre date");
        processes.start(PROCESS, sessionId);
    }

    void end(long sessionId, String reason) {
        processes.end(PROCESS, sessionId, reason);
    }
}
