package fr.forment.attendance;

import java.time.Instant;

/**
 * A code that a telephone read in time. The browser keeps it, signed, until its owner has signed in.
 *
 * @param key drawn for this reading: it serves one person
 */
record Scan(long sessionId, int position, Instant at, String key) {}
