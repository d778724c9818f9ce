package fr.forment.survey;

/**
 * Whether a number of teachers is worth asking about again: 30 % away from the classes is seldom right, and never wrong
 * by itself.
 */
final class HeadCount {

    private static final double USUAL_GAP = 0.3;
    /** One part-time colleague is more than 30 % of a small school: no question about that. */
    private static final int SMALL_GAP = 1;

    private HeadCount() {}

    /** @param classes 0 when unknown: nothing to compare with */
    static boolean isSurprising(int teachers, int classes) {
        int gap = Math.abs(teachers - classes);
        return teachers > 0 && classes > 0 && gap > SMALL_GAP && gap > USUAL_GAP * classes;
    }
}
