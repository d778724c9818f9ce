package fr.forment.session.guard;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.TrainingRecords;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Levels of a module: who has not followed the level before. A place in a session of that level which ends by the time
 * this one begins does as well: people are enrolled in both at once.
 */
@Component
@RequiredArgsConstructor
public class PrecedingLevels {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final TrainingRecords records;

    /** The module of the level before; empty for a first level, and where the catalogue asks for none. */
    public Optional<String> before(String moduleCode) {
        return catalogue
                .find(moduleCode)
                .filter(module -> module.level() > 1)
                .flatMap(module -> module.prerequisites().stream()
                        .filter(code -> catalogue
                                .find(code)
                                .filter(other -> isBefore(other, module))
                                .isPresent())
                        .findFirst());
    }

    private static boolean isBefore(TrainingModule one, TrainingModule other) {
        return one.rubric() == other.rubric() && one.level() == other.level() - 1;
    }

    /** Those of these people whom the session asks for a level that they have neither followed nor before them. */
    public Set<Long> lacking(TrainingSession session, Collection<Long> people) {
        Optional<String> before = people.isEmpty() ? Optional.empty() : before(session.moduleCode());
        if (before.isEmpty()) {
            return Set.of();
        }
        Map<Long, Set<String>> trained = records.of(people, session.day());
        Set<Long> lacking = new HashSet<>(people);
        lacking.removeIf(id -> trained.getOrDefault(id, Set.of()).contains(before.get()));
        if (!lacking.isEmpty()) {
            lacking.removeAll(List.copyOf(coming(session, before.get(), lacking)));
        }
        return lacking;
    }

    private List<Long> coming(TrainingSession session, String module, Collection<Long> people) {
        return jdbc.sql("""
                SELECT e.agent_id FROM enrolment e JOIN training_session s ON s.id = e.session_id
                WHERE s.module_code = :module AND s.ends_at <= :start AND e.active_agent_id IN (:people)
                AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT') AND s.state <> 'NON_REALISEE'""")
                .param("module", module)
                .param("start", session.startsAt())
                .param("people", people)
                .query(Long.class)
                .list();
    }
}
