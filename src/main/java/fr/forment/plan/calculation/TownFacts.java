package fr.forment.plan.calculation;

/** Where a town lies in which the plan has no school: people may meet there all the same. */
public record TownFacts(String name, double latitude, double longitude) {}
