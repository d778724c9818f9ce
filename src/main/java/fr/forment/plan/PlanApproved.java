package fr.forment.plan;

/**
 * A plan is in force.
 *
 * @param replacedPlanId the plan an amendment takes the place of; null for the first plan of a project
 */
public record PlanApproved(long planId, long projectId, Long replacedPlanId) {}
