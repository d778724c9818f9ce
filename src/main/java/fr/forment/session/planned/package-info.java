/**
 * Sessions as the plan makes them, and as an approved amendment changes them. Stands above the rest of the sessions.
 */
package fr.forment.session.planned;
