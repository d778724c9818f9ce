package fr.forment.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.BilanService;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.WhatWasTold;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.SessionClosed;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionPhases;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The bilan of a vague is drafted from what the rooms know; meetings with families are reminded of, and not typed
 * twice.
 */
@HouseTest
class VagueBilanTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    BilanService bilans;

    @Autowired
    MeetingService meetings;

    @Autowired
    OpenTasks tasks;

    @Autowired
    WhatWasTold told;

    @Autowired
    SchoolMeetings schoolMeetings;

    @Autowired
    SessionGround sessions;

    @Autowired
    SessionPhases phases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitor visitor;

    private Circo circo;

    @BeforeEach
    void listen() {
        told.startAnew();
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    @Test
    void eachRoomSaysWhatItKnowsAndWhoDecidesReadsIt() throws Exception {
        circo = ground.circonscription(2);
        Project project = stages.created(circo, 1);
        Vague vague = opened(project);
        TheCase theCase = driver.theCase("vague", vague.id()).waitsAt("stabilised");
        meet(0, 34);
        theCase.fires("stabilised").waitsAt("decideNext");

        assertThat(stages.mailsTo(circo.directors().get(0), "meetingAwaited"))
                .as("has met its families")
                .isZero();
        assertThat(stages.mailsTo(circo.directors().get(1), "meetingAwaited")).isEqualTo(1);
        meet(1, 21);
        assertThat(bilans.find(project.id(), vague.id()).orElseThrow().about(Topic.FAMILLES))
                .as("noted after the bilan, before the decision")
                .contains("2 réunions notées par les directions, 55 parents venus.");
        meetings.remove(schoolMeetings.of(circo.schools().get(1)).get(0), 0);
        List<VagueSchool> places = projects.schoolsOf(vague.id());
        driver.theCase("schoolOpening", places.get(0).id())
                .completes(
                        "reportUse", Map.of("activeClasses", 2, "parentAccounts", 60, "difficulties", "<b>Wifi</b>"));

        var bilan = bilans.find(project.id(), vague.id()).orElseThrow();
        assertThat(bilan.about(Topic.FAMILLES))
                .contains(
                        "1 réunion notée par les directions, 34 parents venus.",
                        "1 école où l'ENT est ouvert n'a noté aucune réunion de parents.");
        assertThat(bilan.about(Topic.USAGES).get(0))
                .startsWith("À 30 jours : 1 réponse sur 2 écoles interrogées, 2 classes actives")
                .contains("1 école signale des difficultés");
        assertThat(bilan.about(Topic.USAGES))
                .as("nobody owes an answer to what is not asked yet")
                .contains("À 90 jours : pas encore demandé.");
        assertThat(bilan.about(Topic.DEROGATIONS)).containsExactly("Aucune dérogation.");
        assertThat(bilan.about(Topic.INCIDENTS)).isNotEmpty();
        assertThat(bilan.about(Topic.BESOINS)).isNotEmpty();
        assertThat(bilan.about(Topic.PROPOSITION).get(0)).contains("1 point à regarder");
        assertThat(tasks.prefilled("vague", vague.id(), "decideNext")
                        .get("bilanSummary")
                        .toString())
                .contains(
                        "1 point à regarder",
                        "34 parents",
                        "École par école",
                        "personnes formées",
                        "Heures\\-formateurs");
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id() + "/vagues/1/bilan")
                        .text())
                .contains("Familles", "Usages", "Proposition pour la suite", "personnes formées");
    }

    /** Of parents, for one: it held nobody back, and who decides is to read of it. */
    @Test
    void aSessionThatEndsAfterTheBilanStandsInItUntilItIsDecidedOn() {
        circo = ground.circonscription(2);
        Project project = stages.created(circo, 1);
        Vague vague = opened(project);
        TheCase theCase = driver.theCase("vague", vague.id()).fires("stabilised");
        long session = closedIn(project, vague, LocalDate.of(2027, 5, 19));
        assertThat(held(project, vague)).isZero();
        events.publishEvent(new SessionClosed(session));
        assertThat(held(project, vague)).isEqualTo(1);

        theCase.completes("decideNext", Map.of("choice", "STOP", "motive", "Fin du marché"));
        driver.theCase("entProject", project.id()).waitsAt("validateBilan");
        assertThat(held(project, null)).isEqualTo(1);
        assertThat(bilans.find(project.id(), null).orElseThrow().about(Topic.BESOINS))
                .as("new needs, vague by vague")
                .isNotEmpty()
                .allMatch(said -> said.startsWith("Vague 1 – "));
        long later = closedIn(project, vague, LocalDate.of(2027, 5, 26));
        events.publishEvent(new SessionClosed(later));
        assertThat(held(project, null)).isEqualTo(2);
        assertThat(held(project, vague)).as("decided on").isEqualTo(1);
    }

    private int held(Project project, Vague vague) {
        return bilans.find(project.id(), vague == null ? null : vague.id())
                .orElseThrow()
                .done()
                .sessions();
    }

    /** One that took place, as it stands when this is told. */
    private long closedIn(Project project, Vague vague, LocalDate day) {
        long id = sessions.session(circo, day.atTime(14, 0), 10, 1).id();
        jdbc.sql(
                        "UPDATE training_session SET project_id = ?, vague_id = ?, phase_id = ?, state = 'CLOTUREE' WHERE id = ?")
                .params(
                        project.id(),
                        vague.id(),
                        phases.of(project.id(), vague.id()).id(),
                        id)
                .update();
        return id;
    }

    @Test
    void aMeetingOfThePlanIsNotedInOneGesture() throws Exception {
        circo = ground.circonscription(2);
        String school = circo.schools().get(0);
        Agent director = circo.directors().get(0);
        var planned = plans.plan(circo, "VAGUES");
        LocalDate day = driver.now().toLocalDate().plusDays(20);
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-PARENTS",
                day,
                LocalTime.of(18, 0),
                45,
                60,
                circo.erun().id(),
                List.of("PARENT"),
                Map.of(school, 40));
        String page = "/ecole/" + school + "/familles";
        assertThat(visitor.page(director, page).text()).contains("Prévues au plan de formation");
        var form = visitor.page(director, page)
                .select("form:has([name=jour][type=hidden])")
                .first();
        visitor.as(
                director,
                post(form.attr("action"))
                        .param("jour", form.select("[name=jour]").val())
                        .param("heure", form.select("[name=heure]").val())
                        .param("lieu", form.select("[name=lieu]").val()));
        assertThat(visitor.page(director, page).text())
                .doesNotContain("Prévues au plan de formation")
                .contains("18 h");
        assertThat(visitor.page(
                                circo.directors().get(1),
                                "/ecole/" + circo.schools().get(1) + "/familles")
                        .text())
                .doesNotContain("Prévues au plan");
    }

    /** Its parents are counted by whoever gave it: noted by the direction as well they would count twice. */
    @Test
    void aMeetingThatItsSessionCountedIsNotNotedAgain() throws Exception {
        circo = ground.circonscription(1);
        String school = circo.schools().get(0);
        var planned = plans.plan(circo, "VAGUES");
        LocalDate day = LocalDate.of(2026, 9, 16);
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-PARENTS",
                day,
                LocalTime.of(18, 0),
                45,
                60,
                circo.erun().id(),
                List.of("PARENT"),
                Map.of(school, 40));
        long session = sessions.session(circo, day.atTime(18, 0), 60, 1).id();
        jdbc.sql(
                        "UPDATE training_session SET project_id = ?, plan_line = 1, state = 'CLOTUREE', head_count = 34 WHERE id = ?")
                .params(planned.projectId(), session)
                .update();
        var page = visitor.page(circo.directors().get(0), "/ecole/" + school + "/familles");
        assertThat(page.text().replace('\u00a0', ' '))
                .contains("mercredi 16 septembre 2026", "Réunion tenue", "34 parents venus");
        assertThat(page.select("form:has([name=jour][type=hidden])")).isEmpty();
    }

    private void meet(int school, int parents) {
        meetings.announce(
                circo.schools().get(school),
                new NewMeeting(driver.now().toLocalDate(), null, "Salle de motricité", parents),
                driver.now().toLocalDate());
    }

    private Vague opened(Project project) {
        stages.trainTrainers(circo);
        stages.toFirstVague(project);
        Vague vague = projects.vagues(project.id()).get(0);
        for (int school = 0; school < circo.schools().size(); school++) {
            stages.trainSchool(circo, school);
        }
        for (VagueSchool place : projects.schoolsOf(vague.id())) {
            driver.theCase("schoolOpening", place.id())
                    .completes(
                            "engage", stages.engagement(circo, circo.schools().indexOf(place.schoolUai())));
        }
        vagues.trained(vague.id());
        driver.runDue();
        driver.travelTo(ProjectGround.FIRST_OPENING.atTime(9, 0));
        return vague;
    }
}
