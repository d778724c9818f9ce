package fr.forment.equipment;

import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for what is not booked, not ready or not given back; nobody is written to about what is. */
@Service
@Transactional
@RequiredArgsConstructor
public class EquipmentReminderService {

    private final Equipments equipments;
    private final EquipmentMails mails;
    private final Sessions sessions;

    public void ask(long sessionId) {
        mails.awaited(session(sessionId), awaited(sessionId));
    }

    public void tellInspector(long sessionId) {
        mails.late(session(sessionId), awaited(sessionId));
    }

    public void askBack(long sessionId) {
        mails.toReturn(
                session(sessionId),
                equipments.ofSession(sessionId).stream()
                        .filter(EquipmentLine::isOut)
                        .toList());
    }

    private List<EquipmentLine> awaited(long sessionId) {
        return equipments.ofSession(sessionId).stream()
                .filter(EquipmentLine::isAwaited)
                .toList();
    }

    private TrainingSession session(long sessionId) {
        return sessions.find(sessionId).orElseThrow();
    }
}
