package fr.forment.session.guard;

import fr.forment.people.Agent;
import fr.forment.resource.Closures;
import fr.forment.session.Obstacle;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom nobody asks to come, by their schools: those of a school that is closed that day, or that left the project of
 * the session. Asked only before a free place is proposed to somebody: who has one keeps it, and the plan decides.
 */
@Component
@RequiredArgsConstructor
public class SchoolsAway {

    private final Closures closures;
    private final SessionHalfDays halfDays;
    private final JdbcClient jdbc;

    /** By person; empty sets are left out. */
    public Map<Long, Set<Obstacle>> of(TrainingSession session, Collection<Agent> people) {
        Set<String> schools = people.stream()
                .map(Agent::schoolUai)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (schools.isEmpty()) {
            return Map.of();
        }
        Set<String> closed = closed(session, schools);
        Set<String> gone = gone(session, schools);
        Map<Long, Set<Obstacle>> found = new HashMap<>();
        people.forEach(agent -> {
            Set<Obstacle> why = EnumSet.noneOf(Obstacle.class);
            if (closed.contains(agent.schoolUai())) {
                why.add(Obstacle.ECOLE_FERMEE);
            }
            if (gone.contains(agent.schoolUai())) {
                why.add(Obstacle.HORS_PROJET);
            }
            if (!why.isEmpty()) {
                found.put(agent.id(), why);
            }
        });
        return found;
    }

    /** The person's school was in the project of the session, and left it. */
    public boolean hasLeft(TrainingSession session, Agent agent) {
        return agent.schoolUai() != null
                && gone(session, Set.of(agent.schoolUai())).contains(agent.schoolUai());
    }

    private Set<String> closed(TrainingSession session, Set<String> schools) {
        List<LocalDate> days = halfDays.of(session).stream()
                .map(HalfDay::startsAt)
                .map(start -> start.toLocalDate())
                .sorted()
                .toList();
        Set<String> found = new HashSet<>();
        if (!days.isEmpty()) {
            closures.days(session.circonscriptionUai(), schools, days.get(0), days.get(days.size() - 1))
                    .forEach((uai, shut) -> {
                        if (days.stream().anyMatch(shut::contains)) {
                            found.add(uai);
                        }
                    });
        }
        return found;
    }

    private Set<String> gone(TrainingSession session, Set<String> schools) {
        return session.projectId() == null
                ? Set.of()
                : Set.copyOf(jdbc.sql("""
                SELECT p.school_uai FROM vague_school p JOIN vague v ON v.id = p.vague_id
                 WHERE v.project_id = :project AND p.school_uai IN (:schools)
                 GROUP BY p.school_uai HAVING SUM(CASE WHEN p.state = 'RETIREE' THEN 1 ELSE 0 END) > 0
                    AND SUM(CASE WHEN p.state IN ('REPORTEE', 'RETIREE') THEN 0 ELSE 1 END) = 0""")
                        .param("project", session.projectId())
                        .param("schools", schools)
                        .query(String.class)
                        .list());
    }
}
