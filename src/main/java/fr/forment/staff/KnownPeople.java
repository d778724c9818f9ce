package fr.forment.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Recognises who is registered already: by the e-mail, whatever became of the person, or by the name among those present in the same
 * school (accents, case and hyphens do not count).
 */
class KnownPeople {

    private final Map<String, Agent> byEmail = new HashMap<>();
    private final Map<String, Agent> byPlaceAndName = new HashMap<>();

    KnownPeople(Collection<Agent> agents) {
        agents.forEach(this::add);
    }

    /** Everybody who could be one of these. */
    static KnownPeople around(Collection<NewAgent> people, AgentRepository repository, LocalDate today) {
        var emails = people.stream().map(NewAgent::email).filter(Objects::nonNull).collect(Collectors.toSet());
        var uais = people.stream().map(NewAgent::schoolUai).filter(Objects::nonNull).collect(Collectors.toSet());
        KnownPeople known = new KnownPeople(emails.isEmpty() ? List.of() : repository.withEmails(emails));
        if (!uais.isEmpty()) {
            repository.inSchools(uais, today).forEach(known::add);
        }
        return known;
    }

    void add(Agent agent) {
        if (agent.email() != null) {
            byEmail.putIfAbsent(agent.email(), agent);
        }
        if (agent.schoolUai() != null) {
            byPlaceAndName.putIfAbsent(agent.schoolUai() + "/" + agent.foldedName(), agent);
        }
    }

    Optional<Agent> same(NewAgent who) {
        Agent same = who.email() == null ? null : byEmail.get(who.email());
        return Optional.ofNullable(same).or(() -> namesake(who));
    }

    Optional<Agent> withEmailOf(NewAgent who) {
        return Optional.ofNullable(who.email()).map(byEmail::get);
    }

    Optional<Agent> namesake(NewAgent who) {
        return Optional.ofNullable(who.schoolUai()).map(uai -> byPlaceAndName.get(uai + "/" + who.foldedName()));
    }
}
