package fr.forment.overview.board;

import java.util.Arrays;

/**
 * How alike circonscriptions are, from their shares of trained people (0 to 1).
 *
 * @param gap between the most and the least advanced
 * @param gini 0 where all are alike, near 1 where one has everything
 */
public record Evenness(double gap, double gini) {

    /** Points below the median from which a circonscription drifts. */
    public static final double DRIFT = 0.20;

    public static Evenness of(double... shares) {
        if (shares.length == 0) {
            return new Evenness(0, 0);
        }
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        double sum = Arrays.stream(sorted).sum();
        double weighted = 0;
        for (int n = 0; n < sorted.length; n++) {
            weighted += (n + 1) * sorted[n];
        }
        int size = sorted.length;
        double gini = sum == 0 ? 0 : 2 * weighted / (size * sum) - (size + 1.0) / size;
        return new Evenness(sorted[size - 1] - sorted[0], gini);
    }

    public static double median(double... shares) {
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Out of 100, as people read it: 100 where all are alike. */
    public int index() {
        return (int) Math.round(100 * (1 - gini));
    }
}
