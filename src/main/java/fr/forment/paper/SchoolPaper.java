package fr.forment.paper;

import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.feedback.SchoolFeedback;
import fr.forment.territory.School;
import java.time.LocalDate;
import java.util.List;

/** What one school is given, and what became of what it asked for. */
public record SchoolPaper(
        Plan plan,
        String project,
        School school,
        Standing standing,
        LocalDate printedOn,
        List<PlannedSession> sessions,
        SchoolFeedback feedback,
        PlanNames.Of names) {}
