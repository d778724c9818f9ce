package fr.forment.forecast;

/** All suppositions at their low value at once, or all central, or all high: extremes, no probability. */
public enum Scenario {
    LOW,
    CENTRAL,
    HIGH
}
