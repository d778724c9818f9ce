package fr.forment.engine;

import java.time.Instant;

/**
 * How cases stand at one step.
 *
 * @param now cases that are there
 * @param since when the one that came first came; null where none is
 * @param passed how often it was left behind
 * @param failed of those there now, where the step was given up after all tries
 */
public record Stand(long now, Instant since, long passed, long failed) {

    public static final Stand NOWHERE = new Stand(0, null, 0, 0);
}
