package fr.forment.needs;

import java.time.OffsetDateTime;

/** A figure changed by hand. {@code actor} is a login; null for the house. */
public record GridCorrection(long lineId, OffsetDateTime at, String actor, int peopleBefore, int peopleAfter, String reason) {
}
