package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Phase;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.Warning;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.need.VagueNeedService;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vague that begins after the days of its sessions: nobody is flooded, all get their dates together. */
@HouseTest
class LateVagueTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService projects;

    @Autowired
    Projects known;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    AmendmentService amendments;

    @Autowired
    VagueNeedService need;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionDates dates;

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private Vague vague;
    private TheCase theCase;

    /** The plan is approved, the trainers are trained, and only then, too late, its first vague begins. */
    @BeforeEach
    void aVagueThatBeginsLate() {
        made = ground.projectWithNeeds();
        people.as(made.circo().ien());
        driver.theCase("entProject", made.number()).completes("frame", stages.framing());
        projects.needsGathered(made.number());
        driver.runDue();
        long plan = plans.latest(made.number()).orElseThrow().id();
        driver.theCase("trainingPlan", plan)
                .completes("comment", Map.of("about", "", "remark", "", "choice", "soumettre"))
                .completes("approve", Map.of("decision", "approuver", "remarks", ""));
        stages.trainTrainers(made.circo());
        LocalDate today = driver.now().toLocalDate();
        LocalDate last = lines().stream()
                .map(PlannedSession::day)
                .max(LocalDate::compareTo)
                .orElseThrow();
        long weeks = ChronoUnit.WEEKS.between(today, last) + 1;
        lines().forEach(line -> jdbc.sql("UPDATE planned_session SET held_on = ? WHERE id = ?")
                .params(line.day().minusWeeks(weeks), line.id())
                .update());
        projects.trainersTrained(made.number());
        driver.runDue();
        vague = known.vagues(made.number()).get(0);
        theCase = driver.theCase("vague", vague.id()).waitsAt("reviewNeed");
    }

    @Test
    void theFormSaysHowManySessionsAreLateAndOneClickPlansThemAnew() {
        List<PlannedSession> before = lines();
        assertThat(before).hasSizeGreaterThanOrEqualTo(3);
        assertThat(theCase.formOf("reviewNeed").get("lateCount")).isEqualTo(String.valueOf(before.size()));
        assertThat(theCase.formOf("reviewNeed").get("lateSessions").toString()).contains("à des dates déjà passées");
        assertThat(shown()).containsEntry("amending", false).containsEntry("choice", "REPLAN");
        long written = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM outbox_mail")
                .query(Long.class)
                .single();

        theCase.completes("reviewNeed", Map.of("choice", "REPLAN", "motive", ""))
                .passed("recordNeed")
                .didNotPass("openSessions")
                .waitsAt("replanned");
        Plan amendment = plans.latest(made.number()).orElseThrow();
        driver.theCase("trainingPlan", amendment.id()).waitsAt("approve").didNotPass("revise");
        assertThat(amendment.state()).isEqualTo(PlanState.SOUMIS);
        assertThat(sessions.ofProject(made.number())).noneMatch(session -> session.vagueId() != null);

        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "approuver", "remarks", ""));
        driver.runDue();
        theCase.passed("replanned", "openSessions").waitsAt("trained");
        List<TrainingSession> opened = ofVague();
        LocalDate first = dates.firstDay(made.circo().uai());
        assertThat(opened).hasSameSizeAs(before).allSatisfy(session -> {
            assertThat(session.state()).isNotEqualTo(SessionState.DATE_A_FIXER);
            assertThat(session.day()).isAfterOrEqualTo(first);
        });
        assertThat(opened).noneMatch(session -> driver.theCase("trainingSession", session.id())
                .hasPassed("askDate"));
        assertThat(orders(opened)).as("what comes first still comes first").isTrue();
        assertThat(jdbc.sql(
                                "SELECT template FROM outbox_mail WHERE id > ? AND template LIKE 'session/%' AND (template LIKE '%moved%' OR template LIKE '%postponed%' OR template LIKE '%date%')")
                        .param(written)
                        .query(String.class)
                        .list())
                .as("nobody hears of dates that nobody knew")
                .isEmpty();
    }

    @Test
    void thePlanMayGoBackToTheTeamAndARejectionBringsTheQuestionBack() {
        theCase.completes("reviewNeed", Map.of("choice", "WAIT", "motive", "La vague a un mois de retard"))
                .waitsAt("replanned");
        Plan amendment = plans.latest(made.number()).orElseThrow();
        driver.theCase("trainingPlan", amendment.id()).waitsAt("revise");

        amendments.abandon(amendment.id());
        driver.runDue();
        theCase.passed("isStillLate").didNotPass("openSessions").waitsAt("reviewNeed");

        theCase.completes("reviewNeed", Map.of("choice", "REPLAN", "motive", ""))
                .waitsAt("replanned");
        driver.theCase("trainingPlan", plans.latest(made.number()).orElseThrow().id())
                .completes("approve", Map.of("decision", "rejeter", "remarks", "Pas avant juin"));
        driver.runDue();
        theCase.didNotPass("openSessions").waitsAt("reviewNeed");

        theCase.completes("reviewNeed", Map.of("choice", "FITS", "motive", "")).waitsAt("trained");
        assertThat(ofVague())
                .as("a person wanted it so")
                .isNotEmpty()
                .allMatch(session -> session.state() == SessionState.DATE_A_FIXER);
    }

    @Test
    void whereNobodyLooksTheDatesAreProposedAllTheSame() {
        theCase.fires("needOverdue")
                .passed("noteUnreviewed")
                .didNotPass("openSessions")
                .waitsAt("replanned");
        driver.theCase("trainingPlan", plans.latest(made.number()).orElseThrow().id())
                .waitsAt("approve");
        assertThat(stages.mailTo(made.circo().ien(), "needUnreviewed")).contains("nouvelles dates");
    }

    @Test
    void anAmendmentUnderWayIsWaitedFor() {
        amendments.prepare(plans.approved(made.number()).orElseThrow().id(), "Grève");
        assertThat(shown()).containsEntry("amending", true).containsEntry("choice", "WAIT");
        assertThat(shown().get("lateSessions").toString()).contains("un avenant est déjà");
        assertThat(theCase.refuses("reviewNeed", Map.of("choice", "REPLAN", "motive", "")))
                .contains("déjà en préparation");
        theCase.completes("reviewNeed", Map.of("choice", "WAIT", "motive", "")).waitsAt("replanned");
    }

    /** The plan seats them already: other dates make that neither better nor worse. */
    @Test
    void hoursThatAreGoneHoldNoNewDatesUp() {
        long plan = plans.approved(made.number()).orElseThrow().id();
        jdbc.sql("UPDATE training_plan SET beyond_hours = 'Décidé en conseil' WHERE id = ?")
                .param(plan)
                .update();
        made.circo()
                .teachers()
                .forEach(teacher -> jdbc.sql("""
                        INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state)
                        VALUES (?, '2026-2027', 'essai', 2000, 'OUTSIDE')""").param(teacher.id()).update());

        theCase.completes("reviewNeed", Map.of("choice", "REPLAN", "motive", ""))
                .waitsAt("replanned");
        Plan amendment = plans.latest(made.number()).orElseThrow();
        assertThat(plans.warnings(amendment.id()))
                .filteredOn(warning -> warning.text().contains("assez d'heures"))
                .isNotEmpty()
                .allMatch(warning -> warning.weight() == Warning.Weight.IMPORTANT);
        driver.theCase("trainingPlan", amendment.id()).waitsAt("approve").didNotPass("revise");
    }

    @Test
    void theProposalIsReadBeforehandOnThePageOfWhatHappened() throws Exception {
        long plan = plans.approved(made.number()).orElseThrow().id();
        String text = visitor.page(made.circo().erun(), "/plans/" + plan + "/evenement?quoi=RETARD")
                .text();
        assertThat(text)
                .contains("La date prévue est passée")
                .contains("changent de date")
                .doesNotContain("Ce qui ne peut pas être sauvé");
    }

    /** To whoever opens the task now. */
    private Map<String, Object> shown() {
        return tasks.remembered(tasks.in("vague", vague.id()).get(0));
    }

    private List<PlannedSession> lines() {
        return plans.sessions(plans.approved(made.number()).orElseThrow().id(), Phase.VAGUE, 1);
    }

    private List<TrainingSession> ofVague() {
        return sessions.ofProject(made.number()).stream()
                .filter(session -> session.vagueId() != null)
                .toList();
    }

    private boolean orders(List<TrainingSession> opened) {
        Map<Integer, TrainingSession> byLine =
                opened.stream().collect(Collectors.toMap(TrainingSession::planLine, Function.identity()));
        return lines().stream()
                .filter(line -> line.moduleCode().equals("PEDA-1"))
                .allMatch(later -> lines().stream()
                        .filter(line -> line.moduleCode().equals("PRES-ECOLE"))
                        .filter(line -> line.seats().keySet().stream().anyMatch(later.seats()::containsKey))
                        .allMatch(earlier -> byLine.get(earlier.line())
                                .day()
                                .isBefore(byLine.get(later.line()).day())));
    }
}
