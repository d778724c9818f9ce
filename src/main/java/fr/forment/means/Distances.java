package fr.forment.means;

import fr.forment.french.Names;
import fr.forment.means.MeansFacts.Place;
import fr.forment.resource.MeetingPlace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Kilometres as the crow flies on a map made flat (R = 6,371 km). A place that is a commune lies at that commune's
 * first school, in the order of the UAI, those of the plan first; a room where somebody said that it stands.
 */
final class Distances {

    private static final double EARTH_KM = 6_371;

    private record Spot(double latitude, double longitude) {}

    private final Map<String, Spot> places = new HashMap<>();

    Distances(MeansFacts facts) {
        facts.schools().values().stream()
                .filter(school -> school.latitude() != null && school.longitude() != null)
                .sorted(Comparator.comparing((Place school) -> !facts.served().contains(school.uai()))
                        .thenComparing(Place::uai))
                .forEach(school -> {
                    Spot point = new Spot(school.latitude(), school.longitude());
                    places.put(school.uai(), point);
                    places.putIfAbsent(Names.fold(school.commune()), point);
                });
        facts.rooms().stream()
                .filter(room -> room.latitude() != null && room.longitude() != null)
                .forEach(room -> places.putIfAbsent(room.place(), new Spot(room.latitude(), room.longitude())));
    }

    /** One way; empty where one of the two is not on the map. */
    OptionalDouble between(String from, String to) {
        Spot one = find(from);
        Spot other = find(to);
        if (one == null || other == null) {
            return OptionalDouble.empty();
        }
        double north = Math.toRadians(other.latitude - one.latitude);
        double east = Math.toRadians(other.longitude - one.longitude)
                * Math.cos(Math.toRadians((one.latitude + other.latitude) / 2));
        return OptionalDouble.of(EARTH_KM * Math.hypot(north, east));
    }

    private Spot find(String place) {
        return place == null ? null : places.getOrDefault(place, places.get(Names.fold(MeetingPlace.commune(place))));
    }
}
