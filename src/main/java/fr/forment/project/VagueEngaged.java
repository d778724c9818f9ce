package fr.forment.project;

/** The sessions of a vague may be opened; {@link VagueService#trained} tells when the last one is over. */
public record VagueEngaged(long vagueId) {}
