package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * Moves of whole schools, or of a few of their people, from one session of a module to another, alone or in exchange;
 * both sessions are then held where that suits those who come.
 */
public final class Regroupings implements MoveIteratorFactory<Timetable, Regrouping> {

    @Override
    public long getSize(ScoreDirector<Timetable> director) {
        return director.getWorkingSolution().parties().size() * 10L;
    }

    /** Asked for by a search that walks through all moves in their order: ours draws them. */
    @Override
    public Iterator<Regrouping> createOriginalMoveIterator(ScoreDirector<Timetable> director) {
        throw new UnsupportedOperationException("moves are drawn");
    }

    @Override
    public Iterator<Regrouping> createRandomMoveIterator(ScoreDirector<Timetable> director, Random random) {
        return new Drawn(director.getWorkingSolution(), random);
    }

    private static final class Drawn implements Iterator<Regrouping> {

        private final Timetable timetable;
        private final List<Party> movable;
        private final Random random;

        Drawn(Timetable timetable, Random random) {
            this.timetable = timetable;
            this.movable = timetable.movable();
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            return !movable.isEmpty();
        }

        @Override
        public Regrouping next() {
            if (movable.isEmpty()) {
                throw new NoSuchElementException();
            }
            Party party = movable.get(random.nextInt(movable.size()));
            List<Gathering> choices = party.choices();
            Gathering from = party.gathering();
            Gathering to = choices.get(random.nextInt(choices.size()));
            Map<Party, Gathering> seats = new LinkedHashMap<>();
            boolean whole = random.nextInt(4) > 0;
            List<Party> course = timetable.movableOf(party.course());
            take(course, party, whole, to, seats);
            if (from != null && random.nextBoolean()) {
                Party other = course.get(random.nextInt(course.size()));
                for (int tries = 0; tries < 8 && other.gathering() != to; tries++) {
                    other = course.get(random.nextInt(course.size()));
                }
                if (other.gathering() == to && other.team() != party.team()) {
                    take(course, other, whole, from, seats);
                }
            }
            Map<Sitting, Venue> places = new LinkedHashMap<>();
            if (from != to) {
                if (from != null) {
                    place(course, from, seats, places);
                }
                place(course, to, seats, places);
            }
            return new Regrouping(seats, places);
        }

        private static void take(
                List<Party> course, Party one, boolean whole, Gathering to, Map<Party, Gathering> seats) {
            if (!whole) {
                seats.put(one, to);
                return;
            }
            for (Party party : course) {
                if (party.team() == one.team() && party.gathering() == one.gathering()) {
                    seats.put(party, to);
                }
            }
        }

        /** The place with the shortest ways for those who will come. */
        private void place(
                List<Party> course, Gathering gathering, Map<Party, Gathering> seats, Map<Sitting, Venue> places) {
            Sitting sitting = timetable.of(gathering);
            if (sitting.isPinned()) {
                return;
            }
            int[] people = new int[timetable.teams()];
            int all = 0;
            for (Party party : course) {
                if (seats.getOrDefault(party, party.gathering()) == gathering) {
                    people[party.team().index()] += party.people();
                    all += party.people();
                }
            }
            Venue best = sitting.venue();
            long shortest = all > best.room(sitting.moment()) ? Long.MAX_VALUE : way(best, people);
            for (Venue venue : gathering.venues()) {
                if (venue.room(sitting.moment()) >= all) {
                    long way = way(venue, people);
                    if (way < shortest) {
                        shortest = way;
                        best = venue;
                    }
                }
            }
            if (best != sitting.venue()) {
                places.put(sitting, best);
            }
        }

        private static long way(Venue venue, int[] people) {
            long way = 0;
            for (int team = 0; team < people.length; team++) {
                if (people[team] > 0) {
                    way += (long) people[team] * venue.distances()[team];
                }
            }
            return way;
        }
    }
}
