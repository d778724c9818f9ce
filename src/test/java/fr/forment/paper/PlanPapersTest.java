package fr.forment.paper;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.PlanningGround.Case;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** The papers of a plan, as they are taken from its page; veraPDF is the judge. */
@HouseTest
class PlanPapersTest {

    private static final String HOSTILE = "<b>&amp; « œuvre » ]]></table><script>=1+1 \u0007é";

    @Autowired
    private PlanningGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private Visitor visitor;

    @Autowired
    private TestGround people;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    private Case made;
    private long plan;
    private String pdf;

    @BeforeEach
    void begin() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        pdf = "/plans/" + plan + "/plan.pdf";
    }

    @Test
    void aPlanThatIsNotCalculatedYetIsAPaperToo() throws Exception {
        assertThatPdf(taken(made.circo().erun(), pdf))
                .isAccessible()
                .isKept()
                .saysOnEachPage("PROJET – non approuvé")
                .says("Aucune session n’est prévue", "n’est pas encore calculée", "Première version");
    }

    @Test
    void saysWhatThePageSays() throws Exception {
        calculate();
        assertThatPdf(taken(made.circo().dsi(), pdf))
                .isAccessible()
                .isKept()
                .saysOnEachPage("PROJET – non approuvé")
                .says(
                        "Plan de formation à l’ENT",
                        "Essai " + made.circo().uai(),
                        "8 sessions",
                        "Par module et par vague",
                        "Semaine du ",
                        "École par école",
                        "École d’essai 1 (Commune-1)",
                        "Besoins sans place",
                        "Ce qui a compté")
                .doesNotSay("demandées", made.circo().teachers().get(0).fullName());

        state("APPROUVE");
        assertThatPdf(taken(made.circo().ien(), pdf))
                .saysOnEachPage("Approuvé le 01/10/2026")
                .doesNotSay("PROJET");
    }

    @Test
    void saysWhatItCostsWhoseHoursItTakesAndWhatWouldFreeTheRest() throws Exception {
        calculate();
        assertThatPdf(taken(made.circo().erun(), pdf)).isAccessible().says("le coût n’est pas connu");
        jdbc.sql("INSERT INTO plan_price (plan_id, kind, cents) VALUES (?, 'HEURE_EN', 4550)")
                .param(plan)
                .update();
        jdbc.sql(
                        "INSERT INTO plan_cost_line (plan_id, position, label, quantity, cents) VALUES (?, 0, 'Visioconférence', 2, 1000)")
                .param(plan)
                .update();
        Document page = visitor.page(made.circo().erun(), "/plans/" + plan + "/moyens");
        List<String> shown = Stream.of(
                        page.select("section[aria-labelledby=heures] tbody th"),
                        page.select("section[aria-labelledby=couts] p:has(strong)"),
                        page.select("section[aria-labelledby=manques] td[data-label='Ce qui le permettrait']"))
                .flatMap(cells -> cells.eachText().stream())
                .toList();
        assertThat(shown).hasSizeGreaterThan(2);
        assertThatPdf(taken(made.circo().erun(), pdf))
                .isAccessible()
                .isKept()
                .says("Disponibles", "Visioconférence", "Ce qui le permettrait")
                .says(shown.stream().map(said -> said.replace("'", "’")).toArray(String[]::new));
    }

    /** Tables over several pages, weeks of many sessions, and whatever people type. */
    @Test
    void holdsSixtySessionsAndWhatWasTypedInThem() throws Exception {
        calculate();
        int few =
                statements.during(() -> taken(made.circo().erun(), pdf)).said().size();
        addSessions(60, HOSTILE);
        jdbc.sql("UPDATE training_plan SET reason = ? WHERE id = ?")
                .params(HOSTILE, plan)
                .update();
        jdbc.sql("UPDATE project SET title = ? WHERE id = ?")
                .params(HOSTILE, made.number())
                .update();

        var many = statements.during(() -> taken(made.circo().erun(), pdf));

        assertThat(many.said().size()).as(many.told()).isEqualTo(few).isLessThanOrEqualTo(40);
        assertThatPdf(many.answer())
                .isAccessible()
                .isKept()
                .hasPages(6)
                .saysOnEachPage("PROJET – non approuvé")
                .says("<b>&amp; « œuvre » ]]></table><script>=1+1 é", "Session", "Différences");
    }

    @Test
    void tellsWhatChangedSinceTheVersionBefore() throws Exception {
        calculate();
        jdbc.sql("""
                INSERT INTO training_plan (version, project_id, root_id, number, kind, state, created_on)
                VALUES (0, ?, ?, 2, 'INITIAL', 'CALCULE', '2026-09-10')""").params(made.number(), plan).update();
        long next = jdbc.sql("SELECT MAX(id) FROM training_plan WHERE root_id = ?")
                .param(plan)
                .query(Long.class)
                .single();

        assertThatPdf(taken(made.circo().erun(), "/plans/" + next + "/plan.pdf"))
                .isAccessible()
                .says("Par rapport à : Plan, version 1.", "Ligne 1 supprimée : ");
    }

    @Test
    void aPlanTooLargeForAPaperIsSentToTheWorkbook() throws Exception {
        addSessions(PlanPapers.MOST_SESSIONS + 1, "Bruz");
        MockHttpServletResponse refused = visitor.as(made.circo().erun(), get(pdf));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("401 sessions", "XLSX");
        taken(made.circo().erun(), "/plans/" + plan + "/plan.xlsx");
    }

    @Test
    void aDirectorTakesThePaperOfHisSchoolOnceThePlanIsApproved() throws Exception {
        calculate();
        String path = "/plans/" + plan + "/ecoles/" + made.school(0) + "/formations.pdf";
        Agent director = made.circo().directors().get(0);
        assertThat(visitor.as(director, get(path)).getStatus()).isEqualTo(404);
        assertThatPdf(taken(made.circo().cpc(), path)).saysOnEachPage("PROJET – non approuvé");

        state("APPROUVE");
        assertThatPdf(taken(director, path))
                .isAccessible()
                .isKept()
                .says("Formations à l’ENT prévues pour votre école", "École d’essai 1 (Commune-1)", "Approuvé le")
                .doesNotSay("PROJET");
        assertThat(visitor.as(made.circo().directors().get(1), get(path)).getStatus())
                .as("another school's")
                .isEqualTo(404);
        assertThat(visitor.as(director, get(pdf)).getStatus()).isEqualTo(403);
        assertThat(visitor.as(people.circonscription(1).ien(), get(pdf)).getStatus())
                .isEqualTo(404);
    }

    private void calculate() {
        driver.theCase("trainingPlan", plan).waitsAt("comment");
    }

    private void state(String state) {
        jdbc.sql("UPDATE training_plan SET state = ?, decided_on = '2026-10-01' WHERE id = ?")
                .params(state, plan)
                .update();
    }

    /** Ten a week, in the two last schools. */
    private void addSessions(int number, String place) {
        var line = new AtomicInteger(100);
        for (int i = 0; i < number; i++) {
            jdbc.sql("""
                    INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                                                 trainer_kind, trainer_agent_id, profiles, expected)
                    VALUES (?, ?, 'VAGUE', 2, 'PEDA-1', DATEADD(DAY, ?, DATE '2026-11-04'), '13:30', 180, ?, 'PRESENTIEL', 22, 'ERUN_DSI', ?, 'ENSEIGNANT', 5)""")
                    .params(
                            plan,
                            line.incrementAndGet(),
                            i / 10 * 7,
                            place,
                            made.circo().erun().id())
                    .update();
        }
        jdbc.sql(
                        "INSERT INTO planned_session_school SELECT id, CAST(? AS VARCHAR(8)), 5 FROM planned_session WHERE plan_id = ? AND line > 100")
                .params(made.school(3), plan)
                .update();
    }

    private byte[] taken(Agent who, String path) throws Exception {
        MockHttpServletResponse answer = visitor.as(who, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsByteArray();
    }
}
