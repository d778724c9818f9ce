/**
 * What the schools of a project need: one campaign, one survey per school answered by its director, and the grid computed from the answers,
 * the staff list and the training records. Hears that needs are due, and tells the project when they are gathered.
 * <p>
 * Word kept in French: vague (schools opened together).
 */
package fr.forment.needs;
