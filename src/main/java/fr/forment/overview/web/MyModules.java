package fr.forment.overview.web;

import fr.forment.account.AgentFunction;
import fr.forment.arrival.Arrival;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Validity;
import fr.forment.project.readiness.PlannedOpening;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a teacher follows on the way to the ENT of the own school, and how far that is: modules asked before the
 * opening, those that the plan in force counts for the school, and whatever the person has begun. Whoever directs a
 * school finds the way of the school instead, whoever has just arrived the path of the arrival.
 */
@Component
@RequiredArgsConstructor
class MyModules {

    private final JdbcClient jdbc;

    /**
     * A module of the path.
     *
     * @param trainedOn null while it is to be followed
     * @param accompanied nobody followed it: the person was accompanied instead, as the path of the arrival says
     * @param startsAt of the place the person has; null without one
     * @param dueOn by when it is followed alone; null where it is not
     * @param asked a place was asked for
     */
    record Step(
            String code,
            String title,
            boolean beforeOpening,
            boolean planned,
            LocalDate trainedOn,
            boolean accompanied,
            LocalDateTime startsAt,
            LocalDate dueOn,
            boolean asked) {

        public boolean isDone() {
            return trainedOn != null;
        }

        private boolean isBegun() {
            return isDone() || startsAt != null || dueOn != null || asked;
        }
    }

    /** @param opensOn of the school's ENT; null without a project */
    record Path(List<Step> steps, LocalDate opensOn, boolean open, LocalDate today) {

        /** In French, with a full stop. */
        public String opening() {
            return open
                    ? "L'ENT de votre école est ouvert depuis le " + French.day(opensOn) + "."
                    : PlannedOpening.ofSchool(opensOn, today) + ".";
        }

        public long done() {
            return steps.stream()
                    .filter(step -> step.isDone() && !step.accompanied())
                    .count();
        }

        public long accompanied() {
            return steps.stream().filter(Step::accompanied).count();
        }
    }

    private record Opening(LocalDate opensOn, boolean open) {}

    /** Empty for who has none. */
    Optional<Path> of(Agent myself, LocalDateTime now) {
        if (myself == null
                || myself.schoolUai() == null
                || !myself.function().isTeacher()
                || myself.function() == AgentFunction.DIRECTEUR) {
            return Optional.empty();
        }
        Opening opening = opening(myself.schoolUai());
        List<Step> steps = steps(myself, now).stream()
                .filter(step -> step.isBegun() || step.planned() || opening != null && step.beforeOpening())
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Path(
                        steps,
                        opening == null ? null : opening.opensOn(),
                        opening != null && opening.open(),
                        now.toLocalDate()));
    }

    private Opening opening(String schoolUai) {
        return jdbc.sql("""
                SELECT COALESCE(p.opened_on, v.opens_on) AS opens_on, CASE WHEN p.state = 'EN_SERVICE' THEN TRUE ELSE FALSE END AS open
                  FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN project t ON t.id = v.project_id
                 WHERE p.school_uai = ? AND p.state NOT IN ('REPORTEE', 'RETIREE') AND t.state <> 'ABANDONNE'
                 ORDER BY p.id DESC FETCH FIRST 1 ROWS ONLY""").param(schoolUai).query(Opening.class).optional().orElse(null);
    }

    private List<Step> steps(Agent myself, LocalDateTime now) {
        return jdbc.sql("""
                SELECT m.code, m.title, f.before_opening,
                       CASE WHEN EXISTS (SELECT 1 FROM plan_need d JOIN training_plan p ON p.id = d.plan_id AND p.state = 'APPROUVE'
                                          WHERE d.school_uai = :school AND d.module_code = m.code AND d.profile = 'ENSEIGNANT' AND d.people > 0)
                            THEN TRUE ELSE FALSE END AS planned,
                       (SELECT MAX(r.trained_on) FROM training_record r WHERE r.agent_id = :me AND r.module_code = m.code AND %s) AS trained_on,
                       CASE WHEN EXISTS (SELECT 1 FROM training_record r WHERE r.agent_id = :me AND r.module_code = m.code AND r.source LIKE :accompanied AND %s)
                            THEN TRUE ELSE FALSE END AS accompanied,
                       (SELECT MIN(o.starts_at) FROM occupation o JOIN training_session s ON s.id = o.session_id
                         JOIN enrolment e ON e.session_id = s.id AND e.active_agent_id = :me
                         WHERE o.agent_id = :me AND o.starts_at >= :now AND s.state <> 'DATE_A_FIXER' AND s.module_code = m.code) AS starts_at,
                       (SELECT MIN(l.due_on) FROM self_study_person w JOIN self_study l ON l.id = w.self_study_id
                         WHERE w.agent_id = :me AND w.state = 'A_SUIVRE' AND l.module_code = m.code) AS due_on,
                       CASE WHEN EXISTS (SELECT 1 FROM place_request q WHERE q.active_agent_id = :me AND q.module_code = m.code)
                            THEN TRUE ELSE FALSE END AS asked
                  FROM training_module m JOIN module_profile f ON f.training_module = m.id AND f.profile = 'ENSEIGNANT'
                 WHERE m.active ORDER BY f.before_opening DESC, m.position, m.code""".formatted(Validity.HOLDS, Validity.HOLDS))
                .param("me", myself.id())
                .param("school", myself.schoolUai())
                .param("now", now)
                .param("accompanied", Arrival.ACCOMPANIED + "%")
                .param("held", now.toLocalDate())
                .query(Step.class)
                .list();
    }
}
