package fr.forment.database;

/**
 * Which page of a list is shown.
 *
 * @param number from 1
 * @param total of the list
 */
public record Pages(int number, int total) {

    public static final int SIZE = 50;

    /** The nearest page there is. */
    public static Pages of(int wanted, int total) {
        return new Pages(Math.max(1, Math.min(wanted, (total + SIZE - 1) / SIZE)), total);
    }

    public int from() {
        return (number - 1) * SIZE;
    }

    public int last() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    public boolean isSeveral() {
        return total > SIZE;
    }
}
