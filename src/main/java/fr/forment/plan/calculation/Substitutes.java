package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Sessions of one day that must be held otherwise: as many as can be at once, found by trying everything. A day has a
 * few of them; where it has very many, the best of what was tried.
 */
final class Substitutes {

    private static final int MOST_TRIES = 500_000;

    private final BiPredicate<Draft, Draft> together;
    private final List<List<Draft>> ways;
    private List<Draft> best = List.of();
    private int tries = MOST_TRIES;

    /**
     * @param ways in which a session alone could be held
     * @param together whether two of them can be held the same day
     */
    Substitutes(List<Draft> sessions, Function<Draft, List<Draft>> ways, BiPredicate<Draft, Draft> together) {
        this.together = together;
        this.ways = sessions.stream().map(ways).toList();
    }

    List<Draft> most() {
        search(0, new ArrayList<>());
        return best;
    }

    private void search(int next, List<Draft> chosen) {
        if (chosen.size() > best.size()) {
            best = List.copyOf(chosen);
        }
        if (next == ways.size() || chosen.size() + ways.size() - next <= best.size() || tries-- <= 0) {
            return;
        }
        for (Draft way : ways.get(next)) {
            if (chosen.stream().allMatch(other -> together.test(way, other))) {
                chosen.add(way);
                search(next + 1, chosen);
                chosen.remove(chosen.size() - 1);
            }
        }
        search(next + 1, chosen);
    }
}
