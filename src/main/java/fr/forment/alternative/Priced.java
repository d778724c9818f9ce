package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import java.util.Map;

/**
 * Another way to hold a session, and what it costs.
 *
 * @param more units of each goal that changes: more is worse
 * @param unplaced people, times the priority of their need, more without a session or trained too late
 * @param total all of it, weighed
 * @param schools whose day or hour changes
 * @param left the place where it would be held no more; null where it stays there
 */
public record Priced(Draft way, Map<Goal, Long> more, long unplaced, long total, int schools, String left) {}
