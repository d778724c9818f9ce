package fr.forment.campaign;

import java.util.Collection;

/**
 * How many schools have answered.
 *
 * @param expected schools that are asked; closed ones are not counted
 * @param late of those who answered, after the deadline
 * @param threshold percent asked for
 */
public record ResponseRate(int expected, int answered, int late, int threshold) {

    /** Of these circonscriptions together. */
    static ResponseRate of(Collection<ZoneRate> zones, int threshold) {
        return new ResponseRate(
                zones.stream().mapToInt(ZoneRate::expected).sum(),
                zones.stream().mapToInt(ZoneRate::answered).sum(),
                zones.stream().mapToInt(ZoneRate::late).sum(),
                threshold);
    }

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
