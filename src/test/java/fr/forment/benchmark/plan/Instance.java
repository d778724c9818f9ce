package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.PlanFacts;

/** A circonscription to plan for. */
public record Instance(String name, PlanFacts facts) {}
