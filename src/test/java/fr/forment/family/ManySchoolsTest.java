package fr.forment.family;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The families of a project of 400 schools: a page of fifty, asked of the database as that of sixty. */
@HouseTest
class ManySchoolsTest {

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround approved;

    @Autowired
    Visitor visitor;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areReadFiftyAtATime() throws Exception {
        Circo circo = ground.circonscription(1);
        Planned plan = approved.plan(circo, "FORMATEURS");
        String page = "/projets/" + plan.projectId() + "/familles";
        grow(circo, plan, 59);
        var few = statements.during(() -> visitor.page(circo.erun(), page));
        assertThat(few.answer().select("main tbody tr")).hasSize(50);
        grow(circo, plan, 340);
        var many = statements.during(() -> visitor.page(circo.erun(), page));
        assertThat(many.answer().select("main tbody tr")).hasSize(50);
        assertThat(many.answer().text()).contains("Page 1 sur 8");
        assertThat(many.said().size())
                .as(many.told())
                .isLessThanOrEqualTo(few.said().size())
                .isLessThanOrEqualTo(12);
        assertThat(visitor.page(circo.erun(), page + "?page=8").select("main tbody tr"))
                .hasSize(50);
    }

    private void grow(Circo circo, Planned plan, int more) {
        for (int i = 0; i < more; i++) {
            String uai = ground.school(circo.uai(), "École d'essai " + i, "Commune");
            jdbc.sql("INSERT INTO vague_school (version, vague_id, school_uai, state) VALUES (0, ?, ?, 'ENGAGEE')")
                    .params(plan.vagueId(), uai)
                    .update();
            jdbc.sql(
                            "INSERT INTO school_meeting (version, school_uai, held_on, place) VALUES (0, ?, DATE '2026-09-15', 'Préau')")
                    .param(uai)
                    .update();
        }
    }
}
