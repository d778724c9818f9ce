package fr.forment.people;

/** A person left, or will on a known date; the school is null for those who had none. */
public record AgentLeft(long agentId, String schoolUai) {}
