package fr.forment.project;

/** The needs of the project's schools are to be gathered; {@link ProjectService#needsGathered} tells when they are. */
public record NeedsDue(long projectId) {}
