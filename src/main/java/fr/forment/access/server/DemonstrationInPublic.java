package fr.forment.access.server;

/** Stops the start: {@link ServerRefusal} says why. */
class DemonstrationInPublic extends RuntimeException {}
