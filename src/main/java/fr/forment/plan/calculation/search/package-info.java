/**
 * The search for a better plan: sessions and people's seats as a constraint solver moves them. {@code Drafting} lays a
 * plan out, {@code PlanRules} and {@code PlanGoals} say what it is worth, {@code WrittenPlan} reads the best one found.
 */
package fr.forment.plan.calculation.search;
