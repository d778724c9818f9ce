package fr.forment.project.readiness;

import java.time.LocalDate;

/** One matter of a school, declared ready. @param by signature */
public record DeclaredReady(String schoolUai, Matter matter, LocalDate on, String by) {}
