package fr.forment.hours;

/**
 * A person has hours or a half-day free again: what could not be before may be now. Heard after the transaction that
 * gave them back.
 */
public record TimeGivenBack(long agentId) {}
