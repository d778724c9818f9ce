package fr.forment.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Slows down whoever asks for links from one place: ten an hour. How often one address is written to is the links' own rule. In memory only. */
@Component
public class AskedLinks {

    private static final int MOST = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_PLACES = 10_000;

    private record Asked(int times, Instant first) {
    }

    private final Map<String, Asked> byPlace = new ConcurrentHashMap<>();
    private final Clock clock;

    AskedLinks(Clock clock) {
        this.clock = clock;
    }

    /** True while this place may go on; counts the demand. */
    public boolean mayAsk(String place) {
        Instant now = clock.instant();
        if (byPlace.size() > MOST_PLACES) {
            byPlace.values().removeIf(asked -> isOld(asked, now));
        }
        return byPlace.merge(place, new Asked(1, now), (before, one) -> isOld(before, now) ? one : new Asked(before.times + 1, before.first)).times <= MOST;
    }

    private static boolean isOld(Asked asked, Instant now) {
        return asked.first.plus(HOUR).isBefore(now);
    }
}
