package fr.forment.overview.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Figures of many circonscriptions together, as first pages show them: looked up again after some minutes only, for
 * they add up everything there is. Whoever answers for few reads what is true now. Each node keeps its own.
 */
@Component
public class RecentFigures {

    /** Circonscriptions that one person acts for himself: the figure must follow what he just did. */
    private static final int FEW = 10;

    private static final int MOST_KEPT = 500;

    private record Kept(Object value, Instant at) {}

    private final Duration age;
    private final Clock clock;
    private final Map<List<Object>, Kept> kept = new ConcurrentHashMap<>();

    RecentFigures(@Value("${forment.overview.recent:PT10M}") Duration age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    /** Whether what is shown of these may be some minutes old. */
    public boolean mayBeOld(Collection<String> uais) {
        return uais.size() > FEW && !age.isZero();
    }

    /** Looked up just now by another page: the first pages show the same from here on. */
    public <T> T fresh(String what, Collection<String> uais, T value) {
        if (mayBeOld(uais)) {
            keep(key(what, uais), value);
        }
        return value;
    }

    /** The moment what is shown was looked up, by the clock of the application; empty where that is now. */
    public Optional<Instant> since(String what, Collection<String> uais) {
        return mayBeOld(uais) ? Optional.ofNullable(kept.get(key(what, uais))).map(Kept::at) : Optional.empty();
    }

    /** @param what names the figure; {@code read} looks it up */
    @SuppressWarnings("unchecked")
    public <T> T of(String what, Collection<String> uais, Supplier<T> read) {
        if (!mayBeOld(uais)) {
            return read.get();
        }
        Kept known = kept.get(key(what, uais));
        if (known == null || isOld(known)) {
            known = keep(key(what, uais), read.get());
        }
        return (T) known.value();
    }

    /** A clock that was set back shows figures of days to come: they are old too. */
    private boolean isOld(Kept known) {
        return Duration.between(known.at(), clock.instant()).abs().compareTo(age) > 0;
    }

    private Kept keep(List<Object> key, Object value) {
        Kept now = new Kept(value, clock.instant());
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(key, now);
        return now;
    }

    private static List<Object> key(String what, Collection<String> uais) {
        return List.of(what, List.copyOf(new TreeSet<>(uais)));
    }
}
