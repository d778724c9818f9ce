package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.AgentHistory.Change;
import fr.forment.people.AgentHistory.What;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comings, goings and changes of people. Each is written to the history, followed by the account, and told as an event.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class StaffService {

    private final AgentRepository repository;
    private final Agents agents;
    private final AccountBook accounts;
    private final AgentHistory history;
    private final Addresses addresses;
    private final AddressRights addressRights;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final ApplicationEventPublisher events;

    /**
     * Empty when this person is registered and present already; somebody who had left comes back with what he was
     * trained in.
     */
    public Optional<Agent> register(NewAgent who, Arrival arrival) {
        return registerAll(List.of(who), arrival).stream().findFirst();
    }

    /**
     * Registers those who are not there yet, in a few statements whatever their number; returns them, leaving out the
     * known ones.
     */
    public List<Agent> registerAll(Collection<NewAgent> people, Arrival arrival) {
        LocalDate today = agents.today();
        KnownPeople known = KnownPeople.around(people, repository, today);
        Places places = new Places(schools, circonscriptions);
        Map<Agent, String> fresh = new LinkedHashMap<>();
        Map<Agent, Set<AccountRole>> returning = new LinkedHashMap<>();
        for (NewAgent asked : people) {
            NewAgent who = places.locate(
                    arrival == Arrival.NEWCOMER && asked.arrivedOn() == null ? asked.since(today) : asked);
            Agent same = known.same(who).orElse(null);
            if (same == null) {
                addressRights.objection(who).ifPresent(may -> {
                    throw new AddressRefusal("Pour cette fonction, l'adresse ne peut être donnée que par " + may
                            + " : laissez-la vide, le reste est gardé.");
                });
                Agent agent = Agent.of(who);
                known.add(agent);
                fresh.put(agent, who.login());
            } else if (!same.isActiveOn(today)) {
                returning.put(same, same.roles());
                same.settle(who);
            }
        }
        List<Agent> settled = Stream.concat(fresh.keySet().stream(), returning.keySet().stream())
                .toList();
        watchingDirectors(schoolsDirectedBy(settled), arrival, () -> {
            repository.saveAll(settled);
            history.add(settled.stream()
                    .map(agent -> new Change(
                            agent.id(),
                            returning.containsKey(agent) ? What.CAME_BACK : What.REGISTERED,
                            null,
                            null,
                            describe(agent)))
                    .toList());
            accounts.openAll(fresh);
            returning.forEach(accounts::follow);
        });
        if (arrival == Arrival.NEWCOMER && !settled.isEmpty()) {
            events.publishEvent(
                    new PeopleArrived(settled.stream().map(Agent::id).toList()));
        }
        return settled;
    }

    /** To another school from that day on. Nothing happens when the person is there already. */
    public void move(long agentId, String schoolUai, LocalDate on) {
        Agent agent = present(agentId);
        if (schoolUai.equals(agent.schoolUai())) {
            return;
        }
        if (!agent.function().isOfSchool()) {
            throw new Refusal("Cette personne n'exerce pas dans une école : changez d'abord sa fonction.");
        }
        String from = agent.schoolUai();
        change(agent, What.MOVED, on, () -> {
            var school = new Places(schools, circonscriptions).school(schoolUai);
            agent.moveTo(schoolUai, school.circonscriptionUai(), school.departementCode(), on);
        });
        events.publishEvent(new AgentMoved(agentId, from, schoolUai));
    }

    /** Within the same school, or within the same circonscription for those who have no school. */
    public void changeFunction(long agentId, AgentFunction function, LocalDate on) {
        Agent agent = present(agentId);
        if (function == agent.function()) {
            return;
        }
        if (function.isOfSchool() && agent.schoolUai() == null) {
            throw new Refusal("Cette fonction s'exerce dans une école : son code UAI est nécessaire.");
        }
        AgentFunction former = agent.function();
        change(agent, What.FUNCTION, on, () -> agent.become(function, on));
        events.publishEvent(new AgentFunctionChanged(agentId, former, function, on));
    }

    /** Working time in percent, and whether the year's hours all go to a constellation. */
    public void changeService(long agentId, int quotity, boolean constellation) {
        Agent agent = present(agentId);
        if (!Quotity.isPossible(quotity)) {
            throw new Refusal(Quotity.ADVICE);
        }
        if (quotity != agent.quotity() || constellation != agent.constellation()) {
            change(agent, What.SERVICE, null, () -> agent.serve(quotity, constellation));
        }
    }

    /** Corrects the name or the professional address (null: not known). */
    public void correct(long agentId, String lastName, String firstName, String email) {
        Agent agent = present(agentId);
        NewAgent checked = NewAgent.inDepartement(lastName, firstName, email, AgentFunction.CPD, "");
        if (checked.email() != null
                && repository.withEmails(List.of(checked.email())).stream().anyMatch(a -> !a.id().equals(agentId))) {
            throw new Refusal("Cette adresse est déjà celle d'une autre personne.");
        }
        if (!Objects.equals(checked.lastName(), agent.lastName())
                || !Objects.equals(checked.firstName(), agent.firstName())
                || !Objects.equals(checked.email(), agent.email())) {
            Addresses.Change move = new Addresses.Change(agent, agent.email(), checked.email());
            addresses.objection(List.of(move)).ifPresent(may -> {
                throw new AddressRefusal("L'adresse de cette personne ne peut être changée que par " + may
                        + " : rien d'autre n'est perdu.");
            });
            change(agent, What.IDENTITY, null, () -> {
                agent.rename(checked.lastName(), checked.firstName());
                agent.reachAt(checked.email());
            });
            addresses.changed(List.of(move), null);
        }
    }

    /** The first day away; may lie ahead, the person stays on the lists until then. */
    public void leave(long agentId, LocalDate on) {
        Agent agent = present(agentId);
        if (on.equals(agent.leftOn())) {
            return;
        }
        change(agent, What.LEFT, on, () -> agent.leave(on));
        events.publishEvent(new AgentLeft(agentId, agent.schoolUai()));
    }

    /**
     * Their list no longer holds them: marked, and told so that somebody asks. Nothing happens for those marked or gone
     * already.
     */
    public void markMissing(Collection<Long> agentIds, LocalDate since) {
        List<Agent> missing = agents.all(agentIds).stream()
                .filter(agent -> agent.isActiveOn(since) && agent.missingSince() == null)
                .toList();
        missing.forEach(agent -> agent.miss(since));
        repository.saveAll(missing);
        history.add(missing.stream()
                .map(agent -> new Change(agent.id(), What.MISSING, null, null, describe(agent)))
                .toList());
        if (!missing.isEmpty()) {
            events.publishEvent(
                    new PeopleMissing(missing.stream().map(Agent::id).toList()));
        }
    }

    /** They are there after all. Nothing happens for those who were not marked as missing. */
    public void seenAgain(Collection<Long> agentIds) {
        List<Agent> seen = agents.all(agentIds).stream()
                .filter(agent -> agent.missingSince() != null)
                .toList();
        seen.forEach(agent -> agent.miss(null));
        repository.saveAll(seen);
        history.add(seen.stream()
                .map(agent -> new Change(agent.id(), What.SEEN_AGAIN, null, null, describe(agent)))
                .toList());
        if (!seen.isEmpty()) {
            events.publishEvent(new PeopleSeenAgain(seen.stream().map(Agent::id).toList()));
        }
    }

    private void change(Agent agent, What what, LocalDate on, Runnable transition) {
        String before = describe(agent);
        Set<AccountRole> rolesBefore = agent.roles();
        String formerSchool = agent.schoolUai();
        Set<String> watched = new HashSet<>();
        if (formerSchool != null) {
            watched.add(formerSchool);
        }
        transition.run();
        if (agent.schoolUai() != null) {
            watched.add(agent.schoolUai());
        }
        watchingDirectors(watched, Arrival.NEWCOMER, () -> {
            repository.save(agent);
            history.add(
                    agent.id(), what, on == null ? null : "à compter du " + French.date(on), before, describe(agent));
            accounts.follow(agent, rolesBefore);
        });
    }

    private void watchingDirectors(Set<String> uais, Arrival arrival, Runnable change) {
        Map<String, Long> before = new HashMap<>();
        uais.forEach(uai -> before.put(uai, director(uai)));
        Set<String> known = uais.isEmpty() ? Set.of() : Set.copyOf(repository.knownSchools(uais));
        change.run();
        before.forEach((uai, former) -> {
            Long now = director(uai);
            boolean firstList = arrival == Arrival.ALREADY_THERE && !known.contains(uai);
            if (!Objects.equals(former, now) && !firstList) {
                events.publishEvent(new DirectorChanged(uai, former, now));
            }
        });
    }

    private Long director(String uai) {
        return agents.directorOf(uai).map(Agent::id).orElse(null);
    }

    private static Set<String> schoolsDirectedBy(Collection<Agent> people) {
        return people.stream()
                .filter(agent -> agent.function() == AgentFunction.DIRECTEUR)
                .map(Agent::schoolUai)
                .collect(Collectors.toSet());
    }

    private Agent present(long agentId) {
        return agents.find(agentId)
                .filter(agent -> agent.isActiveOn(agents.today()))
                .orElseThrow(() -> new Refusal("Cette personne n'est plus sur la liste."));
    }

    static String describe(Agent agent) {
        String place = agent.schoolUai() != null
                ? agent.schoolUai()
                : agent.circonscriptionUai() != null ? agent.circonscriptionUai() : agent.departementCode();
        return agent.function().label() + ", " + place + ", " + agent.quotity() + " %"
                + (agent.constellation() ? ", constellation" : "")
                + (agent.leftOn() == null ? "" : ", départ le " + French.date(agent.leftOn()));
    }
}
