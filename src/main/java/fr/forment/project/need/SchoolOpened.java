package fr.forment.project.need;

/** A school is in service from today on. */
public record SchoolOpened(long vagueId, String uai) {}
