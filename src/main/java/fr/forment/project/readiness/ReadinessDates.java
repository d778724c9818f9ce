package fr.forment.project.readiness;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.project.OpeningDates;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** By when the schools of a vague are to be ready, on school days before the day they open. */
@Component
@RequiredArgsConstructor
public class ReadinessDates {

    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final Reminders reminders;
    private final PlaceClocks clocks;
    private final Clock clock;

    /** @param rank 1: reminded, 2: told to the IEN; each leaves some days after the one before */
    public String reminder(long vagueId, int rank) {
        int offset = reminders.offset(Reminder.TECHNICAL_READINESS, rank);
        return iso(vagueId, day(vagueId, rank, offset), Reminders.MORNING);
    }

    /** The evening before the IEN is told. */
    public String due(long vagueId) {
        return iso(vagueId, dueOn(vagueId), Reminders.EVENING);
    }

    /** Before the schools open, however late the vague begins. */
    public LocalDate dueOn(long vagueId) {
        int offset = reminders.offset(Reminder.TECHNICAL_READINESS, 2);
        Zone zone = zone(vagueId);
        LocalDate usual = reminders.day(zone, day(vagueId, 2, offset), -1);
        return reminders.notPast(zone, usual, vague(vagueId).opensOn(), LocalDate.now(clock));
    }

    private LocalDate day(long vagueId, int rank, int offset) {
        Zone zone = zone(vagueId);
        LocalDate planned = reminders.day(zone, vague(vagueId).opensOn(), offset);
        LocalDate earliest = reminders.day(zone, LocalDate.now(clock), rank * OpeningDates.FIRST_REMINDER);
        return planned.isAfter(earliest) ? planned : earliest;
    }

    private String iso(long vagueId, LocalDate day, LocalTime hour) {
        return clocks.iso(project(vagueId).circonscriptionUai(), day.atTime(hour));
    }

    private Zone zone(long vagueId) {
        return circonscriptions
                .find(project(vagueId).circonscriptionUai())
                .map(Circonscription::zone)
                .orElseThrow();
    }

    private Project project(long vagueId) {
        return projects.find(vague(vagueId).projectId()).orElseThrow();
    }

    private Vague vague(long vagueId) {
        return projects.vague(vagueId).orElseThrow();
    }
}
