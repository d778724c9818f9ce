package fr.forment.people;

/** A person changed schools; either may be null. */
public record AgentMoved(long agentId, String fromUai, String toUai) {}
