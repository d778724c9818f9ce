package fr.forment.arrival.web;

import fr.forment.arrival.Departure;
import fr.forment.arrival.DeparturePeople;
import fr.forment.arrival.Departures;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    private final DeparturePeople people;
    private final Agents agents;
    private final MyPerimeter mine;

    /** One departure as lists show it. */
    public record Row(Departure departure, Agent agent, String place) {}

    List<Row> mine(boolean openOnly) {
        Set<String> circonscriptions = mine.circonscriptionsOfPeople().stream()
                .map(Circonscription::uai)
                .collect(Collectors.toSet());
        List<Departure> found = departures.in(mine.directedSchools(), circonscriptions).stream()
                .filter(each -> !openOnly || each.isOpen())
                .filter(this::maySee)
                .toList();
        Map<Long, Agent> known = agents
                .all(found.stream().map(Departure::agentId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        return found.stream()
                .map(each -> new Row(each, known.get(each.agentId()), people.place(each)))
                .toList();
    }

    boolean maySee(Departure departure) {
        if (departure.schoolUai() != null) {
            return mine.seesPeopleOfSchool(departure.schoolUai());
        }
        return departure.circonscriptionUai() != null
                ? mine.seesPeopleOfCirconscription(departure.circonscriptionUai())
                : mine.seesPeopleOfDepartement(departure.departementCode());
    }

    Row row(Departure departure) {
        return new Row(departure, agents.find(departure.agentId()).orElseThrow(), people.place(departure));
    }
}
