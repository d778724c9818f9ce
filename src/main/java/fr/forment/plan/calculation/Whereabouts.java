package fr.forment.plan.calculation;

import fr.forment.territory.Road;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where places lie, and how far they are from each other as the bird flies. A town lies where its first school does; of
 * a place without coordinates nothing is held against a plan.
 */
public final class Whereabouts {

    /** In degrees. */
    private record Point(double latitude, double longitude) {}

    private final Map<String, Point> points = new HashMap<>();

    public Whereabouts(PlanFacts facts) {
        facts.schools().stream()
                .filter(school -> school.latitude() != null && school.longitude() != null)
                .forEach(school -> {
                    var point = new Point(school.latitude(), school.longitude());
                    points.put(school.uai(), point);
                    points.putIfAbsent(school.commune(), point);
                });
        facts.conditions()
                .towns()
                .forEach(town -> points.putIfAbsent(town.name(), new Point(town.latitude(), town.longitude())));
        facts.roomsElsewhere().forEach(room -> {
            Point point = room.latitude() != null && room.longitude() != null
                    ? new Point(room.latitude(), room.longitude())
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
        return Road.kilometres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    /** Latitude and longitude of a place; empty when unknown. */
    public Optional<double[]> degrees(String place) {
        return Optional.ofNullable(points.get(place)).map(point -> new double[] {point.latitude(), point.longitude()});
    }

    /** By road: an estimate. */
    public int minutes(String one, String other) {
        if (one.equals(other) || one.equals(Busy.AWAY) || other.equals(Busy.AWAY)) {
            return 0;
        }
        if (one.equals(Meeting.ONLINE) || other.equals(Meeting.ONLINE)) {
            return 0;
        }
        return points.containsKey(one) && points.containsKey(other)
                ? minutes(kilometres(one, other))
                : Road.USUAL_MINUTES;
    }

    public static int minutes(double kilometres) {
        return Road.minutes(kilometres);
    }
}
