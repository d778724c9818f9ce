package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Sessions of one day that must be held otherwise: as many as can be at once, and of these ways the cheapest, found by
 * trying everything. A day has a few of them; where it has very many, the best of what was tried.
 */
final class Substitutes {

    private static final int MOST_TRIES = 500_000;
    /** Ways to hold as many as can be that are tried once one is known. */
    private static final int MOST_MORE_TRIES = 20_000;

    private static final int MOST_WEIGHED = 200;

    private final BiPredicate<Draft, Draft> together;
    private final WayPrices prices;
    private final List<List<Draft>> ways;
    /** The least that sessions from this one on cost, each by itself. */
    private final long[] least;

    private final long[] moving;
    private List<Draft> best = List.of();
    private long cost = Long.MAX_VALUE;
    private int tries = MOST_TRIES;
    private int weighed = MOST_WEIGHED;

    /**
     * @param sessions of one day, {@code ways} in which each of them alone could be held
     * @param together whether two of them can be held the same day
     */
    Substitutes(List<Draft> sessions, List<List<Draft>> ways, BiPredicate<Draft, Draft> together, WayPrices prices) {
        this.together = together;
        this.prices = prices;
        this.ways = ways.stream()
                .map(some -> some.stream()
                        .sorted(Comparator.comparingLong(prices::of))
                        .toList())
                .toList();
        this.moving = sessions.stream().mapToLong(prices::ofMoving).toArray();
        this.least = new long[ways.size() + 1];
        for (int n = ways.size() - 1; n >= 0; n--) {
            List<Draft> some = this.ways.get(n);
            least[n] = least[n + 1] + (some.isEmpty() ? 0 : prices.of(some.get(0)));
        }
    }

    List<Draft> most() {
        search(0, new ArrayList<>(), 0);
        return best;
    }

    /** @param price of what is chosen, each by itself, and of those left out: all at once it is no less */
    private void search(int next, List<Draft> chosen, long price) {
        int left = ways.size() - next;
        if (left == 0) {
            weigh(chosen, price);
            return;
        }
        int missing = best.size() - chosen.size();
        if (left < missing || left == missing && price + least[next] >= cost || tries-- <= 0) {
            return;
        }
        for (Draft way : ways.get(next)) {
            if (chosen.stream().allMatch(other -> together.test(way, other))) {
                chosen.add(way);
                search(next + 1, chosen, price + prices.of(way));
                chosen.remove(chosen.size() - 1);
            }
        }
        search(next + 1, chosen, price + moving[next]);
    }

    private void weigh(List<Draft> chosen, long price) {
        boolean more = chosen.size() > best.size();
        if (chosen.isEmpty() || !more && (chosen.size() < best.size() || price >= cost)) {
            return;
        }
        long apart = chosen.stream().mapToLong(prices::of).sum();
        long all = chosen.size() > 1 && weighed-- > 0 ? price - apart + prices.of(chosen) : price;
        if (more || all < cost) {
            best = List.copyOf(chosen);
            cost = all;
            tries = Math.min(tries, MOST_MORE_TRIES);
        }
    }
}
