package fr.forment.project.readiness;

/** The collectivité has declared something of a school ready, or has taken that back. */
public record SchoolMadeReady(String uai) {}
