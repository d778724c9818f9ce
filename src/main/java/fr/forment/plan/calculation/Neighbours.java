package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts schools in an order where those next to each other can meet: same RPI, same commune, then the nearest. */
final class Neighbours {

    private Neighbours() {}

    static List<SchoolFacts> order(Collection<SchoolFacts> schools) {
        List<List<SchoolFacts>> places = new ArrayList<>(schools.stream()
                .sorted(Comparator.comparing(SchoolFacts::commune)
                        .thenComparing(SchoolFacts::name)
                        .thenComparing(SchoolFacts::uai))
                .collect(Collectors.groupingBy(SchoolFacts::neighbourhood, TreeMap::new, Collectors.toList()))
                .values());
        List<SchoolFacts> ordered = new ArrayList<>();
        List<SchoolFacts> last = null;
        while (!places.isEmpty()) {
            List<SchoolFacts> from = last;
            List<SchoolFacts> next = last == null
                    ? places.get(0)
                    : places.stream()
                            .min(Comparator.comparingDouble(place -> distance(from, place)))
                            .orElseThrow();
            places.remove(next);
            ordered.addAll(next);
            last = next;
        }
        return ordered;
    }

    /**
     * Squared degrees, longitude shrunk as at 46° north: only compared with each other. Unknown places are far from
     * everything.
     */
    private static double distance(List<SchoolFacts> one, List<SchoolFacts> other) {
        double north = middle(one, true) - middle(other, true);
        double east = (middle(one, false) - middle(other, false)) * 0.69;
        double squared = north * north + east * east;
        return Double.isNaN(squared) ? Double.MAX_VALUE : squared;
    }

    private static double middle(List<SchoolFacts> place, boolean latitude) {
        return place.stream()
                .map(school -> latitude ? school.latitude() : school.longitude())
                .filter(degree -> degree != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }
}
