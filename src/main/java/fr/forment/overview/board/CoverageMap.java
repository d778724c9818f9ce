package fr.forment.overview.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Modules × circonscriptions.
 *
 * @param lines the least advanced first
 * @param modules in order of code
 * @param before how alike they were a month ago
 */
public record CoverageMap(List<Line> lines, List<String> modules, Evenness now, Evenness before) {

    /** @param drifts more than {@link Evenness#DRIFT} below the median of all */
    public record Line(String place, Map<String, Trained> cells, Trained whole, boolean drifts) {}

    public static CoverageMap of(List<Trained> all) {
        Map<String, List<Trained>> byPlace = all.stream().collect(Collectors.groupingBy(Trained::place));
        List<Trained> wholes = byPlace.entrySet().stream()
                .map(each -> whole(each.getKey(), each.getValue()))
                .toList();
        double[] shares = wholes.stream().mapToDouble(Trained::share).toArray();
        double[] before = wholes.stream().mapToDouble(Trained::shareBefore).toArray();
        double floor = shares.length < 2 ? -1 : Evenness.median(shares) - Evenness.DRIFT;
        return new CoverageMap(
                wholes.stream()
                        .sorted(Comparator.comparing(Trained::share).thenComparing(Trained::place))
                        .map(whole -> new Line(
                                whole.place(),
                                byPlace.get(whole.place()).stream()
                                        .collect(Collectors.toMap(Trained::module, Function.identity())),
                                whole,
                                whole.share() < floor))
                        .toList(),
                List.copyOf(new TreeSet<>(all.stream().map(Trained::module).toList())),
                Evenness.of(shares),
                Evenness.of(before));
    }

    /** People beyond the need of one module do not make up for another. */
    private static Trained whole(String place, List<Trained> cells) {
        return new Trained(
                place,
                null,
                cells.stream().mapToInt(Trained::needed).sum(),
                cells.stream()
                        .mapToInt(each -> Math.min(each.needed(), each.trained()))
                        .sum(),
                cells.stream()
                        .mapToInt(each -> Math.min(each.needed(), each.before()))
                        .sum());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** As many as there are modules at most. */
    public Map<String, Trained> byModule() {
        return lines.stream()
                .flatMap(line -> line.cells().values().stream())
                .collect(Collectors.toMap(
                        Trained::module,
                        Function.identity(),
                        (one, other) -> new Trained(
                                null,
                                one.module(),
                                one.needed() + other.needed(),
                                one.trained() + other.trained(),
                                one.before() + other.before())));
    }
}
