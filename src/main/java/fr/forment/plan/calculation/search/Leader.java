package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Person;
import java.util.BitSet;

/**
 * Who leads a session: a person, or somebody of a kind nobody is known of; one per search, so compared by identity.
 *
 * @param person null when nobody is named
 * @param key of whom no two are the same
 * @param halfDays at most; {@link Integer#MAX_VALUE} without bound
 * @param fairShare minutes everybody of the team would lead if all led the same; {@link Integer#MAX_VALUE} outside it
 * @param away moments at which the person cannot
 */
record Leader(int index, Person person, String key, int halfDays, int fairShare, BitSet away) {

    static String key(long personId) {
        return "trainer:" + personId;
    }

    Long id() {
        return person == null ? null : person.id();
    }

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
        return key;
    }
}
