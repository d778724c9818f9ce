package fr.forment.project;

/** The project was given up: whatever still runs for it is to stop. */
public record ProjectAbandoned(long projectId) {}
