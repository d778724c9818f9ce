package fr.forment.project;

/**
 * Those who will train the schools are to be trained first; {@link ProjectService#trainersTrained} tells when they are.
 */
public record TrainersDue(long projectId) {}
