package fr.forment.staff;

/** A person joined; the school is null for those who work for a whole circonscription or département. */
public record AgentArrived(long agentId, String schoolUai) {
}
