package fr.forment.project;

/** A school has said who its resource person is, perhaps after the sessions of its vague were opened. */
public record ResourcePersonNamed(long vagueId, String schoolUai, long agentId) {}
