package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.plan.LeavingSchools;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.project.PlaceState;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.opening.SchoolArrivalService;
import fr.forment.project.opening.SchoolDepartureService;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school goes, or comes back, while a version that says otherwise waits: what was said last stands. */
@HouseTest
@Tag("attack")
class NewerWordTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService planning;

    @Autowired
    ProjectService service;

    @Autowired
    Plans plans;

    @Autowired
    Projects projects;

    @Autowired
    LeavingSchools leaving;

    @Autowired
    SchoolArrivalService arrivals;

    @Autowired
    SchoolDepartureService departures;

    @Autowired
    RecheckClock recheck;

    @Autowired
    Visitor visitor;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private String school;
    private Plan amendment;
    private String seen;

    @BeforeEach
    void anAmendmentThatLetsASchoolGo() throws Exception {
        made = ground.projectWithNeeds();
        school = made.school(0);
        long plan = planning.begin(made.number()).id();
        driver.theCase("trainingPlan", plan)
                .waitsAt("comment")
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
        decide(plan);
        String page = "/plans/" + plan + "/evenement?quoi=DEPART&ecole=" + school;
        seen = visitor.page(made.circo().cpc(), page)
                .select("form[method=post] input[name=vu]")
                .attr("value");
        visitor.as(made.circo().cpc(), post(page).param("vu", seen));
        amendment = plans.latest(made.number()).filter(Plan::isAmendment).orElseThrow();
    }

    @Test
    void aSchoolThatCameBackMeanwhileStaysAndWhoDecidesReadsIt() throws Exception {
        comesBack();
        recheck.look();
        assertThat(leaving.of(amendment.id())).isEmpty();
        submit();
        assertThat(visitor.page(made.circo().ien(), "/plans/" + amendment.id()).text())
                .contains("est revenue dans le projet depuis que cette version la laisse partir")
                .contains("l'approuver ne l'en fait pas sortir");
        decide(amendment.id());
        assertThat(state()).isNotEqualTo(PlaceState.RETIREE);
    }

    /** The version after one that was sent back was made from what was said then. */
    @Test
    void theVersionThatIsSentBackForgetsNoReturn() throws Exception {
        comesBack();
        submit();
        people.as(made.circo().ien());
        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "Un jour plus tard."))
                .waitsAt("revise");
        submit();
        decide(amendment.id());
        assertThat(state()).isNotEqualTo(PlaceState.RETIREE);
    }

    /** Said once more after the return, the departure is the newer word. */
    @Test
    void aDepartureSaidAgainAfterTheReturnIsCarriedOut() {
        comesBack();
        leaving.note(amendment.id(), school);
        submit();
        decide(amendment.id());
        assertThat(state()).isEqualTo(PlaceState.RETIREE);
    }

    /** It is judged by and by: the gesture of whoever lets a school go does not hang on a plan. */
    @Test
    void aSchoolLeavesWhateverAVersionThatWaitsExpectsOfIt() {
        String other = made.school(1);
        people.as(made.circo().ien());
        departures.leave(made.number(), other, "Autre ENT");
        assertThat(projects.place(made.number(), other).orElseThrow().state()).isEqualTo(PlaceState.RETIREE);
        assertThat(asked()).as("the version is looked at again").isPositive();
        recheck.look();
        assertThat(asked()).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM plan_load WHERE plan_id = ? AND school_uai = ?")
                        .params(amendment.id(), other)
                        .query(Integer.class)
                        .single())
                .as("nobody of it is counted")
                .isZero();
    }

    /** The school left, came back, and the project was given up: that is the newest word, not the older place. */
    @Test
    void aDirectorReadsThatTheProjectWasAbandoned() throws Exception {
        comesBack();
        people.as(made.circo().ien());
        service.abandon(made.number(), "La commune renonce.");
        assertThat(visitor.page(made.circo().directors().get(0), "/ecole").text())
                .contains("a été abandonné le")
                .doesNotContain("ne fait plus partie", "ne fait pas encore partie");
        assertThat(visitor.page(made.circo().ien(), "/projets/" + made.number() + "/bilan")
                        .text())
                .doesNotContain("Encore ouvert aujourd'hui");
    }

    @Test
    void whoClicksTwiceReadsThatItIsDone() throws Exception {
        String other = made.school(1);
        String page = "/projets/" + made.number();
        for (int click = 0; click < 2; click++) {
            var answer = visitor.as(
                    made.circo().ien(),
                    post(page + "/sortie").param("ecoleSortie", other).param("motifSortie", "Autre ENT"));
            assertThat(answer.getRedirectedUrl()).isEqualTo(page);
        }
        assertThat(again()).isEqualTo("/plans/" + amendment.id());
    }

    /** What led to the amendment, said once more. */
    private String again() throws Exception {
        String page = "/plans/" + amendment.basePlanId() + "/evenement?quoi=DEPART&ecole=" + school;
        return visitor.as(made.circo().cpc(), post(page).param("vu", seen)).getRedirectedUrl();
    }

    private int asked() {
        return jdbc.sql("SELECT COUNT(*) FROM plan_recheck WHERE plan_id = ?")
                .param(amendment.id())
                .query(Integer.class)
                .single();
    }

    private void comesBack() {
        people.as(made.circo().ien());
        departures.leave(made.number(), school, "Elle part.");
        arrivals.join(
                made.number(), school, projects.vagues(made.number()).get(0).rank(), "");
    }

    private void submit() {
        people.as(made.circo().erun());
        driver.theCase("trainingPlan", amendment.rootId()).completes("revise", Map.of("note", ""));
    }

    private void decide(long root) {
        people.as(made.circo().ien());
        driver.theCase("trainingPlan", root)
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
    }

    private PlaceState state() {
        return projects.place(made.number(), school).orElseThrow().state();
    }
}
