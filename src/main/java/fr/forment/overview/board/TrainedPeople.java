package fr.forment.overview.board;

import fr.forment.people.Validity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the plans in force have come: people they count against people who hold the module, of the same places.
 * Families and pupils are not trained by the house and not counted; whoever works for a whole département counts where
 * he was trained: few, as their code says, else every enrolment there is would be looked through for them. One
 * statement, however many.
 */
@Component
@RequiredArgsConstructor
public class TrainedPeople {

    private static final String WHOLE = """
            SELECT %1$s AS place, n.module_code AS module, SUM(n.needed) AS needed, SUM(COALESCE(r.trained, 0)) AS trained,
                   SUM(COALESCE(r.before, 0)) AS before
              FROM (SELECT d.school_uai, COALESCE(s.circonscription_uai, d.school_uai) AS circonscription_uai, d.module_code, SUM(d.people) AS needed
                      FROM plan_need d JOIN training_plan p ON p.id = d.plan_id AND p.state = 'APPROUVE' LEFT JOIN school s ON s.uai = d.school_uai
                     WHERE d.school_uai IN (SELECT uai FROM school WHERE circonscription_uai IN (:places) UNION ALL SELECT uai FROM circonscription WHERE uai IN (:places))
                       AND COALESCE(s.circonscription_uai, d.school_uai) IN (:places) AND d.profile NOT IN ('PARENT', 'ELEVE') AND d.people > 0
                       AND (:module = '' OR d.module_code = :module)
                     GROUP BY d.school_uai, COALESCE(s.circonscription_uai, d.school_uai), d.module_code) n
              LEFT JOIN (SELECT w.school_uai, w.module_code, COUNT(*) AS trained, SUM(CASE WHEN w.trained_on <= :before THEN 1 ELSE 0 END) AS before
                      FROM (SELECT COALESCE(a.school_uai, a.circonscription_uai) AS school_uai, t.module_code, t.trained_on
                              FROM (SELECT * FROM training_record r WHERE %2$s) t JOIN %3$s a ON a.id = t.agent_id
                             WHERE (a.left_on IS NULL OR a.left_on > :today)
                               AND (:module = '' OR t.module_code = :module)
                            UNION ALL
                            SELECT x.circonscription_uai, t.module_code, t.trained_on
                              FROM (SELECT * FROM training_record r WHERE %2$s) t JOIN agent a ON a.id = t.agent_id
                              JOIN (SELECT DISTINCT e.agent_id, h.circonscription_uai, h.module_code
                                      FROM training_session h JOIN enrolment e ON e.session_id = h.id JOIN agent d ON d.id = e.agent_id
                                     WHERE h.circonscription_uai IN (:places) AND d.school_uai IS NULL AND d.circonscription_uai IS NULL AND d.departement_code IS NOT NULL) x
                                ON x.agent_id = a.id AND x.module_code = t.module_code
                             WHERE (a.left_on IS NULL OR a.left_on > :today) AND (:module = '' OR t.module_code = :module)) w
                     GROUP BY w.school_uai, w.module_code) r ON r.school_uai = n.school_uai AND r.module_code = n.module_code
             GROUP BY %1$s, n.module_code ORDER BY 1, 2""";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** By circonscription and module. */
    public List<Trained> of(Collection<String> circonscriptions) {
        return read("n.circonscription_uai", circonscriptions, "");
    }

    /**
     * The same of one module, school by school, and the circonscription for its own people: the sum is what {@link #of}
     * says.
     */
    public List<Trained> bySchool(String module, Collection<String> circonscriptions) {
        return read("n.school_uai", circonscriptions, module);
    }

    private List<Trained> read(String place, Collection<String> circonscriptions, String module) {
        if (circonscriptions.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(WHOLE.formatted(place, Validity.HOLDS, PlacePeople.OF_PLACES))
                .param("places", circonscriptions)
                .param("module", module)
                .param("today", today)
                .param("held", today)
                .param("before", today.minusDays(30))
                .query(Trained.class)
                .list();
    }
}
