package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * People of neighbouring schools who share one session.
 *
 * @param places nearest for them, the best first; none where nobody looked for them
 */
record Group(Map<String, Integer> seats, List<String> places) {

    Group(Map<String, Integer> seats) {
        this(seats, List.of());
    }

    int people() {
        return seats.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One school by itself, in as few groups of about the same size as its room and its leader can take. */
    static List<Group> evenly(String school, int people, int size) {
        int groups = (people + size - 1) / size;
        return IntStream.range(0, groups)
                .mapToObj(n -> new Group(Map.of(school, people / groups + (n < people % groups ? 1 : 0))))
                .toList();
    }

    /**
     * The fewest sessions that hold everybody, ceil(people / size); a school is cut in two only where places would
     * otherwise be short.
     *
     * @param people per school, in the order of {@link Neighbours}
     */
    static List<Group> of(Map<String, Integer> people, int size) {
        int total = people.values().stream().mapToInt(Integer::intValue).sum();
        int spare = (total + size - 1) / size * size - total;
        List<Group> groups = new ArrayList<>();
        Map<String, Integer> seats = new LinkedHashMap<>();
        int free = size;
        for (var school : people.entrySet()) {
            int left = school.getValue();
            if (left > free && free < size && free <= spare) {
                spare -= free;
                groups.add(new Group(seats));
                seats = new LinkedHashMap<>();
                free = size;
            }
            while (left > 0) {
                int taken = Math.min(left, free);
                seats.merge(school.getKey(), taken, Integer::sum);
                left -= taken;
                free -= taken;
                if (free == 0) {
                    groups.add(new Group(seats));
                    seats = new LinkedHashMap<>();
                    free = size;
                }
            }
        }
        if (!seats.isEmpty()) {
            groups.add(new Group(seats));
        }
        evenOut(groups, size);
        return groups;
    }

    /**
     * A few people who would sit by themselves are joined by the nearest school of the session next to theirs, or by
     * half of its people.
     */
    private static void evenOut(List<Group> groups, int size) {
        for (int n = 1; n < groups.size(); n++) {
            boolean fewAtTheEnd = groups.get(n).people() < groups.get(n - 1).people();
            Group few = groups.get(fewAtTheEnd ? n : n - 1);
            Group many = groups.get(fewAtTheEnd ? n - 1 : n);
            List<String> schools = List.copyOf(many.seats().keySet());
            String nearest = schools.get(fewAtTheEnd ? schools.size() - 1 : 0);
            int moved = few.people() * 4 < size
                    ? moved(few.people(), many.people(), many.seats().get(nearest), size)
                    : 0;
            groups.set(fewAtTheEnd ? n : n - 1, few.with(nearest, moved));
            groups.set(fewAtTheEnd ? n - 1 : n, many.with(nearest, -moved));
        }
    }

    private static int moved(int few, int many, int school, int size) {
        return Stream.of(school, school / 2)
                .filter(some -> few + some <= size && many - some > few)
                .max(Comparator.comparingInt(some -> Math.min(few + some, many - some)))
                .orElse(0);
    }

    private Group with(String school, int more) {
        Map<String, Integer> changed = new LinkedHashMap<>(seats);
        changed.merge(school, more, Integer::sum);
        changed.values().removeIf(people -> people == 0);
        return new Group(changed);
    }
}
