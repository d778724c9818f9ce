package fr.forment.staff;

/** The person's account was closed, or holds other roles than before. */
record RightsChanged(long agentId) {
}
