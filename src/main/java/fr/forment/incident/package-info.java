/**
 * What happens to a plan: somebody is ill, it snows, a strike, a school leaves or joins, a room is lost. Which sessions
 * that hits, and the plan with the fewest moves.
 */
package fr.forment.incident;
