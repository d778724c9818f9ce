package fr.forment.phase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attendance.MarksService;
import fr.forment.attendance.Sheets;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.hours.HoursLedger;
import fr.forment.journal.Journal;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.PlanApproved;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.Plans;
import fr.forment.project.Bilan;
import fr.forment.project.BilanDue;
import fr.forment.project.BilanService;
import fr.forment.project.ProjectAbandoned;
import fr.forment.project.Projects;
import fr.forment.project.TrainersDue;
import fr.forment.project.VagueEngaged;
import fr.forment.project.need.SchoolPostponed;
import fr.forment.project.need.VagueRedone;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.Obstacle;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.LeftOut;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class TrainingPhasePathTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionProcess process;

    @Autowired
    SessionService service;

    @Autowired
    MarksService marks;

    @Autowired
    Sheets sheets;

    @Autowired
    LeftOut leftOut;

    @Autowired
    PlanFollowUp followUp;

    @Autowired
    Plans approved;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    MailBox mails;

    @Autowired
    Journal history;

    @Autowired
    Projects projects;

    @Autowired
    BilanService bilans;

    @Autowired
    HoursLedger hours;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Planned planned;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
        planned = plans.plan(circo, "FORMATEURS");
    }

    /** An hour and a half by the CPC, for twenty at most. */
    private void line(
            int number,
            String module,
            LocalDate day,
            LocalTime start,
            List<String> profiles,
            Map<String, Integer> seats) {
        plans.line(
                planned,
                number,
                "VAGUE",
                module,
                day,
                start,
                90,
                20,
                circo.cpc().id(),
                profiles,
                seats);
    }

    private void parents(Planned plan, int number, LocalDate day, Long trainer, Map<String, Integer> seats) {
        plans.line(
                plan,
                number,
                "VAGUE",
                "PRES-PARENTS",
                day,
                LocalTime.of(18, 0),
                45,
                60,
                trainer,
                List.of("PARENT"),
                seats);
    }

    @Test
    void opensTheTrainersSessionsAndTellsTheProjectAfterTheLast() {
        plans.line(
                planned,
                1,
                "FORMATEURS",
                "ADM-ERUN",
                WEDNESDAY,
                LocalTime.of(9, 0),
                360,
                8,
                circo.supplier().id(),
                List.of("ERUN", "DSI"),
                Map.of());
        plans.line(
                planned,
                2,
                "FORMATEURS",
                "PRES-CADRES",
                WEDNESDAY.plusDays(1),
                AFTERNOON,
                120,
                8,
                circo.supplier().id(),
                List.of("IEN", "CPC", "ERUN"),
                Map.of());
        plans.tell(new TrainersDue(planned.projectId()));
        var phase = driver.theCase("trainingPhase", phaseId())
                .passed("openSessions")
                .waitsAt("ready");
        List<TrainingSession> opened = sessions.ofProject(planned.projectId());
        assertThat(opened).extracting(TrainingSession::moduleCode).containsExactly("ADM-ERUN", "PRES-CADRES");
        assertThat(opened).extracting(TrainingSession::minimum).containsExactly(2, 3);
        assertThat(agentsIn(opened.get(0)))
                .containsExactlyInAnyOrder(circo.erun().id(), circo.dsi().id());
        assertThat(agentsIn(opened.get(1)))
                .containsExactlyInAnyOrder(
                        circo.ien().id(), circo.cpc().id(), circo.erun().id());

        opened.forEach(plans::book);
        opened.forEach(session -> driver.theCase("trainingSession", session.id()));
        driver.travelTo(WEDNESDAY.plusDays(2));
        everybodyCame(opened.get(0));
        driver.theCase("trainingSession", opened.get(0).id()).completes("mark", Map.of("confirmed", true));
        assertThat(projects.find(planned.projectId()).orElseThrow().trainersTrainedOn())
                .as("one session is still open")
                .isNull();
        phase.waitsAt("ready");
        everybodyCame(opened.get(1));
        driver.theCase("trainingSession", opened.get(1).id()).completes("mark", Map.of("confirmed", true));
        phase.isEnded().passed("ready", "tellProject");
        assertThat(projects.find(planned.projectId()).orElseThrow().trainersTrainedOn())
                .isEqualTo(WEDNESDAY.plusDays(2));
        assertThat(records.has(circo.erun().id(), "ADM-ERUN")).isTrue();
    }

    @Test
    void aPhaseWithoutSessionIsOverAtOnceButNotWithinTheEvent() {
        plans.tell(new VagueEngaged(planned.vagueId()));
        assertThat(projects.vague(planned.vagueId()).orElseThrow().trainedOn()).isNull();
        driver.theCase("trainingPhase", phaseId())
                .passed("openSessions", "tellProject")
                .didNotPass("ready")
                .isEnded();
        assertThat(projects.vague(planned.vagueId()).orElseThrow().trainedOn()).isNotNull();
    }

    @Test
    void tellsTheVagueWhenItsLastSessionIsCancelled() {
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), seats(3));
        plans.tell(new VagueEngaged(planned.vagueId()));
        var phase = driver.theCase("trainingPhase", phaseId()).waitsAt("ready");
        TrainingSession only = sessions.ofVague(planned.vagueId()).get(0);
        driver.theCase("trainingSession", only.id());
        service.cancel(only.id(), "Grève");
        phase.isEnded();
        assertThat(projects.vague(planned.vagueId()).orElseThrow().trainedOn()).isNotNull();
    }

    /** Parents met after the opening day hold no school; the phase goes on with them. */
    @Test
    void meetingsWithParentsDoNotHoldTheSchoolsOfTheVague() {
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), seats(3));
        line(2, "PRES-PARENTS", WEDNESDAY.plusWeeks(2), AFTERNOON, List.of("PARENT"), Map.of());
        plans.tell(new VagueEngaged(planned.vagueId()));
        var phase = driver.theCase("trainingPhase", phaseId()).waitsAt("ready");
        List<TrainingSession> both = sessions.ofVague(planned.vagueId());
        assertThat(both).extracting(TrainingSession::isForParents).containsExactly(false, true);
        both.forEach(session -> driver.theCase("trainingSession", session.id()));
        service.cancel(both.get(0).id(), "Grève");
        driver.runDue();
        phase.passed("tellProject").waitsAt("awaitsLast");
        assertThat(projects.vague(planned.vagueId()).orElseThrow().trainedOn())
                .as("nothing that must come before the opening is left")
                .isNotNull();
        service.cancel(both.get(1).id(), "Grève");
        phase.isEnded();
    }

    /**
     * Nobody must have followed it before the opening, and parents are still to be met: it is held anew all the same.
     */
    @Test
    void waitsForEachSessionThatIsHeldAnewWhateverItsModule() {
        line(1, "PRES-PARENTS", WEDNESDAY.plusWeeks(6), AFTERNOON, List.of("PARENT"), Map.of());
        plans.tell(new VagueEngaged(planned.vagueId()));
        var phase = driver.theCase("trainingPhase", phaseId()).waitsAt("awaitsLast");
        jdbc.sql("UPDATE vague SET trained_on = NULL, redone = TRUE WHERE id = ?")
                .param(planned.vagueId())
                .update();
        plans.tell(new VagueRedone(planned.vagueId()));
        Planned next = plans.amended(planned);
        plans.line(
                next,
                2,
                "VAGUE",
                "PRES-PERSONNELS",
                LocalDate.of(2026, 9, 2),
                AFTERNOON,
                60,
                20,
                null,
                List.of("NON_ENSEIGNANT"),
                Map.of());
        plans.tell(new PlanApproved(next.planId(), planned.projectId(), planned.planId()));
        plans.tell(new VagueEngaged(planned.vagueId()));
        phase.waitsAt("ready").passed("resumed");
        TrainingSession anew = sessions.ofVague(planned.vagueId()).stream()
                .filter(session -> session.planLine() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(anew.state()).isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(projects.vague(planned.vagueId()).orElseThrow().trainedOn()).isNull();
        driver.theCase("trainingSession", anew.id());
        service.cancel(anew.id(), "Faute de formateur");
        driver.runDue();
        phase.passed("tellProject");
        assertThat(projects.vague(planned.vagueId()).orElseThrow().trainedOn()).isNotNull();
        plans.tell(new BilanDue(planned.projectId(), planned.vagueId()));
        assertThat(bilans.find(planned.projectId(), planned.vagueId())
                        .orElseThrow()
                        .about(Bilan.Topic.PLAN))
                .filteredOn(said -> said.startsWith("À refaire"))
                .singleElement()
                .asString()
                .contains("personnels non enseignants")
                .endsWith("annulée.");
    }

    /** The ENT their parents would be shown does not open with this vague. */
    /** Whoever ends the last session and whoever has some held anew may come in the same moment. */
    @Test
    void isTakenUpAgainInTheMomentItsLastSessionEnds() {
        line(1, "PRES-PARENTS", WEDNESDAY.plusWeeks(6), AFTERNOON, List.of("PARENT"), Map.of());
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.theCase("trainingPhase", phaseId()).waitsAt("awaitsLast");
        jdbc.sql("UPDATE training_session SET state = 'ANNULEE' WHERE phase_id = ?")
                .param(phaseId())
                .update();
        jdbc.sql("UPDATE session_phase SET remaining = 0 WHERE id = ?")
                .param(phaseId())
                .update();
        process.phaseSettled(phaseId());
        line(2, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), seats(3));
        plans.tell(new VagueRedone(planned.vagueId()));
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        assertThat(sessions.ofVague(planned.vagueId()))
                .extracting(TrainingSession::planLine)
                .contains(2);
        driver.theCase("trainingPhase", phaseId()).waitsAt("ready");
    }

    @Test
    void aSchoolThatIsPostponedMeetsNoParentsInItsOldVague() {
        String gone = circo.schools().get(0);
        String stays = circo.schools().get(1);
        parents(planned, 1, WEDNESDAY.plusWeeks(2), circo.erun().id(), Map.of(gone, 40));
        parents(planned, 2, WEDNESDAY.plusWeeks(3), circo.erun().id(), Map.of(stays, 40));
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.theCase("trainingPhase", phaseId()).waitsAt("awaitsLast");
        List<TrainingSession> both = sessions.ofVague(planned.vagueId());
        both.forEach(session -> driver.theCase("trainingSession", session.id()));
        postpone(gone);
        plans.tell(new SchoolPostponed(planned.vagueId(), gone));
        assertThat(sessions.ofVague(planned.vagueId()))
                .extracting(TrainingSession::planLine, session -> session.state() == SessionState.ANNULEE)
                .containsExactly(tuple(1, true), tuple(2, false));
    }

    @Test
    void aMeetingOfASchoolThatHasLeftIsNotOpened() {
        parents(planned, 1, WEDNESDAY.plusWeeks(2), null, Map.of(circo.schools().get(0), 40));
        parents(planned, 2, WEDNESDAY.plusWeeks(3), null, Map.of(circo.schools().get(1), 40));
        postpone(circo.schools().get(0));
        assertThat(opened()).extracting(TrainingSession::planLine).containsExactly(2);
    }

    private void postpone(String school) {
        jdbc.sql("UPDATE vague_school SET state = 'REPORTEE' WHERE vague_id = ? AND school_uai = ?")
                .params(planned.vagueId(), school)
                .update();
    }

    @Test
    void enrolsThePublicThePlanMeansUnderTheRules() {
        Agent trained = circo.teachers().get(0);
        Agent tired = circo.teachers().get(1);
        transaction.executeWithoutResult(tx -> {
            records.record(trained.id(), "PRES-ECOLE", LocalDate.of(2026, 1, 7), "import");
            hours.plan(tired.id(), "2026-2027", 330, "autre:1");
        });
        jdbc.sql("UPDATE vague_school SET state = 'REPORTEE' WHERE vague_id = ? AND school_uai = ?")
                .params(planned.vagueId(), circo.schools().get(2))
                .update();
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), seats(3));
        TrainingSession session = opened().get(0);
        assertThat(agentsIn(session))
                .as("neither trained already, nor without hours, nor of a school that left")
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).id(),
                        circo.directors().get(1).id(),
                        circo.teachers().get(2).id(),
                        circo.teachers().get(3).id());
        assertThat(session.booked()).isEqualTo(4);
        assertThat(leftOut.of(session.id())).containsExactly(new LeftOut.Person(tired.id(), Obstacle.HEURES));
        assertThat(hours.entMinutesLeft(circo.directors().get(0).id(), "2026-2027"))
                .isEqualTo(270);
        assertThat(gaps(session))
                .containsExactlyInAnyOrder(
                        circo.schools().get(0) + " 1/3 module déjà suivi (1) plus assez d'heures disponibles (1)",
                        circo.schools().get(2) + " 0/3 école sortie de la vague (3)");
        assertThat(mails.about("trainingPhase:openSessions:" + phaseId() + ":"))
                .extracting(QueuedMail::toAddress, QueuedMail::subject)
                .containsExactly(tuple(circo.erun().email(), "Inscriptions : 2 écarts avec le plan"));
    }

    @Test
    void sharesASchoolBetweenTwoSessionsAndNamesWhomThePlanHasNoPlaceFor() {
        Map<String, Integer> one = Map.of(circo.schools().get(0), 1);
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), one);
        line(2, "PRES-ECOLE", WEDNESDAY.plusDays(7), AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), one);
        List<TrainingSession> both = opened();
        assertThat(agentsIn(both.get(0)))
                .as("the director first")
                .containsExactly(circo.directors().get(0).id());
        assertThat(agentsIn(both.get(1)))
                .as("one, though there is room for twenty")
                .hasSize(1);
        assertThat(leftOut.of(both.get(0).id())).isEmpty();
        assertThat(leftOut.of(both.get(1).id()))
                .extracting(LeftOut.Person::obstacle)
                .containsExactly(Obstacle.HORS_PLAN);
        assertThat(gaps(both.get(1)))
                .containsExactly(circo.schools().get(0) + " 1/1 sans place prévue par le plan (1)");
        enrolments.enrol(both.get(1).id(), leftOut.of(both.get(1).id()).get(0).agentId(), null);
        assertThat(leftOut.of(both.get(1).id())).isEmpty();
        assertThat(gaps(both.get(1))).containsExactly(circo.schools().get(0) + " 2/1 inscription en plus du plan (1)");
    }

    @Test
    void whoIsPlannedWhereNoPlaceIsLeftWaits() {
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-ECOLE",
                WEDNESDAY,
                AFTERNOON,
                90,
                2,
                circo.cpc().id(),
                List.of("DIRECTEUR"),
                seats(1));
        TrainingSession session = opened().get(0);
        assertThat(agentsIn(session)).hasSize(2);
        assertThat(gaps(session)).singleElement().asString().endsWith("0/1 en liste d'attente (1)");
    }

    @Test
    void asManyOfEachProfileAsTheGridAskedFor() {
        String school = circo.schools().get(0);
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), Map.of(school, 2));
        List.of("DIRECTEUR", "ENSEIGNANT").forEach(profile -> jdbc.sql(
                        "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) VALUES (?, ?, 'PRES-ECOLE', ?, ?)")
                .params(planned.planId(), school, profile, profile.equals("DIRECTEUR") ? 0 : 2)
                .update());
        assertThat(agentsIn(opened().get(0)))
                .containsExactlyInAnyOrder(
                        circo.teachers().get(0).id(), circo.teachers().get(1).id());
    }

    @Test
    void hoursAreLeftForWhatElseThePlanHas() {
        String school = circo.schools().get(0);
        Agent rich = circo.teachers().get(1);
        transaction.executeWithoutResult(
                tx -> hours.plan(circo.teachers().get(0).id(), "2026-2027", 270, "autre:1"));
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("ENSEIGNANT"), Map.of(school, 1));
        line(2, "SENS-CHGT", WEDNESDAY.plusDays(7), AFTERNOON, List.of("ENSEIGNANT"), Map.of(school, 2));
        List<TrainingSession> both = opened();
        assertThat(agentsIn(both.get(0)))
                .as("who has most hours, and nobody beyond the plan")
                .containsExactly(rich.id());
        assertThat(agentsIn(both.get(1))).hasSize(2);
        assertThat(mails.about("trainingPhase:openSessions:" + phaseId() + ":"))
                .as("nobody's place is missing, one has none")
                .hasSize(1);
    }

    @Test
    void neverPutsAPersonOrATrainerInTwoPlaces() {
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR"), seats(1));
        line(2, "SENS-CHGT", WEDNESDAY, AFTERNOON.plusMinutes(30), List.of("DIRECTEUR"), seats(1));
        List<TrainingSession> both = opened();
        assertThat(agentsIn(both.get(0))).hasSize(3);
        assertThat(agentsIn(both.get(1))).isEmpty();
        assertThat(both.get(1).trainerId()).as("to be named by a person").isNull();
        assertThat(leftOut.of(both.get(1).id()))
                .extracting(LeftOut.Person::obstacle)
                .containsOnly(Obstacle.CHEVAUCHEMENT)
                .hasSize(3);
    }

    /**
     * In a constellation no hour of the year is left, and the module comes before the opening: enrolled where somebody
     * chose that the plan goes beyond hours for it; of others hours are kept.
     */
    @Test
    void enrolsWhoIsInAConstellationWherePeopleChoseToGoBeyondHours() {
        jdbc.sql("UPDATE training_plan SET beyond_hours = 'Sans quoi l''école n''ouvre pas' WHERE id = ?")
                .param(planned.planId())
                .update();
        Agent apart = inAConstellation();
        List<TrainingSession> both = opened();
        assertThat(agentsIn(both.get(0))).contains(apart.id());
        assertThat(agentsIn(both.get(1)))
                .as("this one can wait for a year with hours")
                .doesNotContain(apart.id());
    }

    @Test
    void leavesOutWhoIsInAConstellationWhereNobodyChoseOtherwise() {
        Agent apart = inAConstellation();
        List<TrainingSession> both = opened();
        assertThat(agentsIn(both.get(0)))
                .as("everybody else of the three schools")
                .hasSize(8)
                .doesNotContain(apart.id());
        assertThat(agentsIn(both.get(1))).doesNotContain(apart.id());
        assertThat(leftOut.of(both.get(0).id()))
                .extracting(LeftOut.Person::obstacle)
                .containsExactly(Obstacle.HEURES);
    }

    private Agent inAConstellation() {
        Agent apart = circo.teachers().get(0);
        jdbc.sql("UPDATE agent SET constellation = TRUE WHERE id = ?")
                .param(apart.id())
                .update();
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR", "ENSEIGNANT"), seats(3));
        plans.line(
                planned,
                2,
                "VAGUE",
                "PEDA-1",
                WEDNESDAY.plusDays(7),
                AFTERNOON,
                180,
                20,
                circo.cpc().id(),
                List.of("ENSEIGNANT"),
                seats(3));
        return apart;
    }

    /** The day is told with its break, which is nobody's hours. */
    @Test
    void breaksADayOfTrainingAtNoon() {
        plans.line(
                planned,
                1,
                "FORMATEURS",
                "ADM-ERUN",
                WEDNESDAY,
                LocalTime.of(9, 0),
                360,
                8,
                circo.supplier().id(),
                List.of("ERUN", "DSI"),
                Map.of());
        plans.tell(new TrainersDue(planned.projectId()));
        driver.runDue();
        TrainingSession day = sessions.ofProject(planned.projectId()).get(0);
        assertThat(day.endsAt()).isEqualTo(WEDNESDAY.atTime(16, 0));
        assertThat(day.minutes()).isEqualTo(360);
    }

    /**
     * The vague began so late that nobody would be convoked fifteen school days ahead; for the second one the day is
     * past.
     */
    @Test
    void asksForADateWhereNobodyCanBeConvokedInTimeAnyMore() {
        line(1, "PRES-ECOLE", LocalDate.of(2026, 9, 15), AFTERNOON, List.of("DIRECTEUR"), seats(1));
        line(2, "PRES-ECOLE", LocalDate.of(2026, 8, 31), AFTERNOON, List.of("ENSEIGNANT"), seats(2));
        for (TrainingSession session : opened()) {
            TheCase theCase = driver.theCase("trainingSession", session.id())
                    .waitsAt("prepare", "decideDate")
                    .didNotPass("announce", "convoke");
            assertThat(theCase.candidatesOf("decideDate")).contains("erun." + circo.uai(), "ien." + circo.uai());
            assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.DATE_A_FIXER);
        }
    }

    @Test
    void enrolsNoParents() {
        parents(planned, 1, WEDNESDAY, circo.teachers().get(0).id(), seats(20));
        TrainingSession meeting = opened().get(0);
        assertThat(meeting.state()).isEqualTo(SessionState.OUVERTE);
        assertThat(meeting.isForParents()).isTrue();
        assertThat(sessions.enrolments(meeting.id())).isEmpty();
    }

    @Test
    void opensALongPlanChunkByChunkAndOnlyOnce() {
        for (int line = 1; line <= 103; line++) {
            parents(planned, line, WEDNESDAY.plusDays(line % 2), null, Map.of());
        }
        assertThat(opened()).hasSize(103);
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        assertThat(sessions.ofVague(planned.vagueId())).hasSize(103);
    }

    @Test
    void anAbandonedProjectTakesItsComingSessionsAlong() {
        line(1, "PRES-ECOLE", WEDNESDAY, AFTERNOON, List.of("DIRECTEUR"), seats(1));
        TrainingSession session = opened().get(0);
        jdbc.sql("UPDATE project SET state = 'ABANDONNE' WHERE id = ?")
                .param(planned.projectId())
                .update();
        plans.tell(new ProjectAbandoned(planned.projectId()));
        driver.theCase("trainingSession", session.id()).isEnded();
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.ANNULEE);
        driver.theCase("trainingPhase", phaseId()).isEnded();
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void comingSessionsFollowAnAmendmentOfThePlan() {
        for (int line = 1; line <= 3; line++) {
            parents(
                    planned,
                    line,
                    WEDNESDAY.plusDays(line - 1),
                    circo.teachers().get(0).id(),
                    seats(9));
        }
        List<TrainingSession> before = opened();
        before.forEach(session -> driver.theCase("trainingSession", session.id()));
        Planned amended = plans.amended(planned);
        parents(amended, 1, LocalDate.of(2026, 12, 9), circo.teachers().get(0).id(), seats(9));
        parents(amended, 2, LocalDate.of(2026, 12, 25), circo.teachers().get(0).id(), seats(9));
        parents(amended, 4, LocalDate.of(2026, 12, 10), null, seats(9));
        plans.tell(new PlanApproved(amended.planId(), planned.projectId(), planned.planId()));
        driver.runDue();
        Map<Integer, TrainingSession> after = new HashMap<>();
        sessions.ofVague(planned.vagueId()).forEach(session -> after.put(session.planLine(), session));
        assertThat(after).containsOnlyKeys(1, 2, 3, 4);
        assertThat(after.get(1).day()).isEqualTo(LocalDate.of(2026, 12, 9));
        assertThat(after.get(1).sequence()).isEqualTo(1);
        assertThat(after.get(2).day())
                .as("Christmas is no school day: the date stays, and the history says why")
                .isEqualTo(WEDNESDAY.plusDays(1));
        assertThat(history.of(TrainingSession.JOURNAL, after.get(2).id()))
                .last()
                .satisfies(line -> {
                    assertThat(line.after()).startsWith("Non repris – date : vendredi 25 décembre 2026");
                    assertThat(line.why()).contains("jour de classe");
                });
        assertThat(after.get(3).state()).isEqualTo(SessionState.ANNULEE);
        assertThat(after.get(4).state()).isEqualTo(SessionState.OUVERTE);
        assertThat(driver.incidents()).isEmpty();
    }

    private List<TrainingSession> opened() {
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.theCase("trainingPhase", phaseId()).passed("openSessions");
        return sessions.ofVague(planned.vagueId());
    }

    private Map<String, Integer> seats(int each) {
        Map<String, Integer> seats = new HashMap<>();
        circo.schools().forEach(uai -> seats.put(uai, each));
        return seats;
    }

    private List<String> gaps(TrainingSession session) {
        return followUp.of(approved.find(planned.planId()).orElseThrow(), approved.sessions(planned.planId())).stream()
                .filter(line -> line.sessionId() == session.id())
                .flatMap(line -> line.gaps().stream())
                .map(gap -> gap.schoolUai() + " " + gap.enrolled() + "/" + gap.planned() + " "
                        + String.join(" ", gap.reasons()))
                .toList();
    }

    private List<Long> agentsIn(TrainingSession session) {
        return sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().holdsPlace())
                .map(Enrolment::agentId)
                .toList();
    }

    private long phaseId() {
        return jdbc.sql("SELECT id FROM session_phase WHERE project_id = ?")
                .param(planned.projectId())
                .query(Long.class)
                .single();
    }

    private void everybodyCame(TrainingSession session) {
        sheets.halfDays(session).forEach(half -> marks.allPresent(session.id(), half.position()));
    }
}
