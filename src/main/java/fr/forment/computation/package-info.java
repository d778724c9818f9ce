/**
 * Better plans, looked for in the background while people watch: one search per version at a time, one per node, kept
 * alive by a lease so that a machine that stops loses seconds only. What is found changes nothing until somebody keeps
 * it. The search itself is {@link fr.forment.plan.calculation.PlanSolver}; the judge is the plan's own.
 */
package fr.forment.computation;
