package fr.forment.project.need;

/**
 * On the bilan of a vague the IEN had sessions held anew: what is opened from now on is waited for, whatever its
 * module.
 */
public record VagueRedone(long vagueId) {}
