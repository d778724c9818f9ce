package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever decides that a school leaves reads the figures that stand once it has left. */
@HouseTest
class DepartureFiguresTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    PlanAsides asides;

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;
    private String gone;

    @BeforeEach
    void approve() {
        made = ground.projectWithNeeds();
        gone = made.school(0);
        // more than what a school has seats for: it goes on lacking them, whatever the plan does
        jdbc.sql("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, wish)
                SELECT id, CAST(? AS VARCHAR(8)), 'CHARTE', 'ENSEIGNANT', 7, 0, '' FROM campaign WHERE project_id = ?""").params(gone, made.number()).update();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan)
                .waitsAt("comment")
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
        decide(plan);
    }

    @Test
    void everyFigureOfAnAmendmentCountsWithoutTheSchoolThatLeaves() throws Exception {
        assertThat(asides.of(plan)).extracting(PlanAside::schoolUai).contains(gone);
        Plan amendment = leaves();
        Document open = page(amendment);
        assertThat(number(missing(open)))
                .as("nobody of it lacks a place any more")
                .isLessThanOrEqualTo(number(missing(page(plans.find(plan).orElseThrow()))));
        assertThat(alerts(amendment)).noneMatch(text -> text.contains("sans place"));
        assertThat(asides.of(amendment.id())).extracting(PlanAside::schoolUai).doesNotContain(gone);
        assertThat(open.select("table:has(caption:contains(sans place)), table:has(caption:contains(École)) tbody th")
                        .eachText())
                .noneMatch(text -> text.contains(gone));
        List<String> before = alerts(amendment);
        List<PlanAside> alone = asides.of(amendment.id());

        people.as(made.circo().erun());
        driver.theCase("trainingPlan", amendment.id())
                .waitsAt("revise")
                .completes("revise", Map.of("note", ""))
                .waitsAt("approve");
        assertThat(alerts(amendment)).isEqualTo(before);
        decide(amendment.id());
        Document approved = page(plans.find(amendment.id()).orElseThrow());
        assertThat(missing(approved)).as("as it was decided on").isEqualTo(missing(open));
        assertThat(asides.of(amendment.id())).isEqualTo(alone);
        assertThat(jdbc.sql(
                                "SELECT to_address FROM outbox_mail WHERE template = 'plan/approvedForSchool' AND mail_key LIKE ?")
                        .param("%:" + amendment.id() + ":%")
                        .query(String.class)
                        .list())
                .as("for whom nothing changes reads nothing; who leaves has a letter of its own")
                .isEmpty();
        assertThat(jdbc.sql(
                                "SELECT to_address FROM outbox_mail WHERE template = 'project/schoolLeft' AND bundle_id IS NOT NULL AND to_address = ?")
                        .param(made.circo().directors().get(0).email())
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    /** Sent back, the next version lets the same school go. */
    @Test
    void theVersionThatIsSentBackForgetsNoDeparture() throws Exception {
        Plan amendment = leaves();
        people.as(made.circo().erun());
        driver.theCase("trainingPlan", amendment.id()).completes("revise", Map.of("note", ""));
        people.as(made.circo().ien());
        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "Un jour plus tard."))
                .waitsAt("revise");
        Plan next = plans.current(amendment.rootId()).orElseThrow();
        assertThat(next.id()).isNotEqualTo(amendment.id());
        assertThat(alerts(next)).noneMatch(text -> text.contains("sans place"));
        people.as(made.circo().erun());
        driver.theCase("trainingPlan", amendment.id()).completes("revise", Map.of("note", ""));
        decide(amendment.id());
        assertThat(jdbc.sql("SELECT state FROM vague_school WHERE school_uai = ?")
                        .param(gone)
                        .query(String.class)
                        .list())
                .containsExactly("RETIREE");
    }

    private Plan leaves() throws Exception {
        String page = "/plans/" + plan + "/evenement?quoi=DEPART&ecole=" + gone;
        Agent cpc = made.circo().cpc();
        String seen = visitor.page(cpc, page)
                .select("form[method=post] input[name=vu]")
                .attr("value");
        visitor.as(cpc, post(page).param("vu", seen));
        return plans.latest(made.number()).filter(Plan::isAmendment).orElseThrow();
    }

    private void decide(long root) {
        people.as(made.circo().ien());
        driver.theCase("trainingPlan", root)
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
    }

    private Document page(Plan of) throws Exception {
        return visitor.page(made.circo().ien(), "/plans/" + of.id());
    }

    private static int number(String told) {
        String digits = told.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String missing(Document page) {
        return page.select("p:contains(sans place), p:contains(a une place)")
                .first()
                .text();
    }

    private List<String> alerts(Plan of) {
        return plans.warnings(of.id()).stream().map(each -> each.text()).toList();
    }
}
