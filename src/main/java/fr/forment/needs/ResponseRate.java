package fr.forment.needs;

/**
 * How many schools have answered.
 *
 * @param expected schools that are asked; closed ones are not counted
 * @param late of those who answered, after the deadline
 * @param threshold percent asked for
 */
public record ResponseRate(int expected, int answered, int late, int threshold) {

    /** Rounded down, so that 100 means all; 100 when nobody is asked. */
    public int percent() {
        return expected == 0 ? 100 : answered * 100 / expected;
    }

    public boolean isReached() {
        return answered * 100 >= threshold * expected;
    }

    public int silent() {
        return expected - answered;
    }
}
