package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Person-km recounted from the facts, one way: each person from their school to the place of the session. A commune
 * lies at its first school in the file; what lies nowhere (a meeting online) costs nothing.
 */
public final class Travel {

    private static final double EARTH_KM = 6_371;

    /** Latitude and longitude in radians, by UAI and by commune. */
    private final Map<String, double[]> points = new HashMap<>();

    public Travel(PlanFacts facts) {
        for (SchoolFacts school : facts.schools()) {
            if (school.latitude() != null && school.longitude() != null) {
                double[] point = {Math.toRadians(school.latitude()), Math.toRadians(school.longitude())};
                points.put(school.uai(), point);
                points.putIfAbsent(school.commune(), point);
            }
        }
    }

    /** 0 where one of the two is unknown. */
    public double km(String from, String to) {
        double[] a = points.get(from);
        double[] b = points.get(to);
        if (a == null || b == null) {
            return 0;
        }
        double east = (b[1] - a[1]) * Math.cos((a[0] + b[0]) / 2);
        return EARTH_KM * Math.hypot(b[0] - a[0], east);
    }

    public double personKm(Collection<Draft> sessions) {
        return sessions.stream()
                .flatMapToDouble(session -> session.seats().entrySet().stream()
                        .mapToDouble(seat -> seat.getValue() * km(seat.getKey(), session.place())))
                .sum();
    }
}
