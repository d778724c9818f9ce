package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.hours.HoursLedger;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.HeardEvents;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestations;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class TrainingSessionPathTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    MarksService marks;

    @Autowired
    TrainingRecords records;

    @Autowired
    HoursLedger hours;

    @Autowired
    SessionService service;

    @Autowired
    Attestations attestations;

    @Autowired
    HeardEvents heard;

    @Autowired
    AccountService accounts;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    @Test
    void goesFromTheAnnouncementToTheArchive() {
        TrainingSession session = some.session(circo, 10, 2);
        Enrolment first = some.enrol(session, circo.teachers().get(0));
        Enrolment second = some.enrol(session, circo.directors().get(1));
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        assertThat(state(session)).isEqualTo(SessionState.OUVERTE);
        assertThat(theCase.dateOf("cutOffReached")).isEqualTo(LocalDateTime.of(2026, 10, 6, 8, 0));

        theCase.fires("cutOffReached")
                .passed("confirm")
                .didNotPass("askDecision")
                .waitsAt("prepare", "convocationDue");
        assertThat(state(session)).isEqualTo(SessionState.CONFIRMEE);
        theCase.fires("convocationDue").waitsAt("prepare", "reminderDue");
        assertThat(state(session)).isEqualTo(SessionState.CONVOQUEE);
        assertThat(some.writtenTo("convoke", first.id() + ":0"))
                .containsExactly(circo.teachers().get(0).email());
        theCase.fires("reminderDue").waitsAt("prepare", "sessionMorning");
        assertThat(some.writtenTo("remind", second.id() + ":0"))
                .containsExactly(circo.directors().get(1).email());
        assertThat(theCase.dateOf("sessionMorning")).isEqualTo(LocalDateTime.of(2026, 11, 18, 8, 0));
        theCase.fires("sessionMorning").passed("remindTrainer").waitsAt("prepare", "sessionStarted");
        assertThat(some.mails("remindTrainer", session.id() + ":0"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.toAddress()).isEqualTo(circo.cpc().email());
                    assertThat(mail.bodyText())
                            .contains(
                                    "mercredi 18 novembre 2026", "2 personnes attendues", "/sessions/" + session.id());
                });
        theCase.fires("sessionStarted").waitsAt("sessionEnded");
        assertThat(state(session)).isEqualTo(SessionState.EN_COURS);
        theCase.fires("sessionEnded").waitsAt("mark");
        assertThat(state(session)).isEqualTo(SessionState.A_EMARGER);

        marks.record(
                session.id(),
                1,
                Map.of(
                        first.id(),
                        new MarksService.Mark(EnrolmentState.PRESENT, null),
                        second.id(),
                        new MarksService.Mark(EnrolmentState.ABSENT_EXCUSE, null)));
        theCase.completes("mark", Map.of("confirmed", true))
                .passed("recordMarks", "issue")
                .waitsAt("hotEvaluationLate");
        assertThat(state(session)).isEqualTo(SessionState.CLOTUREE);
        assertThat(records.has(circo.teachers().get(0).id(), "PRES-ECOLE")).isTrue();
        assertThat(records.has(circo.directors().get(1).id(), "PRES-ECOLE")).isFalse();
        assertThat(hours.entMinutesLeft(circo.teachers().get(0).id(), "2026-2027"))
                .isEqualTo(360 - 90);
        assertThat(hours.entMinutesLeft(circo.directors().get(1).id(), "2026-2027"))
                .isEqualTo(360);

        assertThat(theCase.dateOf("hotEvaluationLate")).isEqualTo(LocalDateTime.of(2026, 11, 23, 8, 0));
        theCase.fires("hotEvaluationLate").passed("remindHotEvaluation").waitsAt("coldEvaluationDue");
        theCase.fires("coldEvaluationDue")
                .passed("askColdEvaluation")
                .didNotPass("archive")
                .waitsAt("coldEvaluationLate");
        theCase.fires("coldEvaluationLate")
                .passed("remindColdEvaluation", "askBilan")
                .waitsAt("signBilan");
        assertThat(theCase.refuses("signBilan", Map.of("causes", "Aucun.", "signed", false)))
                .contains("Cochez");
        assertThat(theCase.refuses("signBilan", Map.of("causes", " ", "signed", true)))
                .contains("aucun");
        assertThat(theCase.refuses("signBilan", Map.of("causes", "Aucun.", "decision", "Refaire", "signed", true)))
                .contains("qui se charge");
        assertThat(theCase.refuses("signBilan", Map.of("causes", "x".repeat(1001), "signed", true)))
                .contains("1 001 caractères");
        theCase.fires("bilanLate").passed("remindBilan");
        theCase.fires("bilanOverdue").passed("escalateBilan").waitsAt("signBilan");
        theCase.completes(
                        "signBilan",
                        Map.of("causes", "Six absences.", "decision", "Refaire", "owner", "ERUN", "signed", true))
                .passed("recordBilan", "archive")
                .isEnded();
        assertThat(state(session)).isEqualTo(SessionState.ARCHIVEE);
        assertThat(heard.about(session.id())).containsExactly("SessionHeld", "SessionClosed", "ColdEvaluationDue");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void asksWhetherToKeepASessionWithTooFewPeople() {
        TrainingSession session = some.session(circo, 10, 3);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .waitsAt("prepare", "decideLow");
        assertThat(theCase.candidatesOf("decideLow"))
                .containsExactlyInAnyOrder("ien." + circo.uai(), "cpc." + circo.uai(), "erun." + circo.uai());
        assertThat(some.writtenTo("askDecision", session.id() + ":0"))
                .containsExactlyInAnyOrder(
                        circo.ien().email(), circo.cpc().email(), circo.erun().email());
        assertThat(theCase.formOf("decideLow")).containsEntry("enrolled", "1").containsEntry("minimum", "3");

        assertThat(theCase.refuses("decideLow", Map.of())).contains("maintenir, reporter ou annuler");
        assertThat(theCase.refuses("decideLow", Map.of("decision", "ANNULER"))).contains("motif");
        assertThat(theCase.refuses("decideLow", Map.of("decision", "REPORTER", "motive", "Effectif")))
                .contains("nouvelle date");
        assertThat(theCase.refuses(
                        "decideLow", Map.of("decision", "REPORTER", "newDay", "2026-12-23", "motive", "Effectif")))
                .contains("pas un jour de classe");
        assertThat(state(session)).isEqualTo(SessionState.OUVERTE);

        theCase.completes("decideLow", Map.of("decision", "MAINTENIR"))
                .passed("recordLow", "confirm")
                .waitsAt("prepare", "convocationDue");
    }

    @Test
    void isSignedWithoutADecisionThoughOneWasTakenBefore() {
        TrainingSession session = some.session(circo, 10, 3);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .completes("decideLow", Map.of("decision", "MAINTENIR"));
        driver.travelTo(session.endsAt().plusHours(1));
        marks.allPresent(session.id(), 1);
        theCase.completes("mark", Map.of("confirmed", true))
                .fires("hotEvaluationLate")
                .fires("coldEvaluationDue")
                .fires("coldEvaluationLate")
                .waitsAt("signBilan");
        assertThat(theCase.formOf("signBilan").get("decision")).isNull();
        theCase.completes("signBilan", Map.of("causes", "Aucun.", "signed", true))
                .passed("recordBilan")
                .isEnded();
    }

    /** Silence decides nothing: reminder, alert, then everybody hears that the date is open, and a person decides. */
    @Test
    void convokesNobodyWhileNobodyDecides() {
        TrainingSession session = some.session(circo, 10, 3);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        assertThat(theCase.dateOf("decisionLate")).isEqualTo(LocalDateTime.of(2026, 10, 8, 8, 0));
        assertThat(theCase.dateOf("decisionOverdue")).isEqualTo(LocalDateTime.of(2026, 10, 12, 8, 0));
        assertThat(theCase.dateOf("decisionMissing"))
                .as("the day of the convocations")
                .isEqualTo(LocalDateTime.of(2026, 10, 13, 8, 0));
        assertThat(theCase.formOf("decideLow").get("limit").toString()).contains("mardi 13 octobre 2026 à 8");
        assertThat(some.mails("askDecision", session.id() + ":0")).allSatisfy(mail -> assertThat(mail.bodyText())
                .contains("mardi 13 octobre 2026 à 8", "personne n'est convoqué")
                .doesNotContain("est maintenue"));
        theCase.fires("decisionLate").passed("remindLow").waitsAt("prepare", "decideLow");
        assertThat(some.writtenTo("decideLow", session.id()))
                .containsExactlyInAnyOrder(
                        circo.ien().email(), circo.cpc().email(), circo.erun().email());
        theCase.fires("decisionOverdue").passed("escalateLow").waitsAt("prepare", "decideLow");
        assertThat(some.mails("decideLow", session.id()))
                .filteredOn(mail -> mail.template().equals("post/taskOverdue"))
                .extracting(QueuedMail::toAddress)
                .containsExactly(circo.ien().email());
        theCase.fires("decisionMissing")
                .passed("noteUndecided", "askDate")
                .didNotPass("recordLow", "confirm")
                .waitsAt("prepare", "decideDate");
        assertThat(state(session)).isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(some.mails("dateInDoubt", row.id() + ":0")).singleElement().satisfies(mail -> {
            assertThat(mail.toAddress()).isEqualTo(circo.teachers().get(0).email());
            assertThat(mail.bodyText()).contains("Vous restez inscrit(e)", "mercredi 18 novembre 2026");
        });
        assertThat(some.mails("dateInDoubt", session.id() + ":0:trainer"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.toAddress()).isEqualTo(circo.cpc().email());
                    assertThat(mail.bodyText()).contains("1 inscription pour un effectif minimal de 3");
                });
        assertThat(some.writtenTo("askDate", session.id() + ":0:0"))
                .containsExactlyInAnyOrder(
                        circo.ien().email(), circo.cpc().email(), circo.erun().email());
        assertThat(theCase.candidatesOf("decideDate")).contains("ien." + circo.uai(), "secretaire." + circo.uai());
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .contains("Personne n'a décidé à temps", "1 inscription", "minimal de 3");
        assertThat(theCase.refuses("decideDate", Map.of("decision", "MAINTENIR")))
                .contains("motif");
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", "Une seule suffit"))
                .passed("confirm")
                .waitsAt("prepare", "reminderDue");
        assertThat(some.mails("convoke", row.id() + ":0")).hasSize(1);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void whoHeardThatTheDateIsOpenHearsTheNewOne() {
        TrainingSession session = some.session(circo, 10, 3);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        driver.runDue();
        theCase.fires("decisionMissing").waitsAt("prepare", "decideDate");
        driver.runDue();
        theCase.completes(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", "2026-12-16", "motive", "Peu d'inscrits"))
                .waitsAt("prepare", "cutOffReached");
        assertThat(some.mails("postpone", row.id() + ":1"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("mercredi 16 décembre 2026"));
        assertThat(some.writtenTo("postpone", session.id() + ":1:trainer"))
                .containsExactly(circo.cpc().email());
        theCase.fires("cutOffReached").waitsAt("prepare", "decideLow");
    }

    @Test
    void neitherConfirmsNorGivesUpASessionThatNobodyJoined() {
        TrainingSession session = some.session(circo, 10, 3);
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("decisionMissing")
                .didNotPass("confirm", "cancel")
                .waitsAt("prepare", "decideDate");
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .contains("Personne n'est inscrit")
                .doesNotContain("le plan prévoit");
        theCase.completes("decideDate", Map.of("decision", "ANNULER", "motive", "Personne ne s'est inscrit."))
                .isEnded();
        assertThat(state(session)).isEqualTo(SessionState.ANNULEE);
    }

    @Test
    void eachWhomItIsOfferedToDecides() {
        int week = 0;
        for (Agent person : List.of(circo.ien(), circo.cpc(), circo.erun())) {
            TrainingSession session = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(week++), 10, 3);
            some.enrol(
                    session,
                    week < 3
                            ? circo.teachers().get(week - 1)
                            : circo.directors().get(1));
            TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
            theCase.completesAs(
                    accounts.ofAgent(person.id()).orElseThrow().login(), "decideLow", Map.of("decision", "MAINTENIR"));
            theCase.passed("confirm").waitsAt("prepare", "convocationDue");
        }
    }

    @Test
    void twoDecideAtOnceAndOneIsHeard() throws Exception {
        TrainingSession session = some.session(circo, 10, 3);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        Callable<Boolean> keep = () -> {
            try {
                theCase.completes("decideLow", Map.of("decision", "MAINTENIR"));
                return true;
            } catch (RuntimeException | AssertionError tooLate) {
                return false;
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            threads.invokeAll(List.of(keep, keep));
        } finally {
            threads.shutdown();
        }
        driver.runDue();
        theCase.waitsAt("prepare", "convocationDue");
        assertThat(state(session)).isEqualTo(SessionState.CONFIRMEE);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void takesTheQuestionBackWhenEnoughPeopleCome() {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("decisionOverdue")
                .waitsAt("prepare", "decideLow");
        some.enrol(session, circo.teachers().get(0));
        theCase.waitsAt("prepare", "convocationDue")
                .passed("changed", "confirm")
                .didNotPass("recordLow");
    }

    @Test
    void nagsTheTrainerThenOpensTheMarksToOthers() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        theCase.waitsAt("mark");
        assertThat(theCase.candidatesOf("mark")).contains("erun." + circo.uai()).doesNotContain("ien." + circo.uai());
        assertThat(some.writtenTo("marks", session.id() + ":0"))
                .containsExactly(circo.cpc().email());
        theCase.fires("marksLate1").passed("remindMarks1").fires("marksLate2").passed("remindMarks2");
        assertThat(some.writtenTo("marks", session.id() + ":1"))
                .containsExactly(circo.cpc().email());
        assertThat(driver.now().toLocalDate()).as("seven school days later").isEqualTo(LocalDate.of(2026, 11, 27));
        theCase.fires("marksLate3").passed("remindMarks3");
        assertThat(some.writtenTo("marks", session.id() + ":3"))
                .contains(
                        circo.ien().email(),
                        circo.secretary().email(),
                        circo.cpc().email());
        assertThat(theCase.candidatesOf("mark")).contains("ien." + circo.uai(), "secretaire." + circo.uai());

        assertThat(theCase.refuses("mark", Map.of("confirmed", true))).contains("Il reste une personne");
        marks.allPresent(session.id(), 1);
        assertThat(theCase.refuses("mark", Map.of())).contains("Cochez");
        theCase.completes("mark", Map.of("confirmed", true)).waitsAt("hotEvaluationLate");
        assertThat(some.writtenTo("issue", row.id()))
                .containsExactly(circo.teachers().get(0).email());
    }

    @Test
    void isNotHeldWhenNobodyCame() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = atTheMarks(session);
        marks.record(session.id(), 1, Map.of(row.id(), new MarksService.Mark(EnrolmentState.ABSENT, null)));
        theCase.completes("mark", Map.of("confirmed", true))
                .passed("noteNotHeld", "notHeldNoted")
                .didNotPass("issue")
                .isEnded();
        assertThat(state(session)).isEqualTo(SessionState.NON_REALISEE);
        assertThat(heard.about(session.id())).containsExactly("SessionCancelled");
        assertThat(some.mails("issue", row.id())).isEmpty();
        assertThat(some.writtenTo("noteNotHeld", session.id()))
                .contains(circo.ien().email(), circo.secretary().email());
        assertThat(hours.entMinutesLeft(row.agentId(), "2026-2027")).isEqualTo(360);
    }

    @Test
    void countsParentsWithoutNamingThem() {
        TrainingSession meeting = some.parentsMeeting(circo);
        TheCase theCase = atTheMarks(meeting);
        theCase.didNotPass("askDecision");
        assertThat(theCase.formOf("mark")).containsEntry("forParents", true);
        assertThat(theCase.refuses("mark", Map.of("headCount", ""))).contains("nombre de parents");
        assertThat(theCase.refuses("mark", Map.of("headCount", "beaucoup"))).contains("nombre de parents");
        theCase.completes("mark", Map.of("headCount", "34")).passed("issue");
        assertThat(sessions.find(meeting.id()).orElseThrow().headCount()).isEqualTo(34);
        assertThat(heard.about(meeting.id())).containsExactly("SessionHeld", "SessionClosed");
        assertThat(sessions.enrolments(meeting.id())).isEmpty();

        TrainingSession empty = service.open(some.of(circo, SessionGround.WEDNESDAY.plusDays(14), 60, 1, true));
        driver.theCase("trainingSession", empty.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(14).plusHours(2));
        driver.theCase("trainingSession", empty.id())
                .completes("mark", Map.of("headCount", "0"))
                .passed("noteNotHeld")
                .isEnded();
    }

    /** Eighteen schools, eighteen meetings: their figures are read, nobody explains each in writing. */
    @Test
    void asksNobodyToSignTheBilanOfAMeetingWithParents() {
        TheCase theCase = atTheMarks(some.parentsMeeting(circo));
        theCase.completes("mark", Map.of("headCount", "34"))
                .fires("hotEvaluationLate")
                .fires("coldEvaluationDue")
                .fires("coldEvaluationLate")
                .passed("isForParents", "archive")
                .didNotPass("askBilan")
                .isEnded();
    }

    @Test
    void twoHandsEndTheMarksOnce() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = atTheMarks(session);
        marks.allPresent(session.id(), 1);
        Callable<Boolean> end = () -> {
            try {
                theCase.completes("mark", Map.of("confirmed", true));
                return true;
            } catch (RuntimeException | AssertionError tooLate) {
                return false;
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            threads.invokeAll(List.of(end, end));
        } finally {
            threads.shutdown();
        }
        theCase.waitsAt("hotEvaluationLate");
        assertThat(heard.about(session.id())).containsExactly("SessionHeld", "SessionClosed");
        assertThat(attestations.ofSession(session.id())).singleElement().satisfies(a -> assertThat(a.enrolmentId())
                .isEqualTo(row.id()));
    }

    @Test
    void attestsAPartialPresenceForWhatItWas() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = atTheMarks(session);
        marks.record(session.id(), 1, Map.of(row.id(), new MarksService.Mark(EnrolmentState.PARTIEL, 30)));
        theCase.completes("mark", Map.of("confirmed", true));
        assertThat(attestations.ofSession(session.id())).singleElement().satisfies(a -> {
            assertThat(a.minutes()).isEqualTo(30);
            assertThat(a.number()).startsWith("2026-2027-");
        });
        assertThat(records.has(row.agentId(), "PRES-ECOLE")).isFalse();
        assertThat(hours.entMinutesLeft(row.agentId(), "2026-2027")).isEqualTo(330);
    }

    private TheCase atTheMarks(TrainingSession session) {
        driver.theCase("trainingSession", session.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        return driver.theCase("trainingSession", session.id()).waitsAt("mark");
    }

    private SessionState state(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow().state();
    }
}
