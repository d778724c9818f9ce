package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Groups whose ways are as short as can be found: places are exchanged one by one as long as that helps, the people
 * seated exactly ({@link Transport}) each time. Schools are kept together, and sessions filled, for what that is worth.
 */
final class ShortestWays implements Grouping {

    private static final int METRES = 1_000;
    private static final int STARTS = 6;
    private static final int NEAREST = 5;
    /** Seatings tried for one module of one vague. */
    private static final int MOST_TRIED = 6_000;

    private final PlanFacts facts;
    private final Weights weights;
    private final Whereabouts whereabouts;
    private final Map<List<Object>, List<Group>> found = new HashMap<>();

    ShortestWays(PlanFacts facts, Weights weights) {
        this.facts = facts;
        this.weights = weights;
        this.whereabouts = new Whereabouts(facts);
    }

    @Override
    public List<Group> of(ModuleFacts module, Map<String, Integer> people) {
        return module.format() == Format.DISTANCE || weights.of(Goal.PERSONNE_KM) == 0 || people.isEmpty()
                ? NEIGHBOURS.of(module, people)
                : found.computeIfAbsent(
                        List.of(module.groupSize(), people), key -> new Seating(module.groupSize(), people).groups());
    }

    private final class Seating {

        private final int size;
        private final List<String> schools;
        private final int[] people;
        private final List<String> places = new ArrayList<>();
        private final int[][] ways;
        private final int sessions;
        private final Transport transport;
        private int tried;

        Seating(int size, Map<String, Integer> people) {
            this.size = size;
            this.schools = List.copyOf(people.keySet());
            this.people = schools.stream().mapToInt(people::get).toArray();
            Map<String, int[]> different = new LinkedHashMap<>();
            Map<String, SchoolFacts> known = facts.schoolsByUai();
            schools.stream().map(known::get).forEach(school -> {
                if (school.room() >= size) {
                    add(school.uai(), different);
                }
                add(school.commune(), different);
            });
            this.ways = different.values().toArray(int[][]::new);
            this.sessions = (Arrays.stream(this.people).sum() + size - 1) / size;
            this.transport = new Transport(this.people, ways, size);
        }

        private void add(String place, Map<String, int[]> different) {
            int[] those = schools.stream()
                    .mapToInt(uai -> (int) Math.round(METRES * whereabouts.kilometres(uai, place)))
                    .toArray();
            if (different.putIfAbsent(Arrays.toString(those), those) == null) {
                places.add(place);
            }
        }

        List<Group> groups() {
            var random = new Random(sessions);
            int[] best = null;
            long least = Long.MAX_VALUE;
            for (int start = 0; start < STARTS && tried < MOST_TRIED; start++) {
                int[] chosen = random.ints(sessions, 0, places.size()).toArray();
                long cost = improve(chosen);
                if (cost < least) {
                    least = cost;
                    best = chosen;
                }
            }
            return seated(best);
        }

        private long improve(int[] chosen) {
            long cost = cost(chosen);
            for (long before = Long.MAX_VALUE; cost < before && tried < MOST_TRIED; ) {
                before = cost;
                for (int session = 0; session < sessions; session++) {
                    int best = chosen[session];
                    for (int place = 0; place < places.size(); place++) {
                        chosen[session] = place;
                        long other = cost(chosen);
                        if (other < cost) {
                            cost = other;
                            best = place;
                        }
                    }
                    chosen[session] = best;
                }
            }
            return cost;
        }

        private long cost(int[] chosen) {
            tried++;
            transport.through(chosen);
            long few = 0;
            for (int[] session : transport.flow()) {
                few += Math.max(
                        0, VaguePhase.wellFilled(size) - Arrays.stream(session).sum());
            }
            return transport.cost() * weights.of(Goal.PERSONNE_KM)
                    + METRES
                            * ((long) transport.cuts() * weights.of(Goal.ECOLES_REUNIES)
                                    + few * weights.of(Goal.SOUS_MINIMUM));
        }

        /** Schools with a room, and towns: those with the shortest ways for the people of a session. */
        private List<String> nearest(Map<String, Integer> seats) {
            Map<String, SchoolFacts> known = facts.schoolsByUai();
            int all = seats.values().stream().mapToInt(Integer::intValue).sum();
            return schools.stream()
                    .map(known::get)
                    .flatMap(school -> school.room() >= all
                            ? Stream.of(school.uai(), school.commune())
                            : Stream.of(school.commune()))
                    .distinct()
                    .sorted(Comparator.comparingDouble(place -> seats.entrySet().stream()
                            .mapToDouble(seat -> seat.getValue() * whereabouts.kilometres(seat.getKey(), place))
                            .sum()))
                    .limit(NEAREST)
                    .toList();
        }

        private List<Group> seated(int[] chosen) {
            int[][] flow = transport.through(chosen).flow();
            List<Group> groups = new ArrayList<>();
            for (int session = 0; session < sessions; session++) {
                Map<String, Integer> seats = new LinkedHashMap<>();
                for (int school = 0; school < people.length; school++) {
                    if (flow[session][school] > 0) {
                        seats.put(schools.get(school), flow[session][school]);
                    }
                }
                if (!seats.isEmpty()) {
                    groups.add(new Group(seats, nearest(seats)));
                }
            }
            return groups;
        }
    }
}
