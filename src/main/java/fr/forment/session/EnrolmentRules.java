package fr.forment.session;

import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.people.Validity;
import fr.forment.session.guard.AbsentPeople;
import fr.forment.session.guard.PrecedingLevels;
import fr.forment.session.guard.SameDay;
import fr.forment.session.guard.SameDay.Clash;
import fr.forment.territory.SchoolCalendar;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * May these people join this session? Asked alike on every way in: plan, enrolment by hand, next session of a newcomer,
 * promotion, walk-in. Asked in the transaction that gives the place: it holds people's hours until its end, so two
 * hands in two sessions do not both count on the same hours. Places are counted apart.
 */
@Component
@RequiredArgsConstructor
public class EnrolmentRules {

    private final JdbcClient jdbc;
    private final SameDay sameDay;
    private final TrainingRecords records;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;
    private final PrecedingLevels levels;
    private final AbsentPeople absent;

    public Set<Obstacle> obstacles(TrainingSession session, Agent agent) {
        return obstacles(session, List.of(agent)).get(agent.id());
    }

    /** What the rules say of somebody, and whether he waits for this very session already. */
    record Judged(Set<Obstacle> obstacles, boolean waits) {}

    /** As {@link #obstacles}, with what was seen on the way. */
    Judged judge(TrainingSession session, Agent agent) {
        hours.hold(List.of(agent.id()));
        Set<Long> waiting = new HashSet<>();
        return new Judged(look(session, List.of(agent), waiting).get(agent.id()), waiting.contains(agent.id()));
    }

    /** For a page that only shows what could be chosen: nobody waits for its reader. */
    public Set<Obstacle> foreseen(TrainingSession session, Agent agent) {
        return look(session, List.of(agent), new HashSet<>()).get(agent.id());
    }

    /**
     * For many people at the cost of a few queries; in the order given. Who waits for this very session is no obstacle
     * to himself.
     */
    public Map<Long, Set<Obstacle>> obstacles(TrainingSession session, Collection<Agent> people) {
        hours.hold(people.stream().map(Agent::id).toList());
        return look(session, people, new HashSet<>());
    }

    /** @param waiting is filled with those who wait for this session */
    private Map<Long, Set<Obstacle>> look(TrainingSession session, Collection<Agent> people, Set<Long> waiting) {
        Map<Long, Set<Obstacle>> found = new LinkedHashMap<>();
        people.forEach(agent -> found.put(agent.id(), EnumSet.noneOf(Obstacle.class)));
        if (people.isEmpty()) {
            return found;
        }
        var ids = found.keySet();
        var clashes = sameDay.clashes(ids, wanted(session));
        Set<Long> here = new HashSet<>();
        Set<Long> elsewhere = new HashSet<>();
        enrolled(session, ids)
                .forEach(each -> (each.waits() ? waiting : each.here() ? here : elsewhere).add(each.agentId()));
        String year = calendar.schoolYear(session.day());
        var trained = records.of(ids, Validity.lastDay(year));
        var unready = levels.lacking(session, ids);
        var away = absent.of(session, ids);
        var accounts = hours.accounts(List.copyOf(people), year);
        people.forEach(agent -> {
            var obstacles = found.get(agent.id());
            note(obstacles, Obstacle.PARTI, !agent.isActiveOn(session.day()));
            note(obstacles, Obstacle.DEJA_INSCRIT, here.contains(agent.id()));
            note(
                    obstacles,
                    Obstacle.CHEVAUCHEMENT,
                    of(clashes, agent).anyMatch(Clash::isAtTheSameMoment)
                            || agent.id().equals(session.trainerId()));
            note(obstacles, Obstacle.TRAJET, of(clashes, agent).anyMatch(clash -> !clash.isAtTheSameMoment()));
            note(obstacles, Obstacle.AUTRE_SESSION, elsewhere.contains(agent.id()));
            note(
                    obstacles,
                    Obstacle.DEJA_FORME,
                    trained.getOrDefault(agent.id(), Set.of()).contains(session.moduleCode()));
            note(obstacles, Obstacle.NIVEAU, unready.contains(agent.id()));
            note(obstacles, Obstacle.ABSENCE, away.contains(agent.id()));
            note(obstacles, Obstacle.HEURES, !accounts.get(agent.id()).allows(session.minutes()));
        });
        return found;
    }

    private static Stream<Clash> of(Map<Long, List<Clash>> clashes, Agent agent) {
        return clashes.getOrDefault(agent.id(), List.of()).stream();
    }

    /** When and where the session wants its people. */
    public static SameDay.Wanted wanted(TrainingSession session) {
        return wanted(session, session.startsAt(), session.endsAt(), session.place());
    }

    /** The same on another date, or elsewhere. */
    public static SameDay.Wanted wanted(TrainingSession session, LocalDateTime start, LocalDateTime end, String place) {
        return new SameDay.Wanted(start, end, session.circonscriptionUai(), place, session.format(), session.id());
    }

    private static void note(Set<Obstacle> obstacles, Obstacle obstacle, boolean holds) {
        if (holds) {
            obstacles.add(obstacle);
        }
    }

    private record Enrolled(long agentId, boolean here, boolean waits) {}

    /** In this session, and in others of its module that are to come or were held. */
    private List<Enrolled> enrolled(TrainingSession session, Collection<Long> ids) {
        return jdbc.sql("""
                SELECT e.agent_id, CASE WHEN s.id = :session THEN TRUE ELSE FALSE END AS here,
                       CASE WHEN s.id = :session AND e.state = 'LISTE_ATTENTE' THEN TRUE ELSE FALSE END AS waits
                FROM enrolment e JOIN training_session s ON s.id = e.session_id WHERE e.active_agent_id IN (:agents)
                AND (s.id = :session OR s.module_code = :module AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND s.state <> 'NON_REALISEE')""")
                .param("session", session.id())
                .param("module", session.moduleCode())
                .param("agents", ids)
                .query(Enrolled.class)
                .list();
    }
}
