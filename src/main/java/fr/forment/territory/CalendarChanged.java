package fr.forment.territory;

/** Holidays were added or corrected: what is kept in memory is out of date. */
public record CalendarChanged() {}
