package fr.forment.arrival;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.post.Letter;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.Appointments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whom a school or a circonscription still has to see trained: one letter per reader and day, however many people came
 * at once.
 */
@Component
@RequiredArgsConstructor
class StillToTrain {

    /** A longer letter is not read; the page has them all. */
    private static final int MOST_LINES = 40;

    private final ArrivalRepository repository;
    private final Agents agents;
    private final TrainingRecords records;
    private final ArrivalPeople people;
    private final ArrivalDates dates;
    private final Sessions sessions;
    private final Appointments appointments;
    private final Clock clock;

    /** Of a school or a circonscription, on this day. */
    String key(String place) {
        return "arrival:stillToTrain:" + place + ":" + LocalDate.now(clock);
    }

    /** Those whose first reminder has come; nobody is told about himself. */
    Optional<Letter> letter(String place, Agent reader) {
        LocalDate today = LocalDate.now(clock);
        List<Arrival> underWay = repository.underWay(place).stream()
                .filter(each -> each.agentId() != reader.id())
                .filter(each -> !dates.reminder(each, 1).toLocalDate().isAfter(today))
                .toList();
        List<Long> ids = underWay.stream().map(Arrival::agentId).toList();
        Map<Long, Agent> known = agents.all(ids).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        Map<Long, Set<String>> held = records.of(ids);
        List<Arrival> waiting = underWay.stream()
                .filter(each -> isThere(each, known.get(each.agentId()), today))
                .filter(each -> !held.getOrDefault(each.agentId(), Set.of()).containsAll(each.path()))
                .toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = waiting.stream()
                .limit(MOST_LINES)
                .map(each -> line(each, held.getOrDefault(each.agentId(), Set.of())))
                .toList();
        return Optional.of(new Letter(
                "arrival/stillToTrain",
                key(place),
                Map.of("personnes", lines, "autres", waiting.size() - lines.size()),
                "/arrivees",
                null));
    }

    /** For the person: each module with the date that is held. */
    List<String> modules(Arrival arrival) {
        return modules(arrival, records.modulesOf(arrival.agentId()), " : ");
    }

    private String line(Arrival arrival, Set<String> held) {
        return people.who(arrival) + " – " + people.place(arrival) + ", au plus tard le " + French.date(arrival.dueOn())
                + " : " + String.join(" ; ", modules(arrival, held, ", "));
    }

    private List<String> modules(Arrival arrival, Set<String> held, String between) {
        List<TrainingSession> enrolled = sessions.ofAgent(arrival.agentId()).stream()
                .filter(session -> !session.state().isOver())
                .toList();
        return arrival.path().stream()
                .filter(module -> !held.contains(module))
                .map(module -> people.title(module) + between + date(module, enrolled))
                .toList();
    }

    private String date(String module, List<TrainingSession> enrolled) {
        return enrolled.stream()
                .filter(session -> session.moduleCode().equals(module))
                .findFirst()
                .map(session ->
                        appointments.instead(session).orElseGet(() -> "session du " + French.date(session.day())))
                .orElse("date à venir");
    }

    private static boolean isThere(Arrival arrival, Agent agent, LocalDate today) {
        return agent.isActiveOn(today)
                && agent.missingSince() == null
                && arrival.placeUai().equals(Arrival.placeOf(agent));
    }
}
