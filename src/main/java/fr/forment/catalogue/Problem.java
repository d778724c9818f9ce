package fr.forment.catalogue;

/**
 * A refused value: the field of {@link ModuleDetails} (or "version", "code") and what to tell the person, in French.
 */
public record Problem(String field, String message) {}
