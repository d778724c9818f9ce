package fr.forment.computation;

import java.time.OffsetDateTime;

/**
 * The search for a better version of a plan, as its row says.
 *
 * @param weights as they were when it was asked for, JSON; {@code before}, {@code worth} and {@code best} likewise
 * @param lost its worker has given no sign of life for too long
 * @param takes times it was taken up
 * @param facts fingerprints of what it was computed from; null before it began
 * @param spent milliseconds of search; {@code improved}: when the best plan so far was found
 * @param better how many better plans were found
 * @param before worth of the sessions it set out from
 * @param worth of the best plan so far
 * @param best its sessions
 */
public record PlanRun(
        long id,
        long planId,
        RunState state,
        long seed,
        boolean keepsPins,
        String weights,
        String askedBy,
        OffsetDateTime askedAt,
        String worker,
        boolean lost,
        int takes,
        String facts,
        String sessions,
        long spent,
        long improved,
        int better,
        String before,
        String worth,
        String best,
        String problem) {

    /** There is a plan to keep. */
    public boolean hasPlan() {
        return best != null;
    }

    public boolean wasResumed() {
        return takes > 1;
    }

    public long seconds() {
        return spent / 1000;
    }

    public long secondsSinceImprovement() {
        return (spent - improved) / 1000;
    }
}
