package fr.forment.equipment.web;

import fr.forment.equipment.EquipmentLine;
import fr.forment.equipment.Equipments;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the page of a session says of its equipment. */
@Component("sessionEquipment")
@RequiredArgsConstructor
public class SessionEquipment {

    private final Equipments equipments;
    private final EquipmentRows rows;

    public List<EquipmentRows.Row> of(TrainingSession session) {
        List<EquipmentLine> lines = equipments.ofSession(session.id());
        return lines.isEmpty() ? List.of() : rows.ofSession(session, lines);
    }
}
