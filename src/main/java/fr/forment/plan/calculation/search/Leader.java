package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Who leads a session: a person, or somebody of a kind nobody is known of; one per search, so compared by identity.
 *
 * @param person null when nobody is named
 * @param key of whom no two are the same
 * @param halfDays at most, school year by school year; empty without bound
 * @param fairShare minutes everybody of the team would lead if all led the same; {@link Integer#MAX_VALUE} outside it
 * @param away moments at which the person cannot
 * @param unqualified moments at which the person may not lead a module (code); no entry: always may
 * @param own where the person might be expected too; null for who is on no list
 * @param most people of those at most whom a session of a module (code) can expect that the person leads; no entry: all
 * @param stops sessions outside the plan on the day of a moment (index), before or after it
 */
record Leader(
        int index,
        Person person,
        String key,
        List<Bound> halfDays,
        int fairShare,
        BitSet away,
        Map<String, BitSet> unqualified,
        Team own,
        Map<String, Integer> most,
        Map<Integer, List<Stop>> stops) {

    /** Where the person is otherwise that day. @param minutes from there to each place, {@link Venue#index} */
    record Stop(int gap, int[] minutes) {}

    static String key(long personId) {
        return "trainer:" + personId;
    }

    /** What bounds the half-days given at a moment; null: nothing. */
    Bound bound(Moment moment) {
        for (Bound bound : halfDays) {
            if (bound.covers(moment.date())) {
                return bound;
            }
        }
        return null;
    }

    /** Still, or already, on the road from or to another session of that day. */
    boolean isOnTheRoad(Moment moment, Venue venue) {
        List<Stop> around = stops.get(moment.index());
        if (around != null) {
            for (Stop stop : around) {
                if (stop.gap() < stop.minutes()[venue.index()]) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean mayLead(ModuleFacts module, Moment moment) {
        BitSet not = unqualified.get(module.code());
        return not == null || !not.get(moment.index());
    }

    /** Whether so many people of a school cannot come unless the person who leads them is one of them. */
    boolean isExpectedAmong(int people, Team team, ModuleFacts module) {
        return team == own && people > most.getOrDefault(module.code(), Integer.MAX_VALUE);
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
