package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Draft;
import java.util.List;

/**
 * A session to be held, and between what one may choose for it. A fact: what is chosen stands in {@link Sitting}.
 *
 * @param size people at most, wherever it is held
 * @param stands the session as it stands; null for a new one
 * @param fixed nothing of it may change
 */
record Gathering(
        int index,
        Course course,
        int size,
        List<Moment> moments,
        List<Leader> leaders,
        List<Venue> venues,
        Draft stands,
        boolean fixed) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return course.module().code() + "#" + index;
    }
}
