/**
 * What becomes of a plan when something happens: as few sessions as can be change their day, and of all answers with
 * the fewest moves the one that the weights of the plan prefer. Begin with {@code Repair}.
 */
@NamedInterface("repair") // what happens is told in a room above
package fr.forment.plan.calculation.repair;

import org.springframework.modulith.NamedInterface;
