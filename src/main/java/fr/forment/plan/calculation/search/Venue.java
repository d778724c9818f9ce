package fr.forment.plan.calculation.search;

import java.util.BitSet;
import java.util.List;

/**
 * Where a session may be held; one per place and search, so compared by identity.
 *
 * @param name UAI of a school, or a town, where several rooms may be had
 * @param single one room only: a school
 * @param room people it takes at most
 * @param rooms people it takes at each moment; null: always as many
 * @param distances to each team, in {@link Basis#KILOMETRE}
 * @param minutes a trainer travels to each other place
 * @param taken moments at which another plan has the room, or its school is closed
 */
record Venue(
        int index,
        String name,
        boolean single,
        int room,
        List<Integer> rooms,
        int[] distances,
        int[] minutes,
        BitSet taken) {

    int room(Moment moment) {
        return rooms == null ? room : rooms.get(moment.index());
    }

    int distance(Team team) {
        return distances[team.index()];
    }

    int minutesTo(Venue other) {
        return minutes[other.index];
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
        return name;
    }
}
