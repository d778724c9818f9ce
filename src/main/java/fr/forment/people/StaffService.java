package fr.forment.people;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.ListedPeople.Newcomer;
import fr.forment.people.ListedPeople.Said;
import fr.forment.people.PeopleWriter.Writing;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comings and goings of people one by one; what lists say of many is {@link ListedPeople}'s. Both write through
 * {@link PeopleWriter}.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class StaffService {

    private final AgentRepository repository;
    private final Agents agents;
    private final ListedPeople listed;
    private final PeopleWriter writer;
    private final AddressRights addressRights;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /**
     * Empty when this person is registered and present already; somebody who had left comes back with what he was
     * trained in.
     */
    public Optional<Agent> register(NewAgent who, ArrivalKind arrival) {
        return registerAll(List.of(who), arrival).stream().findFirst();
    }

    /**
     * Registers those who are not there yet, in a few statements whatever their number; returns them, leaving out the
     * known ones.
     */
    public List<Agent> registerAll(Collection<NewAgent> people, ArrivalKind arrival) {
        LocalDate today = agents.today();
        KnownPeople known = KnownPeople.around(people, repository, today);
        Places places = new Places(schools, circonscriptions);
        List<Newcomer> fresh = new ArrayList<>();
        Map<Long, Said> returning = new LinkedHashMap<>();
        for (NewAgent asked : people) {
            NewAgent who = places.locate(asked);
            Agent same = known.same(who).orElse(null);
            if (same == null) {
                addressRights.objection(who).ifPresent(may -> {
                    throw new AddressRefusal("Pour cette fonction, l'adresse ne peut être donnée que par " + may
                            + " : laissez-la vide, le reste est gardé.");
                });
                known.add(Agent.of(who));
                fresh.add(new Newcomer(who, null));
            } else if (!same.isActiveOn(today)) {
                returning.putIfAbsent(
                        same.id(),
                        new Said(
                                same.id(),
                                same.version(),
                                who.named(same.lastName(), same.firstName()),
                                same.email(),
                                today,
                                null));
            }
        }
        Set<String> touched = Stream.concat(
                        fresh.stream().map(Newcomer::who),
                        returning.values().stream().map(Said::who))
                .map(NewAgent::schoolUai)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Long> directors = listed.directors(touched);
        List<Long> settled = new ArrayList<>(listed.bring(fresh, arrival, null));
        listed.bringBack(List.copyOf(returning.values()), arrival, null);
        listed.tellDirectors(touched, directors, arrival);
        settled.addAll(returning.keySet());
        return agents.all(settled);
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
        School school = new Places(schools, circonscriptions).school(schoolUai);
        change(
                agent,
                AgentEvent.MOVED,
                on,
                () -> agent.moveTo(schoolUai, school.circonscriptionUai(), school.departementCode(), on),
                new AgentMoved(agentId, agent.schoolUai(), schoolUai));
    }

    /** The first day away; may lie ahead, the person stays on the lists until then. */
    public void leave(long agentId, LocalDate on) {
        Agent agent = present(agentId);
        if (!on.equals(agent.leftOn())) {
            change(agent, AgentEvent.LEFT, on, () -> agent.leave(on), new AgentLeft(agentId, agent.schoolUai()));
        }
    }

    /**
     * Their list no longer holds them: marked, and told so that somebody asks. Nothing happens for those marked or gone
     * already.
     */
    public void markMissing(Collection<Long> agentIds, LocalDate since) {
        mark(
                agentIds,
                agent -> agent.isActiveOn(since) && agent.missingSince() == null,
                since,
                AgentEvent.MISSING,
                PeopleMissing::new);
    }

    /** They are there after all. Nothing happens for those who were not marked as missing. */
    public void seenAgain(Collection<Long> agentIds) {
        mark(agentIds, agent -> agent.missingSince() != null, null, AgentEvent.SEEN_AGAIN, PeopleSeenAgain::new);
    }

    private void mark(
            Collection<Long> agentIds,
            Predicate<Agent> concerned,
            LocalDate since,
            AgentEvent what,
            Function<List<Long>, Object> news) {
        List<Agent> people = agents.all(agentIds).stream().filter(concerned).toList();
        if (people.isEmpty()) {
            return;
        }
        Writing writing = writer.because(null);
        people.forEach(agent -> {
            agent.miss(since);
            writing.note(agent, what, null);
        });
        writing.tell(news.apply(people.stream().map(Agent::id).toList()));
        writing.write();
    }

    private void change(Agent agent, AgentEvent what, LocalDate on, Runnable transition, Object news) {
        String before = PeopleWriter.describe(agent);
        Writing writing = writer.because("à compter du " + French.date(on));
        writing.follow(agent, agent.roles());
        Set<String> touched = new HashSet<>();
        touched.add(agent.schoolUai());
        transition.run();
        touched.add(agent.schoolUai());
        touched.remove(null);
        Map<String, Long> directors = listed.directors(touched);
        writing.note(agent, what, before);
        writing.tell(news);
        writing.write();
        listed.tellDirectors(touched, directors, ArrivalKind.NEWCOMER);
    }

    private Agent present(long agentId) {
        return agents.find(agentId)
                .filter(agent -> agent.isActiveOn(agents.today()))
                .orElseThrow(() -> new Refusal("Cette personne n'est plus sur la liste."));
    }
}
