package fr.forment.project.need;

/** A school leaves a vague for a later one: what was only to be held for it there is not. */
public record SchoolPostponed(long vagueId, String uai) {}
