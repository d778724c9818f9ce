package fr.forment.selfstudy;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** When people are reminded of what they follow alone. */
@Component
@RequiredArgsConstructor
public class SelfStudyDates {

    /** School days one has at least, whatever the plan says: it may be approved late. */
    static final int FEWEST_DAYS = 10;

    private final Reminders reminders;
    private final Circonscriptions circonscriptions;
    private final PlaceClocks clocks;

    /** Of the policy: 1 before the day, 2 after it. */
    public String reminder(SelfStudy study, int rank) {
        return clocks.iso(
                study.circonscriptionUai(),
                reminders.on(Reminder.SELF_STUDY, rank, zone(study.circonscriptionUai()), study.dueOn()));
    }

    /** The day of the plan, or later where too few days are left. */
    LocalDate due(String circonscriptionUai, LocalDate planned) {
        LocalDate soonest = reminders.day(zone(circonscriptionUai), today(circonscriptionUai), FEWEST_DAYS);
        return planned.isBefore(soonest) ? soonest : planned;
    }

    LocalDate today(String circonscriptionUai) {
        return clocks.today(circonscriptionUai);
    }

    private Zone zone(String circonscriptionUai) {
        return circonscriptions.find(circonscriptionUai).orElseThrow().zone();
    }
}
