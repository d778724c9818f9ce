package fr.forment.project.opening;

/** A school has left this project: its people are asked nothing more for it. */
public record SchoolLeft(long projectId, String schoolUai) {}
