package fr.forment.waiting;

/** Somebody took a place that was proposed: he waits for no other date of the module. */
record PlaceAccepted(long agentId, String moduleCode) {}
