package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.plan.PlanningGround.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The letters of a plan in force: one to each director, what they need read for all of them at once. */
@HouseTest
class PlanLettersTest {

    @Autowired
    TestGround ground;

    @Autowired
    PlanningGround plans;

    @Autowired
    PlanRepository repository;

    @Autowired
    PlanMails mails;

    @Autowired
    Statements statements;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void costOneStatementEach() throws Exception {
        Case made = plans.projectWithNeeds();
        List<String> more = ground.circonscription(8).schools();
        var few = write(made, made.circo().schools().subList(0, 1));
        var many = write(made, more);
        assertThat(few.answer()).isEqualTo(1);
        assertThat(many.answer()).isEqualTo(8);
        assertThat(many.said().size() - few.said().size())
                .as("statements for 7 letters more: %s", many.told())
                .isEqualTo(7);
    }

    /** Answers how many directors were written to. */
    private Statements.Counted<Integer> write(Case made, List<String> schools) throws Exception {
        Plan plan = repository.findById(inForce(made, schools)).orElseThrow();
        return statements.during(() -> {
            transaction.executeWithoutResult(tx -> mails.approved(plan));
            return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE ?")
                    .param("trainingPlan:publish:" + plan.id() + ":%:%")
                    .query(Integer.class)
                    .single();
        });
    }

    private long inForce(Case made, List<String> schools) {
        long plan = insert(
                "INSERT INTO training_plan (version, project_id, number, kind, state, created_on) VALUES (0, ?, 1, 'INITIAL', 'APPROUVE', DATE '2026-09-01')",
                made.number());
        long line = insert("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                trainer_kind, trainer_agent_id, profiles, expected) VALUES (?, 1, 'VAGUE', 1, 'PEDA-1', DATE '2026-12-02', TIME '14:00', 180, 'Rennes',
                'PRESENTIEL', 20, 'EQUIPE_CIRCONSCRIPTION', ?, 'ENSEIGNANT', 2)""", plan, made.circo().cpc().id());
        schools.forEach(uai -> jdbc.sql(
                        "INSERT INTO planned_session_school (planned_session, school_uai, people) VALUES (?, ?, 2)")
                .params(line, uai)
                .update());
        return plan;
    }

    private long insert(String sql, Object... values) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(key, "id");
        return key.getKeyAs(Long.class);
    }
}
