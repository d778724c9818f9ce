package fr.forment.session.guard;

import fr.forment.resource.MeetingPlace;
import fr.forment.resource.Room;
import fr.forment.resource.Rooms;
import fr.forment.territory.Road;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Where the places of sessions lie: a school; a room where it was said to be, else in its commune; a commune where its
 * first school is. Plans see them there too.
 */
@Component
@RequiredArgsConstructor
class SpotMap {

    private final Schools schools;
    private final Rooms rooms;

    /** @param place as a session of that circonscription names it: communes of one name are many */
    record Spot(String circonscriptionUai, String place) {

        private boolean isSchool() {
            return Uai.read(place).isPresent();
        }
    }

    private record Point(double latitude, double longitude) {

        private static Optional<Point> of(Double latitude, Double longitude) {
            return latitude == null || longitude == null
                    ? Optional.empty()
                    : Optional.of(new Point(latitude, longitude));
        }
    }

    /** Ways between some places. */
    record Roads(Map<Spot, Point> points) {

        int minutes(Spot one, Spot other) {
            if (one.place().equals(other.place())) {
                return 0;
            }
            Point from = points.get(one);
            Point to = points.get(other);
            return from == null || to == null
                    ? Road.USUAL_MINUTES
                    : Road.minutes(Road.kilometres(from.latitude, from.longitude, to.latitude, to.longitude));
        }
    }

    /** One statement for all schools; two more for each circonscription that meets in no school. */
    Roads of(Collection<Spot> spots) {
        Map<Spot, Point> points = new HashMap<>();
        Map<String, School> known = schools.findAll(
                spots.stream().filter(Spot::isSchool).map(Spot::place).collect(Collectors.toSet()));
        spots.stream().filter(Spot::isSchool).forEach(spot -> Optional.ofNullable(known.get(spot.place()))
                .flatMap(school -> Point.of(school.latitude(), school.longitude()))
                .ifPresent(point -> points.put(spot, point)));
        spots.stream()
                .filter(spot -> !spot.isSchool())
                .collect(Collectors.groupingBy(Spot::circonscriptionUai))
                .forEach((circonscription, there) -> elsewhere(circonscription, there, points));
        return new Roads(points);
    }

    private void elsewhere(String circonscription, Collection<Spot> there, Map<Spot, Point> points) {
        List<Room> named = rooms.of(circonscription);
        List<School> near = schools.inCirconscription(circonscription).stream()
                .sorted(Comparator.comparing(School::uai))
                .toList();
        there.forEach(spot -> named.stream()
                .filter(room -> room.place().equals(spot.place()))
                .map(room -> Point.of(room.latitude(), room.longitude()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> near.stream()
                        .filter(school -> Objects.equals(school.commune(), MeetingPlace.commune(spot.place())))
                        .map(school -> Point.of(school.latitude(), school.longitude()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .ifPresent(point -> points.put(spot, point)));
    }
}
