package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People of neighbouring schools who share one session. */
record Group(Map<String, Integer> seats) {

    int people() {
        return seats.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The fewest sessions that hold everybody, ceil(people / size); a school is cut in two only where places would otherwise be short.
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
        evenOutTheLast(groups, size);
        return groups;
    }

    /** A few people left over are joined by the last school of the session before, or by half of its people. */
    private static void evenOutTheLast(List<Group> groups, int size) {
        int last = groups.size() - 1;
        if (last < 1 || groups.get(last).people() * 4 >= size) {
            return;
        }
        Map<String, Integer> before = new LinkedHashMap<>(groups.get(last - 1).seats());
        Map<String, Integer> after = new LinkedHashMap<>(groups.get(last).seats());
        String school = List.copyOf(before.keySet()).get(before.size() - 1);
        int moved = before.size() > 1 ? before.get(school) : before.get(school) / 2;
        if (after.values().stream().mapToInt(Integer::intValue).sum() + moved > size || moved == 0) {
            return;
        }
        before.computeIfPresent(school, (uai, people) -> people == moved ? null : people - moved);
        after.merge(school, moved, Integer::sum);
        groups.set(last - 1, new Group(before));
        groups.set(last, new Group(after));
    }
}
