package fr.forment.session;

/**
 * All the sessions that a plan sets for the trainers of a project, or for one vague.
 *
 * @param vagueId null for the trainers
 * @param remaining sessions that are not over yet
 */
public record SessionPhase(long id, long projectId, Long vagueId, int remaining) {}
