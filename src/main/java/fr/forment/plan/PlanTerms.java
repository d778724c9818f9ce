package fr.forment.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import org.springframework.stereotype.Component;

import fr.forment.catalogue.ReminderPolicy;
import fr.forment.project.Projects;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;

/** How long each stage of a plan may take, in school days of the circonscription. */
@Component
public class PlanTerms {

    /** To read a plan and write remarks. */
    static final int COMMENT_DAYS = 8;
    static final int COMMENT_REMINDER_DAYS = 5;
    /** To correct a plan that was sent back, or to prepare an amendment. */
    static final int REVISION_DAYS = 10;
    static final int REVISION_REMINDER_DAYS = 7;
    /** From the calculation to the first session: consultation, decision, convocations. */
    static final int LEAD_DAYS = 20;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;
    private final ReminderPolicy policy;
    private final Clock clock;

    PlanTerms(Projects projects, Circonscriptions circonscriptions, SchoolCalendar calendar, ReminderPolicy policy, Clock clock) {
        this.projects = projects;
        this.circonscriptions = circonscriptions;
        this.calendar = calendar;
        this.policy = policy;
        this.clock = clock;
    }

    public LocalDateTime commentsUntil(Plan plan) {
        return after(plan, plan.openedOn(), COMMENT_DAYS).atTime(END_OF_DAY);
    }

    public LocalDateTime commentReminder(Plan plan) {
        return after(plan, plan.openedOn(), COMMENT_REMINDER_DAYS).atTime(MORNING);
    }

    /** @param occurrence 1: the IEN is reminded; 2: the delegate may decide too (table {@code reminderPolicy}) */
    public LocalDateTime approvalReminder(Plan plan, int occurrence) {
        int days = policy.of("planApproval", occurrence).orElseThrow().offsetSchoolDays();
        return after(plan, plan.submittedOn(), days).atTime(MORNING);
    }

    public LocalDateTime revisionUntil(Plan plan) {
        return after(plan, plan.createdOn(), REVISION_DAYS).atTime(END_OF_DAY);
    }

    public LocalDateTime revisionReminder(Plan plan) {
        return after(plan, plan.createdOn(), REVISION_REMINDER_DAYS).atTime(MORNING);
    }

    Circonscription circonscription(Plan plan) {
        return circonscriptions.find(projects.find(plan.projectId()).orElseThrow().circonscriptionUai()).orElseThrow();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate after(Plan plan, LocalDate start, int schoolDays) {
        return calendar.plus(circonscription(plan).zone(), start, schoolDays);
    }
}
