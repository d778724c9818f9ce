package fr.forment.project;

/** A bilan is to be compiled and handed to {@link BilanService#record}; vagueId is null for the whole project. */
public record BilanDue(long projectId, Long vagueId) {}
