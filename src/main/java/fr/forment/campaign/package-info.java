/**
 * Whom is asked what they need, and when: one campaign, one survey per school, reminders, who stands in, the closing.
 * Hears that needs are due, and tells the project when they are gathered.
 *
 * <p>Word kept in French: vague (schools opened together).
 */
package fr.forment.campaign;
