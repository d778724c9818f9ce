package fr.forment.family;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The fiche's order is trainers, director, users, then parents: a school meets its parents once the people who present
 * the ENT to them are trained. Asked only of a meeting to come, while the school is not open.
 */
@Component
@RequiredArgsConstructor
class FirstMeetingDay {

    private final JdbcClient jdbc;

    /** @throws Refusal with the first day that is possible */
    void refuseTooSoon(String uai, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            lastTraining(uai, today).filter(last -> !last.isBefore(day)).ifPresent(last -> {
                throw new Refusal(
                        "L'équipe qui présente l'ENT aux parents n'est pas encore formée ce jour-là : la dernière formation de l'école avant l'ouverture est le "
                                + French.day(last) + ". Première date possible pour la réunion : le "
                                + French.day(last.plusDays(1)) + ".",
                        "jour");
            });
        }
    }

    /** Of what its people follow before the opening, as the sessions of plans in force stand. */
    private Optional<LocalDate> lastTraining(String uai, LocalDate today) {
        return jdbc.sql("""
                SELECT COALESCE(CAST(t.ends_at AS DATE), s.held_on) AS held_on
                  FROM planned_session_school c JOIN planned_session s ON s.id = c.planned_session
                  JOIN training_plan p ON p.id = s.plan_id AND p.state = 'APPROUVE'
                  LEFT JOIN training_session t ON t.project_id = p.project_id AND t.plan_line = s.line
                 WHERE c.school_uai = :uai AND s.profiles <> 'PARENT'
                   AND (t.state IS NULL OR t.state NOT IN ('ANNULEE', 'NON_REALISEE', 'CLOTUREE', 'ARCHIVEE'))
                   AND EXISTS (SELECT 1 FROM training_module m JOIN module_profile f ON f.training_module = m.id
                                WHERE m.code = s.module_code AND f.before_opening = TRUE)
                   AND NOT EXISTS (SELECT 1 FROM vague_school v JOIN vague g ON g.id = v.vague_id
                                    WHERE g.project_id = p.project_id AND v.school_uai = :uai AND v.opened_on IS NOT NULL)
                 ORDER BY 1 DESC FETCH FIRST 1 ROWS ONLY""").param("uai", uai).query(LocalDate.class).optional().filter(last -> !last.isBefore(today));
    }
}
