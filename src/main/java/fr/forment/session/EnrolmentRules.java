package fr.forment.session;

import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.session.guard.AbsentPeople;
import fr.forment.session.guard.PrecedingLevels;
import fr.forment.session.guard.SameDay;
import fr.forment.session.guard.SameDay.Clash;
import fr.forment.session.guard.Traces;
import fr.forment.session.guard.Traces.Trace;
import fr.forment.territory.SchoolCalendar;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * May these people join this session? Asked alike on every way in: plan, enrolment by hand, next session of a newcomer,
 * promotion, walk-in. Asked in the transaction that gives the place: it holds people's hours until its end, so two
 * hands in two sessions do not both count on the same hours. Places are counted apart.
 */
@Component
@RequiredArgsConstructor
public class EnrolmentRules {

    private final Traces traces;
    private final SameDay sameDay;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;
    private final PrecedingLevels levels;
    private final AbsentPeople absent;

    public Set<Obstacle> obstacles(TrainingSession session, Agent agent) {
        return obstacles(session, List.of(agent)).get(agent.id());
    }

    /**
     * What the rules say of somebody.
     *
     * @param waits for this very session already
     * @param onlyDate no other session of the module is to come there
     */
    record Judged(Set<Obstacle> obstacles, boolean waits, boolean onlyDate) {}

    /** As {@link #obstacles}, with what was seen on the way. */
    Judged judge(TrainingSession session, Agent agent) {
        hours.hold(List.of(agent.id()));
        Map<Long, Trace> seen = traces(session, List.of(agent));
        return new Judged(
                look(session, List.of(agent), seen).get(agent.id()),
                seen.get(agent.id()).waits(),
                seen.get(agent.id()).onlyDate());
    }

    /** For a page that only shows what could be chosen: nobody waits for its reader. */
    public Set<Obstacle> foreseen(TrainingSession session, Agent agent) {
        return look(session, List.of(agent), traces(session, List.of(agent))).get(agent.id());
    }

    /**
     * For many people at the cost of a few queries; in the order given. Who waits for this very session is no obstacle
     * to himself.
     */
    public Map<Long, Set<Obstacle>> obstacles(TrainingSession session, Collection<Agent> people) {
        hours.hold(people.stream().map(Agent::id).toList());
        return look(session, people, traces(session, people));
    }

    /** What each rule asks is read of those alone of whom there is something. */
    private Map<Long, Set<Obstacle>> look(TrainingSession session, Collection<Agent> people, Map<Long, Trace> traces) {
        String year = calendar.schoolYear(session.day());
        var clashes = sameDay.clashes(those(traces, Trace::busy), wanted(session));
        var unready = levels.lacking(session, those(traces, trace -> trace.level() > 1));
        var away = absent.of(session, those(traces, Trace::away));
        var exhausted = hours.lacking(
                people.stream()
                        .map(agent -> new HoursLedger.Taken(
                                agent,
                                traces.get(agent.id()).minutes(),
                                traces.get(agent.id()).scaled()))
                        .toList(),
                year,
                session.minutes());
        Map<Long, Set<Obstacle>> found = new LinkedHashMap<>();
        people.forEach(agent -> {
            Trace trace = traces.get(agent.id());
            Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
            found.put(agent.id(), obstacles);
            note(obstacles, Obstacle.PARTI, !agent.isActiveOn(session.day()));
            note(obstacles, Obstacle.DEJA_INSCRIT, trace.isIn());
            note(
                    obstacles,
                    Obstacle.CHEVAUCHEMENT,
                    of(clashes, agent).anyMatch(Clash::isAtTheSameMoment)
                            || agent.id().equals(session.trainerId()));
            note(obstacles, Obstacle.TRAJET, of(clashes, agent).anyMatch(clash -> !clash.isAtTheSameMoment()));
            note(obstacles, Obstacle.AUTRE_SESSION, trace.elsewhere());
            note(obstacles, Obstacle.DEJA_FORME, trace.trained());
            note(obstacles, Obstacle.NIVEAU, unready.contains(agent.id()));
            note(obstacles, Obstacle.ABSENCE, away.contains(agent.id()));
            note(obstacles, Obstacle.HEURES, exhausted.contains(agent.id()));
        });
        return found;
    }

    private Map<Long, Trace> traces(TrainingSession session, Collection<Agent> people) {
        return people.isEmpty()
                ? Map.of()
                : traces.of(session, people.stream().map(Agent::id).toList());
    }

    private static List<Long> those(Map<Long, Trace> traces, Predicate<Trace> which) {
        return traces.values().stream().filter(which).map(Trace::agentId).toList();
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
}
