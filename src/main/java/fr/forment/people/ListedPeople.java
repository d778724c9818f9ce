package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.account.AgentFunction;
import fr.forment.people.PeopleWriter.Writing;
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
 * What an accepted list says about many people, some hundred at a time, in few statements, or a declaration about one.
 * In the caller's transaction; who is who was settled before.
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
    private final PeopleWriter writer;
    private final ApplicationEventPublisher events;

    /** The ids, in the same order. */
    public List<Long> bring(List<Newcomer> people, ArrivalKind arrival, String why) {
        Writing writing = writer.because(why);
        List<Agent> fresh = new ArrayList<>();
        for (Newcomer newcomer : people) {
            Agent agent = Agent.of(arriving(newcomer.who(), arrival));
            if (newcomer.leavesOn() != null) {
                agent.leave(newcomer.leavesOn());
            }
            fresh.add(agent);
            writing.note(agent, AgentEvent.REGISTERED, null);
            writing.open(agent, newcomer.who().login());
        }
        writing.write();
        List<Long> ids = fresh.stream().map(Agent::id).toList();
        arrived(ids, arrival);
        fresh.stream()
                .filter(agent -> agent.leftOn() != null)
                .forEach(agent -> events.publishEvent(new AgentLeft(agent.id(), agent.schoolUai())));
        return ids;
    }

    /** Those who had left and come back. */
    public void bringBack(List<Said> people, ArrivalKind arrival, String why) {
        Map<Long, Agent> known = unchangedSince(people);
        Writing writing = writer.because(why);
        for (Said said : people) {
            Agent agent = known.get(said.agentId());
            writing.follow(agent, agent.roles());
            agent.settle(arriving(said.who(), arrival));
            reach(agent, said, writing);
            identify(agent, said.who());
            if (said.leavesOn() != null) {
                agent.leave(said.leavesOn());
            }
            writing.note(agent, AgentEvent.CAME_BACK, null);
        }
        writing.write(ListedPeople::rightsChanged);
        arrived(people.stream().map(Said::agentId).toList(), arrival);
    }

    /** Those who are there: place, function, name, address, service, departure; whoever was missing is seen again. */
    public void change(List<Said> people, String why) {
        Map<Long, Agent> known = unchangedSince(people);
        Writing writing = writer.because(why);
        List<Object> news = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        for (Said said : people) {
            Agent agent = known.get(said.agentId());
            String before = PeopleWriter.describe(agent);
            String called = agent.fullName();
            Set<AccountRole> roles = agent.roles();
            writing.save(agent);
            if (agent.missingSince() != null) {
                agent.miss(null);
                seen.add(agent.id());
                writing.note(agent, AgentEvent.SEEN_AGAIN, before);
            }
            place(agent, said, before, writing, news);
            if (agent.quotity() != said.who().quotity()
                    || agent.constellation() != said.who().constellation()) {
                agent.serve(said.who().quotity(), said.who().constellation());
                writing.note(agent, AgentEvent.SERVICE, before);
            }
            reach(agent, said, writing);
            if (identify(agent, said.who())) {
                writing.note(agent, AgentEvent.IDENTITY, before);
            }
            if (said.leavesOn() != null && !said.leavesOn().equals(agent.leftOn())) {
                agent.leave(said.leavesOn());
                writing.note(agent, AgentEvent.LEFT, before);
                news.add(new AgentLeft(agent.id(), agent.schoolUai()));
            }
            if (!called.equals(agent.fullName()) || !roles.equals(agent.roles()) || !agent.isActiveOn(agents.today())) {
                writing.follow(agent, roles);
            }
        }
        if (!seen.isEmpty()) {
            writing.tell(new PeopleSeenAgain(seen));
        }
        news.forEach(writing::tell);
        writing.write(ListedPeople::rightsChanged);
    }

    private static void place(Agent agent, Said said, String before, Writing writing, List<Object> news) {
        String from = agent.schoolUai();
        boolean sameFunction = agent.function() == said.who().function();
        boolean moves = !agent.isPlacedAs(said.who());
        if (sameFunction && !moves) {
            return;
        }
        AgentFunction former = agent.function();
        agent.take(said.who(), said.on());
        writing.note(agent, sameFunction ? AgentEvent.MOVED : AgentEvent.FUNCTION, before);
        if (!Objects.equals(from, agent.schoolUai())) {
            news.add(new AgentMoved(agent.id(), from, agent.schoolUai()));
        } else if (!moves) {
            news.add(new AgentFunctionChanged(agent.id(), former, agent.function(), said.on()));
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
    private static void reach(Agent agent, Said said, Writing writing) {
        String email =
                said.who().email() == null ? said.formerEmail() : said.who().email();
        agent.reachAt(email);
        writing.reach(agent, said.formerEmail(), email);
    }

    /** Somebody was given a role between the preview and now: the preview is made anew, and tells it. */
    private static RuntimeException rightsChanged(String who) {
        return new OptimisticLockingFailureException("An address is not for this person to change any more");
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
    public void tellDirectors(Collection<String> schoolUais, Map<String, Long> before, ArrivalKind arrival) {
        Map<String, Long> now = directors(schoolUais);
        for (String uai : schoolUais) {
            boolean firstList = arrival == ArrivalKind.ALREADY_THERE && !before.containsKey(uai);
            if (!Objects.equals(before.get(uai), now.get(uai)) && !firstList) {
                events.publishEvent(new DirectorChanged(uai, before.get(uai), now.get(uai)));
            }
        }
    }

    private NewAgent arriving(NewAgent who, ArrivalKind arrival) {
        return arrival == ArrivalKind.NEWCOMER && who.arrivedOn() == null ? who.since(agents.today()) : who;
    }

    private void arrived(List<Long> ids, ArrivalKind arrival) {
        if (arrival == ArrivalKind.NEWCOMER && !ids.isEmpty()) {
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
