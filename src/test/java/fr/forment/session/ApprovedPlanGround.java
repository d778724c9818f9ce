package fr.forment.session;

import fr.forment.TestGround.Circo;
import fr.forment.mail.Dispatcher;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A project with one vague and an approved plan, written straight into the tables: the processes of those features do
 * not run here.
 */
@Component
public class ApprovedPlanGround {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final SessionMails mails;
    private final Sessions sessions;
    private final Dispatcher dispatcher;

    ApprovedPlanGround(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            SessionMails mails,
            Sessions sessions,
            Dispatcher dispatcher) {
        this.mails = mails;
        this.sessions = sessions;
        this.dispatcher = dispatcher;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    public record Planned(long projectId, long vagueId, long planId) {}

    /** Whom a plan seats hears of it by his summons only; here by a letter that has left. */
    public void tell(TrainingSession session) {
        transaction.executeWithoutResult(
                done -> sessions.enrolments(session.id()).forEach(row -> mails.enrolled(session, row, ":told")));
        dispatcher.run();
    }

    /** In the phase of the trainers; every school of the circonscription is in the vague. */
    public Planned plan(Circo circo, String projectState) {
        long project = insert("""
                INSERT INTO project (version, title, circonscription_uai, school_year, state, created_on, response_threshold, teacher_threshold,
                convention_signed, training_environment) VALUES (0, 'Projet d''essai', ?, '2026-2027', ?, DATE '2026-09-01', 80, 50, TRUE, FALSE)""", circo.uai(), projectState);
        long vague = insert(
                "INSERT INTO vague (version, project_id, rank, title, opens_on, state) VALUES (0, ?, 1, 'Vague 1', DATE '2027-01-04', 'FORMATION')",
                project);
        circo.schools()
                .forEach(uai -> insert(
                        "INSERT INTO vague_school (version, vague_id, school_uai, state) VALUES (0, ?, ?, 'ENGAGEE')",
                        vague,
                        uai));
        long plan = insert("""
                INSERT INTO training_plan (version, project_id, number, kind, state, created_on)
                VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')""", project);
        return new Planned(project, vague, plan);
    }

    /** The next version in force, still without lines. */
    public Planned amended(Planned before) {
        jdbc.sql("UPDATE training_plan SET state = 'REMPLACE' WHERE id = ?")
                .param(before.planId())
                .update();
        return new Planned(before.projectId(), before.vagueId(), insert("""
                INSERT INTO training_plan (version, project_id, series, number, kind, state, base_plan_id, created_on)
                SELECT 0, project_id, 1 + (SELECT COUNT(*) FROM training_plan a WHERE a.project_id = b.project_id AND a.kind = 'AVENANT'), 1,
                       'AVENANT', 'APPROUVE', id, DATE '2026-10-01' FROM training_plan b WHERE id = ?""", before.planId()));
    }

    /** @param seats people per school; empty: the circonscription's people, one of each profile */
    public void line(
            Planned planned,
            int line,
            String phase,
            String module,
            LocalDate day,
            LocalTime start,
            int minutes,
            int capacity,
            Long trainer,
            List<String> profiles,
            Map<String, Integer> seats) {
        Integer rank = phase.equals("VAGUE") ? 1 : null;
        long session = insert(
                """
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                trainer_kind, trainer_agent_id, profiles, expected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'Rennes', 'PRESENTIEL', ?, 'EQUIPE_CIRCONSCRIPTION', ?, ?, ?)""",
                planned.planId(),
                line,
                phase,
                rank,
                module,
                day,
                start,
                minutes,
                capacity,
                trainer,
                String.join(",", profiles),
                seats.isEmpty()
                        ? profiles.size()
                        : seats.values().stream().mapToInt(Integer::intValue).sum());
        seats.forEach((uai, people) -> jdbc.sql(
                        "INSERT INTO planned_session_school (planned_session, school_uai, people) VALUES (?, ?, ?)")
                .params(session, uai, people)
                .update());
    }

    /** Somebody has booked a room in the town the plan names: else nobody is summoned. */
    public void book(TrainingSession session) {
        jdbc.sql("UPDATE training_session SET place = 'Mairie, Rennes' WHERE id = ?")
                .param(session.id())
                .update();
    }

    public void tell(Object event) {
        transaction.executeWithoutResult(tx -> events.publishEvent(event));
    }

    private long insert(String sql, Object... values) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(key, "id");
        return key.getKey().longValue();
    }
}
