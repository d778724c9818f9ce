/**
 * People who arrive: found on the staff list or declared by a director, confirmed, given a path of modules and followed
 * until they are trained. Reads sessions, projects and people below; hears of comings, moves, departures and trainings
 * by events of {@code staff}.
 *
 * <p>Glossary: <b>path</b> (parcours d'arrivée): the modules a newcomer still has to follow, in order, within thirty
 * school days.
 */
package fr.forment.arrival;
