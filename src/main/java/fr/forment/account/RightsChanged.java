package fr.forment.account;

/** The person's account was closed, or holds other roles than before. */
public record RightsChanged(long agentId) {}
