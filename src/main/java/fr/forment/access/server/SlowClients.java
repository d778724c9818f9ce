package fr.forment.access.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is waited for: a quarter of the threads at the most, and few for one place. All others go on serving pages. */
class SlowClients {

    private static final int MOST = 50;
    private static final int MOST_OF_ONE_PLACE = 8;

    private final Map<String, Integer> byPlace = new ConcurrentHashMap<>();
    private int all;

    synchronized boolean enter(String place) {
        if (all >= MOST || byPlace.getOrDefault(place, 0) >= MOST_OF_ONE_PLACE) {
            return false;
        }
        all++;
        byPlace.merge(place, 1, Integer::sum);
        return true;
    }

    synchronized void leave(String place) {
        all--;
        byPlace.computeIfPresent(place, (who, count) -> count == 1 ? null : count - 1);
    }
}
