package fr.forment.overview.board;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    private record Kept(Object value, long nanos) {}

    private final Duration age;
    private final Map<List<Object>, Kept> kept = new ConcurrentHashMap<>();

    RecentFigures(@Value("${forment.overview.recent:PT10M}") Duration age) {
        this.age = age;
    }

    /** Whether what is shown of these may be some minutes old. */
    public boolean mayBeOld(Collection<String> uais) {
        return uais.size() > FEW && !age.isZero();
    }

    /** @param what names the figure; {@code read} looks it up */
    @SuppressWarnings("unchecked")
    public <T> T of(String what, Collection<String> uais, Supplier<T> read) {
        if (!mayBeOld(uais)) {
            return read.get();
        }
        List<Object> key = List.of(what, List.copyOf(new TreeSet<>(uais)));
        Kept known = kept.get(key);
        if (known == null || System.nanoTime() - known.nanos() > age.toNanos()) {
            known = new Kept(read.get(), System.nanoTime());
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(key, known);
        }
        return (T) known.value();
    }
}
