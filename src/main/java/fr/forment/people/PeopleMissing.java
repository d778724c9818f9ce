package fr.forment.people;

import java.util.List;

/**
 * The last list of their place no longer holds these people: they may have left. They stay on the lists until somebody
 * says so.
 */
public record PeopleMissing(List<Long> agentIds) {}
