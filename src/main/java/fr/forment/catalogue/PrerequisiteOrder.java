package fr.forment.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** "Comes after", between modules: it must never bite its own tail, or nobody could ever start. */
class PrerequisiteOrder {

    private final Map<String, ? extends Collection<String>> prerequisites;

    PrerequisiteOrder(Map<String, ? extends Collection<String>> prerequisites) {
        this.prerequisites = prerequisites;
    }

    /** The codes along a circle through {@code start}, beginning and ending with it; empty when there is none. */
    Optional<List<String>> circleFrom(String start) {
        var path = new ArrayList<String>(List.of(start));
        return leadsBack(start, start, path, new HashSet<>()) ? Optional.of(List.copyOf(path)) : Optional.empty();
    }

    private boolean leadsBack(String from, String start, List<String> path, Set<String> seen) {
        for (String before : new TreeSet<>(prerequisites.containsKey(from) ? prerequisites.get(from) : Set.of())) {
            path.add(before);
            if (before.equals(start) || seen.add(before) && leadsBack(before, start, path, seen)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }
}
