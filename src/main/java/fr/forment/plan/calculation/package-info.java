/**
 * From needs to dated sessions, as a pure function: facts in, drafts out, no database and no clock. A constraint solver
 * ({@code search}) starts from what {@link fr.forment.plan.calculation.PlanCalculator} proposes and makes it better.
 */
@org.springframework.modulith.NamedInterface("calculation") // rooms above compute with it
package fr.forment.plan.calculation;
