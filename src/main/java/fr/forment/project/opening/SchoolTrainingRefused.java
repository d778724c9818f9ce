package fr.forment.project.opening;

/** The gate keeps a school from opening; what is missing stands on its place in the vague. */
public record SchoolTrainingRefused(long vagueId, String uai) {}
