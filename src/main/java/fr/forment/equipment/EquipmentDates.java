package fr.forment.equipment;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** By when equipment is to be ready, and when it is asked for. */
@Component
@RequiredArgsConstructor
public class EquipmentDates {

    private final Reminders reminders;
    private final Circonscriptions circonscriptions;
    private final PlaceClocks clocks;

    /** Of the policy: 1 booked and made ready, 2 told to the IEN, both before the session; 3 given back, after it. */
    public String reminder(TrainingSession session, int rank) {
        LocalDate from = rank == 3 ? session.endsAt().toLocalDate() : session.day();
        return clocks.iso(
                session.circonscriptionUai(),
                reminders.on(Reminder.EQUIPMENT, rank, zone(session.circonscriptionUai()), from));
    }

    /** The school day before the IEN is told. */
    public LocalDate dueOn(Zone zone, LocalDate sessionDay) {
        return reminders.day(zone, sessionDay, reminders.offset(Reminder.EQUIPMENT, 2) - 1);
    }

    private Zone zone(String circonscriptionUai) {
        return circonscriptions.find(circonscriptionUai).orElseThrow().zone();
    }
}
