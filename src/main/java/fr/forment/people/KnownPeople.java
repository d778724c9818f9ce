package fr.forment.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises who is registered already: by the e-mail, whatever became of the person, or by the name among those
 * present in the same school or office (accents, case and hyphens do not count).
 */
class KnownPeople {

    private final Map<String, Agent> byEmail = new HashMap<>();
    private final Map<String, Agent> byPlaceAndName = new HashMap<>();

    /** Everybody who could be one of these. */
    static KnownPeople around(Collection<NewAgent> people, AgentRepository repository, LocalDate today) {
        Set<String> emails =
                people.stream().map(NewAgent::email).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> places = people.stream()
                .map(who -> place(who.schoolUai(), who.circonscriptionUai(), who.departementCode()))
                .collect(Collectors.toSet());
        KnownPeople known = new KnownPeople();
        if (!emails.isEmpty()) {
            repository.withEmails(emails).forEach(known::add);
        }
        if (!places.isEmpty()) {
            repository.inPlaces(places, today).forEach(known::add);
        }
        return known;
    }

    void add(Agent agent) {
        if (agent.email() != null) {
            byEmail.putIfAbsent(agent.email(), agent);
        }
        String place = place(agent.schoolUai(), agent.circonscriptionUai(), agent.departementCode());
        byPlaceAndName.putIfAbsent(place + "/" + agent.foldedName(), agent);
    }

    Optional<Agent> same(NewAgent who) {
        Agent same = who.email() == null ? null : byEmail.get(who.email());
        String place = place(who.schoolUai(), who.circonscriptionUai(), who.departementCode());
        return Optional.ofNullable(same == null ? byPlaceAndName.get(place + "/" + who.foldedName()) : same);
    }

    private static String place(String school, String circonscription, String departement) {
        return school != null ? school : circonscription != null ? circonscription : departement;
    }
}
