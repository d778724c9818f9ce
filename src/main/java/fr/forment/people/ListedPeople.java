package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.account.AgentFunction;
import fr.forment.people.AgentHistory.Change;
import fr.forment.people.AgentHistory.What;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Writes what an accepted list says about many people, some hundred at a time, in few statements: history, accounts and
 * events as when one person is changed by hand. In the caller's transaction; who is who was settled before.
 */
@Component
@RequiredArgsConstructor
public class ListedPeople {

    private static final int CHUNK = 500;

    /**
     * What a list says of a known person.
     *
     * @param version of the person when it was shown to the one who accepted it
     * @param who complete: place with its circonscription and département
     * @param formerEmail the address before the list was written: those that change hands are freed first
     * @param on the day it takes effect
     * @param leavesOn the first day away, or null
     */
    public record Said(long agentId, int version, NewAgent who, String formerEmail, LocalDate on, LocalDate leavesOn) {}

    /** A new person, and the first day away or null. */
    public record Newcomer(NewAgent who, LocalDate leavesOn) {}

    private final AgentRepository repository;
    private final Agents agents;
    private final AccountBook accounts;
    private final AgentHistory history;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;

    /** The ids, in the same order. */
    public List<Long> bring(List<Newcomer> people, Arrival arrival, String why) {
        List<Agent> fresh = people.stream()
                .map(one -> Agent.of(arriving(one.who(), arrival)))
                .toList();
        List<Agent> leaving = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            if (people.get(i).leavesOn() != null) {
                fresh.get(i).leave(people.get(i).leavesOn());
                leaving.add(fresh.get(i));
            }
        }
        repository.saveAll(fresh);
        history.add(fresh.stream()
                .map(agent -> new Change(agent.id(), What.REGISTERED, why, null, StaffService.describe(agent)))
                .toList());
        Map<Agent, String> opaque = new LinkedHashMap<>();
        fresh.forEach(agent -> opaque.put(agent, null));
        accounts.openAll(opaque);
        List<Long> ids = fresh.stream().map(Agent::id).toList();
        arrived(ids, arrival);
        leaving.forEach(agent -> events.publishEvent(new AgentLeft(agent.id(), agent.schoolUai())));
        return ids;
    }

    /** Those who had left and come back. */
    public void bringBack(List<Said> people, Arrival arrival, String why) {
        Map<Long, Agent> known = unchangedSince(people);
        List<Change> changes = new ArrayList<>();
        List<Addresses.Change> moves = new ArrayList<>();
        Map<Agent, Set<AccountRole>> followed = new LinkedHashMap<>();
        for (Said said : people) {
            Agent agent = known.get(said.agentId());
            followed.put(agent, agent.roles());
            agent.settle(arriving(said.who(), arrival));
            moves.add(reach(agent, said));
            identify(agent, said.who());
            if (said.leavesOn() != null) {
                agent.leave(said.leavesOn());
            }
            changes.add(new Change(agent.id(), What.CAME_BACK, why, null, StaffService.describe(agent)));
        }
        refuseIfRightsChanged(moves);
        repository.saveAll(known.values());
        history.add(changes);
        followed.forEach(accounts::follow);
        addresses.changed(moves, why);
        arrived(people.stream().map(Said::agentId).toList(), arrival);
    }

    /** Those who are there: place, function, name, address, service, departure; whoever was missing is seen again. */
    public void change(List<Said> people, String why) {
        Map<Long, Agent> known = unchangedSince(people);
        List<Change> changes = new ArrayList<>();
        List<Addresses.Change> moves = new ArrayList<>();
        Map<Agent, Set<AccountRole>> followed = new LinkedHashMap<>();
        List<Object> news = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        for (Said said : people) {
            Agent agent = known.get(said.agentId());
            Change one = new Change(agent.id(), null, why, StaffService.describe(agent), null);
            String called = agent.fullName();
            Set<AccountRole> roles = agent.roles();
            if (agent.missingSince() != null) {
                agent.miss(null);
                seen.add(agent.id());
                changes.add(done(one, What.SEEN_AGAIN, agent));
            }
            place(agent, said, one, changes, news);
            serve(agent, said, one, changes);
            moves.add(reach(agent, said));
            if (identify(agent, said.who())) {
                changes.add(done(one, What.IDENTITY, agent));
            }
            if (said.leavesOn() != null && !said.leavesOn().equals(agent.leftOn())) {
                agent.leave(said.leavesOn());
                changes.add(done(one, What.LEFT, agent));
                news.add(new AgentLeft(agent.id(), agent.schoolUai()));
            }
            if (!called.equals(agent.fullName()) || !roles.equals(agent.roles()) || !agent.isActiveOn(agents.today())) {
                followed.put(agent, roles);
            }
        }
        refuseIfRightsChanged(moves);
        repository.saveAll(known.values());
        history.add(changes);
        followed.forEach(accounts::follow);
        addresses.changed(moves, why);
        if (!seen.isEmpty()) {
            events.publishEvent(new PeopleSeenAgain(seen));
        }
        news.forEach(events::publishEvent);
    }

    private static void place(Agent agent, Said said, Change one, List<Change> changes, List<Object> news) {
        String from = agent.schoolUai();
        boolean sameFunction = agent.function() == said.who().function();
        if (sameFunction && agent.isPlacedAs(said.who())) {
            return;
        }
        boolean moves = !agent.isPlacedAs(said.who());
        AgentFunction former = agent.function();
        agent.take(said.who(), said.on());
        changes.add(done(one, sameFunction ? What.MOVED : What.FUNCTION, agent));
        if (!Objects.equals(from, agent.schoolUai())) {
            news.add(new AgentMoved(agent.id(), from, agent.schoolUai()));
        } else if (!moves) {
            news.add(new AgentFunctionChanged(agent.id(), former, agent.function(), said.on()));
        }
    }

    private static void serve(Agent agent, Said said, Change one, List<Change> changes) {
        if (agent.quotity() != said.who().quotity()
                || agent.constellation() != said.who().constellation()) {
            agent.serve(said.who().quotity(), said.who().constellation());
            changes.add(done(one, What.SERVICE, agent));
        }
    }

    /** A name in capitals is no new name. True when something changed. */
    private static boolean identify(Agent agent, NewAgent who) {
        boolean renamed = !agent.foldedName().equals(who.foldedName());
        if (renamed) {
            agent.rename(who.lastName(), who.firstName());
        }
        return renamed;
    }

    /** A list without address takes none away. */
    private static Addresses.Change reach(Agent agent, Said said) {
        String email =
                said.who().email() == null ? said.formerEmail() : said.who().email();
        agent.reachAt(email);
        return new Addresses.Change(agent, said.formerEmail(), email);
    }

    /** Somebody was given a role between the preview and now: the preview is made anew, and tells it. */
    private void refuseIfRightsChanged(List<Addresses.Change> moves) {
        addresses.objection(moves).ifPresent(who -> {
            throw new OptimisticLockingFailureException("An address is not for this person to change any more");
        });
    }

    private static Change done(Change begun, What what, Agent agent) {
        return new Change(begun.agentId(), what, begun.why(), begun.before(), StaffService.describe(agent));
    }

    /**
     * Who directs each of these schools: null where the post is vacant; schools of which nobody is known are left out.
     */
    public Map<String, Long> directors(Collection<String> schoolUais) {
        Map<String, Long> directors = new HashMap<>();
        List<String> all = List.copyOf(schoolUais);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> some = all.subList(from, Math.min(from + CHUNK, all.size()));
            repository
                    .directors(some, agents.today())
                    .forEach(agent -> directors.putIfAbsent(agent.schoolUai(), agent.id()));
            repository.knownSchools(some).forEach(uai -> directors.putIfAbsent(uai, null));
        }
        return directors;
    }

    /**
     * Tells who directs another school than before, once everything is written. A first director on a first list
     * succeeds nobody.
     */
    public void tellDirectors(Collection<String> schoolUais, Map<String, Long> before, Arrival arrival) {
        Map<String, Long> now = directors(schoolUais);
        for (String uai : schoolUais) {
            boolean firstList = arrival == Arrival.ALREADY_THERE && !before.containsKey(uai);
            if (!Objects.equals(before.get(uai), now.get(uai)) && !firstList) {
                events.publishEvent(new DirectorChanged(uai, before.get(uai), now.get(uai)));
            }
        }
    }

    private NewAgent arriving(NewAgent who, Arrival arrival) {
        return arrival == Arrival.NEWCOMER && who.arrivedOn() == null ? who.since(agents.today()) : who;
    }

    private void arrived(List<Long> ids, Arrival arrival) {
        if (arrival == Arrival.NEWCOMER && !ids.isEmpty()) {
            events.publishEvent(new PeopleArrived(ids));
        }
    }

    private Map<Long, Agent> unchangedSince(List<Said> people) {
        Map<Long, Agent> known = agents.all(people.stream().map(Said::agentId).toList()).stream()
                .collect(Collectors.toMap(Agent::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        for (Said said : people) {
            Agent agent = known.get(said.agentId());
            if (agent == null || agent.version() != said.version()) {
                throw new OptimisticLockingFailureException("Changed since it was shown: agent " + said.agentId());
            }
        }
        return known;
    }
}
