package fr.forment.project.blocked;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How much of a vague waits on one body.
 *
 * @param late of those, what should have been there already
 * @param since when the oldest began to wait; null where nothing does
 */
public record Delays(Body body, int waiting, int late, LocalDate since) {

    /** One for each body, also where nothing waits on it. */
    public static List<Delays> of(List<Blockage> all, LocalDate today) {
        return Arrays.stream(Body.values())
                .map(body -> {
                    List<Blockage> its = all.stream()
                            .filter(each -> each.holder().body() == body)
                            .toList();
                    return new Delays(
                            body,
                            its.size(),
                            (int) its.stream()
                                    .filter(each -> each.isLate(today))
                                    .count(),
                            its.stream()
                                    .map(Blockage::since)
                                    .filter(Objects::nonNull)
                                    .min(Comparator.naturalOrder())
                                    .orElse(null));
                })
                .toList();
    }
}
