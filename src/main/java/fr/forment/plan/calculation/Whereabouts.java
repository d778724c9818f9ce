package fr.forment.plan.calculation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where places lie, and how far they are from each other as the bird flies. A town lies where its first school does; of
 * a place without coordinates nothing is held against a plan.
 */
public final class Whereabouts {

    private static final double EARTH = 6_371;
    /** Roads are longer than the bird flies, and country roads are slow. */
    private static final double MINUTES_PER_KM = 1.3 * 60 / 50;
    /** Between two places of which one is not on the map. */
    private static final int USUAL_MINUTES = 30;

    private record Point(double latitude, double longitude) {

        static Point of(double latitude, double longitude) {
            return new Point(Math.toRadians(latitude), Math.toRadians(longitude));
        }
    }

    private final Map<String, Point> points = new HashMap<>();

    public Whereabouts(PlanFacts facts) {
        facts.schools().stream()
                .filter(school -> school.latitude() != null && school.longitude() != null)
                .forEach(school -> {
                    var point = Point.of(school.latitude(), school.longitude());
                    points.put(school.uai(), point);
                    points.putIfAbsent(school.commune(), point);
                });
        facts.conditions()
                .towns()
                .forEach(town -> points.putIfAbsent(town.name(), Point.of(town.latitude(), town.longitude())));
        facts.roomsElsewhere().forEach(room -> {
            Point point = room.latitude() != null && room.longitude() != null
                    ? Point.of(room.latitude(), room.longitude())
                    : points.get(room.commune());
            if (point != null) {
                points.putIfAbsent(room.place(), point);
            }
        });
    }

    /** 0 when unknown. */
    public double kilometres(String one, String other) {
        Point from = points.get(one);
        Point to = points.get(other);
        if (from == null || to == null) {
            return 0;
        }
        double east = (to.longitude - from.longitude) * Math.cos((from.latitude + to.latitude) / 2);
        return EARTH * Math.hypot(to.latitude - from.latitude, east);
    }

    /** Latitude and longitude of a place; empty when unknown. */
    public Optional<double[]> degrees(String place) {
        return Optional.ofNullable(points.get(place))
                .map(point -> new double[] {Math.toDegrees(point.latitude), Math.toDegrees(point.longitude)});
    }

    /** By road: an estimate. */
    public int minutes(String one, String other) {
        if (one.equals(other) || one.equals(Meeting.ONLINE) || other.equals(Meeting.ONLINE)) {
            return 0;
        }
        return points.containsKey(one) && points.containsKey(other) ? minutes(kilometres(one, other)) : USUAL_MINUTES;
    }

    public static int minutes(double kilometres) {
        return (int) Math.ceil(kilometres * MINUTES_PER_KM);
    }
}
