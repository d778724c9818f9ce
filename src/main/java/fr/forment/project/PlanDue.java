package fr.forment.project;

/**
 * A training plan is to be made; {@link ProjectService#planApproved} or {@link ProjectService#planRejected} tells the
 * outcome.
 */
public record PlanDue(long projectId) {}
