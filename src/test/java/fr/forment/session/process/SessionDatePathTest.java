package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.attendance.MarksService;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.StaffService;
import fr.forment.plan.PlanApproved;
import fr.forment.project.VagueEngaged;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionDateService;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A session that comes too late for its convocations is neither announced nor held before a person gives it a date.
 * Today is 1 September.
 */
@HouseTest
class SessionDatePathTest {

    private static final LocalDate TOO_NEAR = LocalDate.of(2026, 9, 15);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionService service;

    @Autowired
    StaffService staff;

    @Autowired
    MarksService marks;

    @Autowired
    SessionDateService dateService;

    @Autowired
    SessionDates dates;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient journal;

    private Circo circo;
    private Planned planned;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        planned = plans.plan(circo, "VAGUES");
    }

    @Test
    void takesThePersonsDateAndConvokesForItInTime() {
        TrainingSession session = opened(TOO_NEAR);
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .waitsAt("prepare", "decideDate")
                .passed("askDate")
                .didNotPass("announce");
        assertThat(some.writtenTo("askDate", session.id() + ":0:0"))
                .containsExactlyInAnyOrder(
                        circo.ien().email(), circo.cpc().email(), circo.erun().email());
        assertThat(theCase.formOf("decideDate"))
                .containsEntry("firstDay", "mardi 22 septembre 2026")
                .as("it would be refused")
                .containsEntry("completable", false);

        assertThat(theCase.refuses("decideDate", Map.of())).contains("Donner une autre date");
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", "2026-09-16", "motive", "Vague tardive")))
                .contains("ne peuvent plus être convoquées à temps", "mardi 22 septembre 2026");
        theCase.completes(
                        "decideDate", Map.of("decision", "REPORTER", "newDay", "2026-11-18", "motive", "Vague tardive"))
                .passed("recordDate", "announce")
                .waitsAt("prepare", "cutOffReached");

        assertThat(now(session).startsAt()).isEqualTo(LocalDateTime.of(2026, 11, 18, 14, 0));
        assertThat(now(session).state()).isEqualTo(SessionState.OUVERTE);
        Enrolment director = sessions.enrolments(session.id()).get(0);
        assertThat(some.mails("postpone", director.id() + ":1"))
                .as("who was never told of a date is not told that it changes")
                .isEmpty();
        theCase.fires("cutOffReached").fires("convocationDue").passed("convoke");
        assertThat(some.writtenTo("convoke", director.id() + ":1")).hasSize(1);
    }

    @Test
    void waitsForThePersonAlsoAfterTheDayAndRemindsOnce() {
        TrainingSession session = opened(TOO_NEAR);
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        driver.travelTo(LocalDateTime.of(2026, 9, 18, 9, 0));
        theCase.waitsAt("prepare", "decideDate")
                .passed("dateLate", "remindDate", "dateReminded")
                .didNotPass("begin");
        assertThat(some.writtenTo("askDate", session.id() + ":0:1")).hasSize(3);
        assertThat(now(session).state()).isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(theCase.refuses("decideDate", Map.of("decision", "MAINTENIR", "motive", "Tant pis")))
                .contains("date à venir");
        service.postpone(session.id(), LocalDateTime.of(2026, 11, 18, 14, 0), null, "Vague tardive");
        theCase.waitsAt("prepare", "cutOffReached");
    }

    /** What the form proposes is taken as it stands; a day that is past is not offered. */
    @Test
    void proposesADateThatIsNotRefusedAndNoneThatIsPast() {
        TrainingSession session = opened(TOO_NEAR);
        TrainingSession taken = some.session(circo, LocalDateTime.of(2026, 9, 22, 14, 0), 10, 1);
        service.postpone(taken.id(), taken.startsAt(), session.place(), "Plus de places");
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        assertThat(theCase.formOf("decideDate"))
                .as("the trainer gives another session then")
                .containsEntry("firstDay", "mercredi 23 septembre 2026")
                .containsEntry("keepable", true);
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", "2026-09-22", "motive", "Vague tardive")))
                .isNotBlank();
        service.entrustTo(taken.id(), null);
        assertThat(theCase.formOf("decideDate"))
                .as("nor is its room free")
                .containsEntry("firstDay", "mercredi 23 septembre 2026");
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", "2026-09-22", "motive", "Vague tardive")))
                .contains("une autre session a lieu au même endroit");
        driver.travelTo(LocalDateTime.of(2026, 9, 18, 9, 0));
        assertThat(theCase.formOf("decideDate"))
                .as("past")
                .containsEntry("keepable", false)
                .containsEntry("completable", false);
        assertThat(String.valueOf(theCase.formOf("decideDate").get("reasons")))
                .contains("Cette date est passée")
                .doesNotContain("gardez celle-ci");
        LocalDate first = LocalDate.of(2026, 9, 24);
        while (!theCase.formOf("decideDate").get("firstDay").equals(French.day(first))) {
            first = first.plusDays(1);
        }
        theCase.completes(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", first.toString(), "motive", "Vague tardive"))
                .passed("recordDate");
        assertThat(now(session).day()).isEqualTo(first);
    }

    @Test
    void whatTheIenLeavesIsHeardOfInTheDepartement() {
        TrainingSession session = opened(TOO_NEAR);
        driver.theCase("trainingSession", session.id())
                .fires("dateOverdue")
                .fires("dateForgotten")
                .passed("escalateDateAbove")
                .waitsAt("prepare", "decideDate");
        assertThat(some.mails("decideDate", session.id())).isNotEmpty().allSatisfy(mail -> assertThat(mail.template())
                .isEqualTo("post/taskOverdue"));
    }

    @Test
    void whoeverLetsItLieIsRemindedThenTheIenIsAlertedAndMarkingSaysWhatItWaitsFor() {
        TrainingSession session = opened(TOO_NEAR);
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("dateLate")
                .fires("dateOverdue")
                .passed("escalateDate", "dateEscalated")
                .waitsAt("prepare", "decideDate");
        assertThat(some.writtenTo("askDate", session.id() + ":0:2"))
                .containsExactly(circo.ien().email());
        driver.travelTo(LocalDateTime.of(2026, 9, 18, 9, 0));
        assertThat(theCase.formOf("decideDate").get("reasons").toString()).isNotBlank();
        assertThatThrownBy(() -> marks.allPresent(session.id(), 1))
                .hasMessageContaining("Fixer la date")
                .hasMessageNotContaining("n'a pas commencé");
        assertThat(dateService.reasons(session.id()).get(0)).startsWith("Cette date est passée");
    }

    /** Any date it gets comes after those days. */
    @Test
    void whoIsGoneLeavesASessionThatOutlivedItsDateToo() {
        TrainingSession session = opened(TOO_NEAR);
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        driver.travelTo(LocalDateTime.of(2026, 9, 18, 9, 0));
        theCase.waitsAt("prepare", "decideDate");
        staff.leave(circo.directors().get(0).id(), driver.now().toLocalDate());
        assertThat(sessions.enrolments(session.id()))
                .extracting(Enrolment::state)
                .containsExactly(EnrolmentState.ANNULE_ADMIN);
        assertThat(now(session).booked()).isZero();
    }

    @Test
    void keepsTheDateWhenAPersonAcceptsTheShortNotice() {
        TheCase theCase = driver.theCase("trainingSession", opened(TOO_NEAR).id());
        assertThat(theCase.refuses("decideDate", Map.of("decision", "MAINTENIR")))
                .contains("motif");
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", "Les écoles sont d'accord"))
                .passed("announce", "convoke");
    }

    @Test
    void isCancelledWithoutADate() {
        TrainingSession session = opened(TOO_NEAR);
        driver.theCase("trainingSession", session.id())
                .completes("decideDate", Map.of("decision", "ANNULER", "motive", "Trop tard"))
                .passed("notDated", "cancel")
                .didNotPass("announce")
                .isEnded();
        assertThat(now(session).state()).isEqualTo(SessionState.ANNULEE);
    }

    @Test
    void asksAgainWhenAnAmendmentComesTooLateForItsDate() {
        TrainingSession session = opened(LocalDate.of(2026, 11, 18));
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        Planned amended = plans.amended(planned);
        line(amended, TOO_NEAR);
        plans.tell(new PlanApproved(amended.planId(), planned.projectId(), planned.planId()));
        theCase.waitsAt("prepare", "decideDate");
    }

    /** Whoever chooses a date himself is told at once, and is not asked a second time. */
    @Test
    void tellsWhoChoosesADateHimselfWhichOneIsPossible() {
        var near = some.of(circo, TOO_NEAR.atTime(14, 0), 10, 1, false);
        assertThatThrownBy(() -> service.open(near, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mardi 22 septembre 2026");
        TrainingSession session = service.open(near, true);
        driver.theCase("trainingSession", session.id()).passed("announce").didNotPass("askDate");
    }

    @Test
    void asksWhetherADatePutOffByHandStandsUnlessThePersonSaysSo() {
        TrainingSession session = opened(LocalDate.of(2026, 11, 18));
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        service.postpone(session.id(), TOO_NEAR.plusDays(1).atTime(14, 0), null, "Salle prise", true);
        theCase.didNotPass("askDate");
        service.postpone(session.id(), TOO_NEAR.atTime(14, 0), null, "Salle prise", false);
        theCase.waitsAt("prepare", "decideDate");
    }

    /** Nobody is asked for the date of what is over: what is asked is due, reminded and told before the session. */
    @Test
    void theDateIsDueBeforeTheSessionItIsFor() {
        TrainingSession session = opened(LocalDate.of(2026, 9, 3));
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        assertThat(dates.dateDecision(session, 1)).isEqualTo(LocalDateTime.of(2026, 9, 2, 8, 0));
        assertThat(dates.dateDecision(session, 2)).isEqualTo(LocalDateTime.of(2026, 9, 2, 18, 0));
        assertThat(tasks.in("trainingSession", session.id())).singleElement().satisfies(task -> assertThat(task.dueOn())
                .isEqualTo(dates.instant(session, LocalDateTime.of(2026, 9, 2, 8, 0))));
        driver.travelTo(LocalDateTime.of(2026, 9, 3, 9, 0));
        assertThat(dates.dateDecision(session, 1)).isEqualTo(session.startsAt().minusHours(2));
        driver.travelTo(LocalDateTime.of(2026, 9, 3, 13, 0));
        assertThat(dates.dateDecision(session, 1)).isBetween(dates.now(session), session.startsAt());
        assertThat(dates.dateDecision(session, 2)).isBetween(dates.dateDecision(session, 1), session.startsAt());
        assertThat(dates.dateDecision(some.session(circo, 10, 1), 1))
                .as("of a session far away, as long as ever")
                .isEqualTo(LocalDateTime.of(2026, 9, 8, 8, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u202e\u0000"})
    void aReportThatChangesNothingIsRefusedWhileADateIsSought(String place) throws Exception {
        TrainingSession session = opened(TOO_NEAR);
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        String task = tasks.in("trainingSession", session.id()).get(0).id();
        assertThat(visitor.refused(circo.erun(), reported(session, session.startsAt(), place)))
                .contains("rien n'a été changé", "Garder cette date");
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", TOO_NEAR.toString(), "motive", "Vague tardive")))
                .contains("rien n'a été changé", "Garder cette date");
        driver.runDue();
        assertThat(tasks.in("trainingSession", session.id()).get(0).id()).isEqualTo(task);
        assertThat(now(session).sequence()).isEqualTo(session.sequence());
    }

    @Test
    void anotherPlaceAtTheSameHourIsNoReport() throws Exception {
        TrainingSession session = opened(TOO_NEAR);
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        assertThat(String.valueOf(visitor.result(circo.erun(), reported(session, session.startsAt(), "Mairie, Redon"))
                        .getFlashMap()
                        .get("done")))
                .startsWith("Le lieu est changé");
        assertThat(now(session).place()).isEqualTo("Mairie, Redon");
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        assertThat(tasks.in("trainingSession", session.id()).get(0).name()).contains("Mairie, Redon");
        assertThat(journal.sql("SELECT before, after FROM journal WHERE kind = 'SESSION' AND subject = ?")
                        .param(String.valueOf(session.id()))
                        .query((row, n) -> row.getString(1) + ">" + row.getString(2))
                        .list())
                .noneMatch(line -> line.contains("15 septembre"));
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01,date à venir", "2026-11-22,pas un jour de classe", "2026-09-19,pas un jour de classe"})
    void whatCanNeverBeIsSaidBeforeWhatDependsOnOthers(String day, String told) throws Exception {
        TrainingSession near = opened(TOO_NEAR);
        assertThat(driver.theCase("trainingSession", near.id())
                        .waitsAt("prepare", "decideDate")
                        .refuses(
                                "decideDate", Map.of("decision", "REPORTER", "newDay", day, "motive", "Vague tardive")))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01,date à venir", "2026-11-22,pas un jour de classe"})
    void neitherIsItAMatterOfTheApprovedPlan(String day, String told) throws Exception {
        TrainingSession session = opened(LocalDate.of(2026, 11, 18));
        assertThat(visitor.refused(
                        circo.secretary(),
                        reported(session, LocalDate.parse(day).atTime(14, 0), "")))
                .contains(told)
                .doesNotContain("tolérance");
        assertThatThrownBy(
                        () -> service.open(some.of(circo, LocalDate.parse(day).atTime(14, 0), 10, 1, false), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(told);
    }

    private MockHttpServletRequestBuilder reported(TrainingSession session, LocalDateTime start, String place)
            throws Exception {
        String page = "/sessions/" + session.id();
        return post(page + "/reporter")
                .param(
                        "vu",
                        visitor.page(circo.erun(), page)
                                .select("form[action$=/reporter] input[name=vu]")
                                .attr("value"))
                .param("day", start.toLocalDate().toString())
                .param("time", start.toLocalTime().toString())
                .param("place", place)
                .param("motive", "Salle prise");
    }

    private TrainingSession opened(LocalDate day) {
        line(planned, day);
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        TrainingSession session = sessions.ofVague(planned.vagueId()).get(0);
        plans.book(session);
        return now(session);
    }

    private void line(Planned plan, LocalDate day) {
        plans.line(
                plan,
                1,
                "VAGUE",
                "PRES-ECOLE",
                day,
                LocalTime.of(14, 0),
                90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR"),
                Map.of(circo.schools().get(0), 1));
    }

    private TrainingSession now(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow();
    }
}
