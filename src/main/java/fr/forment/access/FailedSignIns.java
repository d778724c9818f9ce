package fr.forment.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Slows down guessing: after five failures for one name from one place, one minute of waiting. Kept in memory only. */
@Component
class FailedSignIns {

    private static final int FREE_TRIES = 5;
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final int MOST_PLACES = 10_000;

    private record Failures(int count, Instant last) {
    }

    private final Map<String, Failures> byPlace = new ConcurrentHashMap<>();
    private final Clock clock;

    FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    boolean mustWait(String place) {
        Failures failures = byPlace.get(place);
        return failures != null && failures.count >= FREE_TRIES && clock.instant().isBefore(failures.last.plus(WAIT));
    }

    void note(String place) {
        Instant now = clock.instant();
        if (byPlace.size() > MOST_PLACES) {
            byPlace.values().removeIf(failures -> failures.last.plus(WAIT).isBefore(now));
        }
        byPlace.merge(place, new Failures(1, now), (before, one) -> before.last.plus(WAIT).isBefore(now) && before.count >= FREE_TRIES
                ? one : new Failures(before.count + 1, now));
    }

    void forget(String place) {
        byPlace.remove(place);
    }
}
