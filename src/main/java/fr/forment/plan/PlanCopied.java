package fr.forment.plan;

/** A version was made from another: what rooms above keep with a version goes along, in the same transaction. */
public record PlanCopied(long fromPlanId, long toPlanId) {}
