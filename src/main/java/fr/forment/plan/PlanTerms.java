package fr.forment.plan;

import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.plan.calculation.Pace;
import fr.forment.project.OpeningDates;
import fr.forment.project.Projects;
import fr.forment.project.VagueOutcomeService;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How long each stage of a plan may take, in school days of the circonscription. */
@Component
@RequiredArgsConstructor
public class PlanTerms {

    /** To read a plan and write remarks. */
    static final int COMMENT_DAYS = 8;

    static final int COMMENT_REMINDER_DAYS = 5;
    /** To correct a plan that was sent back, or to prepare an amendment. */
    static final int REVISION_DAYS = 10;

    static final int REVISION_REMINDER_DAYS = 7;

    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final Reminders reminders;
    private final Clock clock;

    public LocalDateTime commentsUntil(Plan plan) {
        return reminders.evening(zone(plan), plan.openedOn(), COMMENT_DAYS);
    }

    public LocalDateTime commentReminder(Plan plan) {
        return reminders.morning(zone(plan), plan.openedOn(), COMMENT_REMINDER_DAYS);
    }

    /** @param occurrence 1: the IEN is reminded; 2: the delegate may decide too (table {@code reminderPolicy}) */
    public LocalDateTime approvalReminder(Plan plan, int occurrence) {
        return reminders.on(Reminder.PLAN_APPROVAL, occurrence, zone(plan), plan.submittedOn());
    }

    public LocalDateTime revisionUntil(Plan plan) {
        return reminders.evening(zone(plan), plan.createdOn(), REVISION_DAYS);
    }

    public LocalDateTime revisionReminder(Plan plan) {
        return reminders.morning(zone(plan), plan.createdOn(), REVISION_REMINDER_DAYS);
    }

    /** When the IEN hears of a revision that still lies. */
    public LocalDateTime revisionOverdue(Plan plan) {
        return reminders.on(
                Reminder.LATE_TASK, 1, zone(plan), revisionUntil(plan).toLocalDate());
    }

    /** The first day of a session: a new plan is commented and decided on before, any other might be approved today. */
    LocalDate firstDay(Plan plan, Zone zone) {
        boolean isNew = plan.state() == PlanState.BROUILLON && plan.number() == 1 && !plan.isAmendment();
        int before = isNew ? COMMENT_DAYS + reminders.offset(Reminder.PLAN_APPROVAL, 1) : 0;
        return reminders.day(zone, today(), before + pace().noticeDays());
    }

    /** The same of a session that an amendment approved today would add. */
    LocalDate firstNewDay(String circonscriptionUai) {
        return reminders.day(circonscription(circonscriptionUai).zone(), today(), pace().noticeDays());
    }

    /** Each figure stands where it is lived by. */
    Pace pace() {
        return new Pace(
                VagueOutcomeService.STABILISATION_DAYS,
                OpeningDates.DECISION,
                reminders.offset(Reminder.MARKS, 1),
                -reminders.offset(Reminder.SESSION, 1));
    }

    private Zone zone(Plan plan) {
        return circonscription(plan).zone();
    }

    Circonscription circonscription(Plan plan) {
        return circonscription(projects.find(plan.projectId()).orElseThrow().circonscriptionUai());
    }

    Circonscription circonscription(String uai) {
        return circonscriptions.find(uai).orElseThrow();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
