package fr.forment.arrival.web;

import fr.forment.arrival.Departure;
import fr.forment.arrival.Departures;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.PlaceNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What the pages show of departures, and to whom: those who see the place, never the person who leaves nor a former
 * school.
 */
@Component
@RequiredArgsConstructor
class DeparturePages {

    private final Departures departures;
    private final ListedArrivals listed;
    private final PlaceNames names;
    private final Agents agents;
    private final MyPerimeter mine;

    /** One departure as lists show it. */
    public record Row(Departure departure, Agent agent, String place) {}

    Slice<Row> mine(boolean openOnly, int page) {
        return listed.departures(openOnly, page).with(ids -> rows(departures.all(ids)));
    }

    boolean maySee(Departure departure) {
        return seen(List.of(departure)).test(departure);
    }

    private Predicate<Departure> seen(List<Departure> some) {
        Set<String> schools = mine.seenSchools(
                some.stream().map(Departure::schoolUai).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<String> circonscriptions = mine.seenCirconscriptions(some.stream()
                .map(Departure::circonscriptionUai)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return departure -> {
            if (departure.schoolUai() != null) {
                return schools.contains(departure.schoolUai());
            }
            return departure.circonscriptionUai() != null
                    ? circonscriptions.contains(departure.circonscriptionUai())
                    : mine.seesPeopleOfDepartement(departure.departementCode());
        };
    }

    Row row(Departure departure) {
        return rows(List.of(departure)).get(0);
    }

    private List<Row> rows(List<Departure> some) {
        Map<Long, Agent> known = agents
                .all(some.stream().map(Departure::agentId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        UnaryOperator<String> places = names.of(some.stream()
                .map(DeparturePages::place)
                .filter(Objects::nonNull)
                .toList());
        return some.stream()
                .map(each -> new Row(
                        each,
                        known.get(each.agentId()),
                        place(each) == null ? "Département " + each.departementCode() : places.apply(place(each))))
                .toList();
    }

    /** UAI of the school, else of the circonscription, else null: somebody of the département. */
    private static String place(Departure departure) {
        return departure.schoolUai() != null ? departure.schoolUai() : departure.circonscriptionUai();
    }
}
