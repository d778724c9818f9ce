package fr.forment.equipment.process;

import fr.forment.engine.ProcessSteps;
import fr.forment.equipment.EquipmentDates;
import fr.forment.equipment.EquipmentReminderService;
import fr.forment.session.Sessions;
import lombok.RequiredArgsConstructor;

/** What the model {@code sessionEquipment} asks; the key is the session's id. */
@ProcessSteps
@RequiredArgsConstructor
public class SessionEquipmentSteps {

    private final EquipmentReminderService service;
    private final EquipmentDates dates;
    private final Sessions sessions;

    public String reminderDate(long key, int rank) {
        return dates.reminder(sessions.find(key).orElseThrow(), rank);
    }

    public void askPreparation(long key) {
        service.ask(key);
    }

    public void tellInspector(long key) {
        service.tellInspector(key);
    }

    public void askReturn(long key) {
        service.askBack(key);
    }
}
