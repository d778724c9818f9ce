package fr.forment.overview.board;

import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Circonscriptions as statements take them and as pages name them; months as an axis has them. */
final class BoardAxis {

    private static final int MONTHS = 12;
    private static final String[] NAMES = {
        "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."
    };

    private BoardAxis() {}

    static List<String> uais(List<Circonscription> places) {
        return places.stream().map(Circonscription::uai).toList();
    }

    static Map<String, String> names(List<Circonscription> places) {
        return places.stream().collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName));
    }

    /** @param month 202609 for September 2026 */
    static String month(int month) {
        return NAMES[month % 100 - 1] + " " + month / 100;
    }

    /** Every month from the first to the last, those without anything too. */
    static List<Bars.Value> months(Map<Integer, int[]> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        TreeMap<Integer, int[]> all = new TreeMap<>(sums);
        int last = all.lastKey();
        for (int month = all.firstKey(); month < last; month = month % 100 == MONTHS ? month + 89 : month + 1) {
            all.putIfAbsent(month, new int[2]);
        }
        return all.entrySet().stream()
                .map(each -> new Bars.Value(month(each.getKey()), each.getValue()[0], each.getValue()[1]))
                .toList();
    }
}
