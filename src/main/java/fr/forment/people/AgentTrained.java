package fr.forment.people;

/** A person holds a training for the first time. */
public record AgentTrained(long agentId, String moduleCode) {}
