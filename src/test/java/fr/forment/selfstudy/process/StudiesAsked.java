package fr.forment.selfstudy.process;

import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.grid.Grid;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanService;
import fr.forment.plan.Plans;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.project.BilanService;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueEngaged;
import fr.forment.selfstudy.Follower;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.selfstudy.SelfStudy;
import fr.forment.session.Sessions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The needs of two schools are gathered; a plan is made, and who studies alone is asked to. */
abstract class StudiesAsked {

    static final LocalDate OPENING = LocalDate.of(2027, 3, 29);
    static final String CHARTER = "CHARTE";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Visitor visitor;

    @Autowired
    Grid grid;

    @Autowired
    PlanService planning;

    @Autowired
    Plans plans;

    @Autowired
    PlanAsides asides;

    @Autowired
    SchoolFeedbacks feedbacks;

    @Autowired
    Projects projects;

    @Autowired
    SelfStudies studies;

    @Autowired
    Sessions sessions;

    @Autowired
    TrainingRecords records;

    @Autowired
    HoursLedger hours;

    @Autowired
    BilanService bilans;

    @Autowired
    JdbcClient jdbc;

    Circo circo;
    Agent aesh;
    Agent cpd;
    Campaign campaign;

    /** The first of two schools answers, the second is estimated. */
    @BeforeEach
    void needsAreGathered() {
        circo = ground.circonscription(2);
        aesh = ground.agent(NewAgent.inSchool(
                "Aide" + circo.uai(),
                "Sam",
                "aesh." + circo.uai() + "@exemple.invalid",
                AgentFunction.AESH,
                school(0)));
        cpd = ground.agent(NewAgent.inDepartement(
                "Conseil" + circo.uai(), "Ana", "cpd." + circo.uai() + "@exemple.invalid", AgentFunction.CPD, "035"));
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        jdbc.sql("UPDATE vague SET opens_on = ? WHERE project_id = ?")
                .params(OPENING, campaign.projectId())
                .update();
        driver.runDue();
        ground.as(circo.directors().get(0));
        Map<String, Object> answer = goodAnswer();
        answer.putAll(Map.of(
                "aesh",
                1,
                "atsem",
                2,
                "hasResourcePerson",
                "yes",
                "resourcePersons",
                2,
                "resourcePersonChoice",
                String.valueOf(circo.teachers().get(0).id()),
                "resourcePersonConsent",
                true,
                "formats",
                "[\"AUTOFORMATION\",\"REGROUPEMENT\"]"));
        driver.theCase("needsSurvey", campaigns.surveyOf(campaign, school(0)).id())
                .completes("answer", answer);
        ground.as(circo.ien());
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Assez de réponses"));
        jdbc.sql("UPDATE campaign SET state = 'INTEGREE' WHERE id = ?")
                .param(campaign.id())
                .update();
    }

    String school(int number) {
        return circo.schools().get(number);
    }

    Plan planned() {
        Plan plan = planning.begin(campaign.projectId());
        driver.runDue();
        return plans.find(plan.id()).orElseThrow();
    }

    /** The vague is engaged upon the plan in force. */
    SelfStudy engaged() {
        Plan plan = planned();
        ground.as(circo.erun());
        TheCase approval = driver.theCase("trainingPlan", plan.id())
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
        ground.as(circo.ien());
        approval.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""));
        campaigns.publish(new VagueEngaged(vague().id()));
        driver.runDue();
        long id = jdbc.sql("SELECT id FROM self_study WHERE project_id = ? AND module_code = ?")
                .params(campaign.projectId(), CHARTER)
                .query(Long.class)
                .single();
        return studies.find(id).orElseThrow();
    }

    Vague vague() {
        return projects.vagues(campaign.projectId()).get(0);
    }

    TheCase theCase(SelfStudy study) {
        return driver.theCase("selfStudy", study.id());
    }

    Follower follower(SelfStudy study, Agent agent) {
        return studies.followersOf(study.id()).stream()
                .filter(row -> row.agentId() == agent.id())
                .findFirst()
                .orElseThrow();
    }

    List<String> letters(Agent agent, String room) {
        return jdbc.sql("SELECT template FROM outbox_mail WHERE to_address = ? AND template LIKE ? ORDER BY id")
                .params(agent.email(), room + "/%")
                .query(String.class)
                .list();
    }

    int declares(Agent agent, long follower) throws Exception {
        return visitor.as(agent, post("/autoformations/" + follower + "/suivie"))
                .getStatus();
    }
}
