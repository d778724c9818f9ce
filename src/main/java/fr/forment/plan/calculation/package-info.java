/**
 * From needs to dated sessions, as a pure function: facts in, drafts out, no database and no clock. A constraint solver
 * may take the place of {@link fr.forment.plan.calculation.PlanCalculator} without anything else changing.
 */
@org.springframework.modulith.NamedInterface("calculation") // rooms above compute with it
package fr.forment.plan.calculation;
