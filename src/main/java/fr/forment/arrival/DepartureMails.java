package fr.forment.arrival;

import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who is written to about people missing from the list. A list that misses twenty people makes one mail per reader, not
 * twenty: the key is the place and the day, and the mail names everybody there whose absence is to be explained.
 */
@Component
@RequiredArgsConstructor
class DepartureMails {

    /** A longer letter is not read, and a list that misses hundreds would not fit into one; the page has them all. */
    private static final int MOST_LINES = 40;

    private final Correspondence post;
    private final Agents agents;
    private final DeparturePeople people;
    private final DepartureRepository repository;
    private final Reminders reminders;

    /** To the director and the secretary. */
    void asked(Departure departure, LocalDate graceEnds, LocalDate today) {
        toDirector(departure, "missing", "ask:" + today, graceEnds);
        toOffice(departure, Role.SECRETAIRE, "missing", "ask:" + today, graceEnds);
    }

    /** To the director again, and to whom the policy names. */
    void late(Departure departure, int occurrence, LocalDate graceEnds, LocalDate today) {
        String key = "remind:" + occurrence + ":" + today;
        toDirector(departure, "missingStill", key, graceEnds);
        Stream.of(Role.ERUN, Role.SECRETAIRE)
                .filter(role -> reminders.goesTo(Reminder.DEPARTURE_CONFIRMATION, occurrence, role.name()))
                .forEach(role -> toOffice(departure, role, "missingStill", key, graceEnds));
    }

    /** Nobody answered: the departure is recorded, and those who could have answered hear of it. */
    void presumed(Departure departure) {
        Letter letter = letter(
                departure,
                "departurePresumed",
                "presume:" + departure.id(),
                List.of(people.who(departure)),
                departure.leavesOn());
        director(departure).ifPresent(director -> post.toAgent(director.id(), letter));
        if (departure.circonscriptionUai() != null) {
            post.toGroup(Role.SECRETAIRE, departure.circonscriptionUai(), letter);
        }
    }

    private void toDirector(Departure departure, String template, String key, LocalDate day) {
        String place = departure.schoolUai();
        director(departure)
                .ifPresent(director -> post.toAgentOnce(
                        director.id(),
                        "departure:" + key + ":" + place,
                        reader -> Optional.of(letter(departure, template, key + ":" + place, names(place), day))));
    }

    private void toOffice(Departure departure, Role role, String template, String key, LocalDate day) {
        String place = departure.circonscriptionUai();
        if (place != null) {
            post.toGroupOnce(
                    role,
                    place,
                    "departure:" + key + ":" + place,
                    reader -> Optional.of(letter(departure, template, key + ":" + place, names(place), day)));
        }
    }

    private Optional<Agent> director(Departure departure) {
        return people.isUnderADirector(departure) ? agents.directorOf(departure.schoolUai()) : Optional.empty();
    }

    private List<String> names(String place) {
        List<Departure> all = repository.unexplained(place);
        List<String> names = all.stream()
                .limit(MOST_LINES)
                .map(each -> people.who(each) + " – " + people.place(each))
                .collect(Collectors.toList());
        if (all.size() > MOST_LINES) {
            names.add("et " + French.count(all.size() - MOST_LINES, "autre") + ", sur la page ci-dessous");
        }
        return names;
    }

    private Letter letter(Departure departure, String template, String key, List<String> names, LocalDate day) {
        return new Letter(
                "arrival/" + template,
                "departure:" + key,
                Map.of(
                        "personnes",
                        names,
                        "jour",
                        French.day(day),
                        "court",
                        French.brief(day),
                        "ecole",
                        people.place(departure)),
                "/arrivees",
                null);
    }
}
