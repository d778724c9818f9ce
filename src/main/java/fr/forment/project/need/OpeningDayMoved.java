package fr.forment.project.need;

/** The schools of a vague are to open on another day: plans of the project are measured against that one. */
public record OpeningDayMoved(long projectId, long vagueId) {}
