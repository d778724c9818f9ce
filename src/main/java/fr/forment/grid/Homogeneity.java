package fr.forment.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Are trainings even over all zones? Per zone and module, the share of the people meant who have followed it, in
 * percent, and per module the gap between the zone that is ahead and the one that is behind.
 *
 * @param modules codes, in the order given
 * @param rows by label
 * @param gaps per module; null where fewer than two zones can be compared
 */
public record Homogeneity(List<String> modules, List<Row> rows, List<Gap> gaps) {

    /** Of one sector and module: how many are meant, and how many of them have not followed it. */
    public record Share(String circonscriptionUai, String sector, String moduleCode, int audience, int needing) {}

    /** From this gap on, in points, the zone that is behind is pointed at. */
    public static final int DRIFT = 20;

    /** @param percents per module; null where nobody is meant */
    public record Row(String label, List<Integer> percents) {}

    /**
     * @param behind label of the zone that is furthest behind, the first by name
     * @param others as far behind
     */
    public record Gap(int points, String behind, int others) {

        public boolean isDrift() {
            return points >= DRIFT;
        }
    }

    /** @param labels zone of a share to what it is called; shares of one label are one zone */
    static Homogeneity of(List<Share> shares, List<String> modules, Function<Share, String> labels) {
        Map<String, Map<String, int[]>> sums = new TreeMap<>();
        shares.forEach(share -> {
            int[] sum = sums.computeIfAbsent(labels.apply(share), label -> new LinkedHashMap<>())
                    .computeIfAbsent(share.moduleCode(), code -> new int[2]);
            sum[0] += share.audience();
            sum[1] += share.needing();
        });
        List<Row> rows = new ArrayList<>();
        sums.forEach((label, byModule) -> rows.add(new Row(
                label, modules.stream().map(code -> percent(byModule.get(code))).toList())));
        List<Gap> gaps = new ArrayList<>();
        for (int at = 0; at < modules.size(); at++) {
            gaps.add(gap(rows, at));
        }
        return new Homogeneity(modules, rows, gaps);
    }

    private static Integer percent(int[] sum) {
        return sum == null || sum[0] == 0 ? null : Math.round((sum[0] - sum[1]) * 100f / sum[0]);
    }

    private static Gap gap(List<Row> rows, int at) {
        List<Row> known =
                rows.stream().filter(row -> row.percents().get(at) != null).toList();
        if (known.size() < 2) {
            return null;
        }
        Row behind = known.stream()
                .min(Comparator.comparing(row -> row.percents().get(at)))
                .orElseThrow();
        int ahead = known.stream()
                .map(row -> row.percents().get(at))
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElseThrow();
        long alike = known.stream()
                .filter(row -> row.percents().get(at).equals(behind.percents().get(at)))
                .count();
        return new Gap(ahead - behind.percents().get(at), behind.label(), (int) alike - 1);
    }
}
