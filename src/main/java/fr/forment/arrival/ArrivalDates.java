package fr.forment.arrival;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * When things fall due around an arrival: school days of the circonscription's zone. Offsets come from the reminder
 * policy.
 */
@Component
@EnableConfigurationProperties(ArrivalSettings.class)
@RequiredArgsConstructor
public class ArrivalDates {

    /** School days a person keeps to be trained in, however late the arrival became known. */
    static final int LEAST_TIME = 10;
    /** School days somebody who replaces is there before he is asked anything: three weeks. */
    static final int PRESENCE = 15;
    /** School days the IEN has to settle an overdue arrival. */
    static final int TIME_TO_SETTLE = 5;
    /** The occurrence of the policy that is the due date itself. */
    private static final int OVERDUE = 4;

    private final Circonscriptions circonscriptions;
    private final Reminders reminders;
    private final Projects projects;
    private final DepartureRepository departures;
    private final ArrivalSettings settings;
    private final Clock clock;

    public LocalDateTime confirmation(Arrival arrival, int occurrence) {
        return reminders.on(Reminder.ARRIVAL_CONFIRMATION, occurrence, zone(arrival), arrival.askedOn());
    }

    /** Three weeks of class after that first day. */
    public LocalDateTime presence(Arrival arrival, LocalDate since) {
        return at(arrival, since, PRESENCE);
    }

    /**
     * So many school days from the first day (thirty, or what the setting says); later when the arrival became known
     * late, when the person is on leave, or when the school opens its ENT later. Reminders keep their distance from the
     * due date; those that fall before it was set are not sent.
     */
    LocalDate due(Arrival arrival, LocalDate today) {
        LocalDate usual = reminders.day(zone(arrival), arrival.takenUpOn(), days());
        LocalDate soonest = reminders.day(zone(arrival), today, LEAST_TIME);
        LocalDate back = departures
                .findByOpenAgentId(arrival.agentId())
                .map(Departure::backOn)
                .map(day -> afterLeave(arrival, day))
                .orElse(usual);
        return Stream.of(usual, soonest, back, opening(arrival).orElse(usual))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Somebody on leave has the whole time again from the first day back. */
    LocalDate afterLeave(Arrival arrival, LocalDate back) {
        return reminders.day(zone(arrival), back, days());
    }

    private int days() {
        return settings.dueSchoolDays() == null
                ? reminders.offset(Reminder.ARRIVAL, OVERDUE)
                : settings.dueSchoolDays();
    }

    /** @param occurrence of the policy; the last one is the due date */
    public LocalDateTime reminder(Arrival arrival, int occurrence) {
        return at(
                arrival,
                arrival.dueOn(),
                reminders.offset(Reminder.ARRIVAL, occurrence) - reminders.offset(Reminder.ARRIVAL, OVERDUE));
    }

    public LocalDateTime settlement(Arrival arrival) {
        return at(arrival, arrival.dueOn(), TIME_TO_SETTLE);
    }

    /** A decision on who was not trained in time lies: 1 the reminder, 2 the département hears. */
    public LocalDateTime settlementLate(Arrival arrival, int rank) {
        return reminders.on(Reminder.LATE_TASK, rank, zone(arrival), LocalDate.now(clock));
    }

    /** The day on which the ENT is to open in the school; empty where it is open, or no opening is planned. */
    Optional<LocalDate> openingAhead(Arrival arrival) {
        return opening(arrival).filter(day -> day.isAfter(LocalDate.now(clock)));
    }

    private Optional<LocalDate> opening(Arrival arrival) {
        return Optional.ofNullable(arrival.schoolUai())
                .flatMap(projects::currentPlace)
                .filter(place -> !place.state().isSettled())
                .flatMap(place -> projects.vague(place.vagueId()))
                .map(Vague::opensOn);
    }

    private LocalDateTime at(Arrival arrival, LocalDate from, int schoolDays) {
        return reminders.morning(zone(arrival), from, schoolDays);
    }

    private Zone zone(Arrival arrival) {
        return circonscriptions.find(arrival.circonscriptionUai()).orElseThrow().zone();
    }
}
