package fr.forment.attack;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions asked of four people within a minute, figures of last week, letters about what was settled, and people who
 * came for nothing.
 */
@HouseTest
@Tag("attack")
class SettledMattersTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionService service;

    @Autowired
    MarksService marks;

    @Autowired
    StaffService staff;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailBox box;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(4);
    }

    @Test
    void aSessionOpenedOnShortNoticeIsLeftTimeToFindItsPeople() {
        driver.travelTo(LocalDateTime.of(2026, 11, 5, 10, 0));
        TrainingSession session = some.session(circo, 10, 3);
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        assertThat(about("askDecision", session)).isEmpty();
        assertThat(theCase.dateOf("cutOffReached")).as("one school day").isEqualTo(LocalDateTime.of(2026, 11, 6, 8, 0));
        for (int i = 0; i < 3; i++) {
            some.enrol(session, circo.teachers().get(i));
        }
        driver.runDue();
        assertThat(state(session))
                .as("enough: nothing is asked, everybody is summoned")
                .isEqualTo(SessionState.CONVOQUEE);
        driver.travelTo(LocalDateTime.of(2026, 11, 10, 9, 0));
        assertThat(about("askDecision", session)).isEmpty();
    }

    @Test
    void theQuestionShowsTheFiguresOfTheMomentAndGoesWhenThereAreEnough() {
        driver.travelTo(LocalDateTime.of(2026, 11, 5, 10, 0));
        TrainingSession session = some.session(circo, 10, 3);
        driver.travelTo(LocalDateTime.of(2026, 11, 6, 9, 0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideLow");
        assertThat(about("askDecision", session)).hasSize(3);
        assertThat(theCase.formOf("decideLow")).containsEntry("enrolled", "0");
        some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(1));
        assertThat(theCase.formOf("decideLow")).containsEntry("enrolled", "2").containsEntry("minimum", "3");
        some.enrol(session, circo.teachers().get(2));
        driver.runDue();
        theCase.waitsAt("prepare", "reminderDue");
        assertThat(driver.waiting())
                .noneMatch(task ->
                        task.task().equals("decideLow") && task.businessKey().equals(String.valueOf(session.id())));
    }

    @Test
    void aQuestionThatIsSettledBeforeItsLetterLeavesIsNotSent() {
        driver.travelTo(LocalDateTime.of(2026, 11, 5, 10, 0));
        TrainingSession session = some.session(circo, 10, 1);
        driver.travelTo(LocalDateTime.of(2026, 11, 6, 7, 59));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").waitsAt("prepare", "decideLow");
        List<QueuedMail> waiting = about("askDecision", session).stream()
                .filter(mail -> mail.state() == MailState.QUEUED)
                .toList();
        some.enrol(session, circo.teachers().get(0));
        driver.runDue();
        driver.travelTo(LocalDateTime.of(2026, 11, 9, 9, 0));
        waiting.forEach(
                mail -> assertThat(box.find(mail.id()).orElseThrow().state()).isEqualTo(MailState.DROPPED));
    }

    @Test
    void aSessionWithNobodyIsNeverConfirmed() {
        TrainingSession session = some.session(circo, 10, 3);
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        assertThat(theCase.refuses("decideLow", Map.of("decision", "MAINTENIR")))
                .contains("Personne n'est inscrit");
        theCase.fires("decisionMissing").didNotPass("confirm", "cancel").waitsAt("prepare", "decideDate");
        assertThat(state(session)).as("nor given up by silence").isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void oneOpenedForTomorrowIsNeitherAskedAboutNorGivenUpAtOnce() {
        driver.travelTo(LocalDateTime.of(2026, 11, 17, 16, 0));
        TrainingSession session = some.session(circo, 10, 4);
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        assertThat(state(session)).isEqualTo(SessionState.OUVERTE);
        Enrolment only = some.enrol(session, circo.teachers().get(0));
        driver.runDue();
        assertThat(state(session)).as("others may still come").isEqualTo(SessionState.OUVERTE);
        TrainingSession empty = some.session(circo, LocalDateTime.of(2026, 11, 18, 10, 0), 10, 4);
        driver.travelTo(LocalDateTime.of(2026, 11, 18, 8, 30));
        TheCase asked = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideLow");
        assertThat(about("askDecision", session)).hasSize(3);
        asked.completes("decideLow", Map.of("decision", "MAINTENIR"));
        driver.runDue();
        assertThat(state(session)).isEqualTo(SessionState.CONVOQUEE);
        assertThat(some.mails("convoke", only.id() + ":0")).hasSize(1);
        driver.travelTo(LocalDateTime.of(2026, 11, 18, 9, 59));
        assertThat(state(empty)).as("a person decides").isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void everybodySummonedHearsOfAnotherTrainerHoweverHeChanges() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        dispatcher.run();
        service.entrustTo(session.id(), circo.erun().id());
        assertThatMails(letters(circo.teachers().get(0), "session/trainerChanged"))
                .isOne()
                .says(circo.erun().fullName());
        assertThat(letters(circo.cpc(), "session/replaced")).hasSize(1);
        dispatcher.run();
        staff.leave(circo.erun().id(), driver.now().toLocalDate().plusDays(1));
        assertThat(letters(circo.teachers().get(0), "session/trainerChanged")).hasSize(2);
        assertThat(row.agentId()).isEqualTo(circo.teachers().get(0).id());
    }

    @Test
    void whoMustNameATrainerIsAskedOnlyWhileThereIsNone() {
        TrainingSession session = some.session(circo, 10, 1);
        driver.theCase("trainingSession", session.id());
        driver.travelTo(LocalDateTime.of(2026, 9, 5, 10, 0)); // a Saturday: letters wait
        service.entrustTo(session.id(), null);
        assertThatMails(letters(circo.erun(), "session/trainerMissing")).isOne().is(MailState.QUEUED);
        service.entrustTo(session.id(), circo.secretary().id());
        service.entrustTo(session.id(), null);
        assertThat(letters(circo.secretary(), "session/announced"))
                .as("« Session à animer »")
                .allMatch(mail -> mail.state() == MailState.DROPPED);
        service.entrustTo(session.id(), circo.cpc().id());
        assertThat(letters(circo.erun(), "session/trainerMissing"))
                .hasSize(2)
                .allMatch(mail -> mail.state() == MailState.DROPPED);
    }

    @Test
    void whoCancelsIsNotToldWhatHeDid() {
        TrainingSession session = some.session(circo, 10, 3);
        some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        driver.runDue();
        assertThat(letters(circo.erun(), "session/decisionAwaited")).hasSize(1);
        ground.as(circo.erun());
        service.cancel(session.id(), "Grève");
        driver.runDue();
        assertThat(letters(circo.erun(), "session/cancelledNoted")).isEmpty();
        assertThat(letters(circo.ien(), "session/cancelledNoted")).hasSize(1);
    }

    @Test
    void aCancellationReachesAllWhoWereTold() {
        TrainingSession session = some.session(circo, 10, 3);
        some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(2));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        driver.runDue();
        theCase.completes("decideLow", Map.of("decision", "MAINTENIR")).fires("convocationDue");
        driver.runDue();
        Agent told = circo.directors().get(0);
        assertThat(letters(told, "session/directorInformed")).hasSize(1);
        service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1), null, "Neige");
        assertThat(letters(told, "session/postponedNoted")).hasSize(1);
        driver.runDue();
        service.cancel(session.id(), "Grève");
        driver.runDue();
        for (Agent reader : new Agent[] {told, circo.directors().get(1), circo.ien(), circo.erun()}) {
            assertThatMails(letters(reader, "session/cancelledNoted"))
                    .as(reader.fullName())
                    .isOne()
                    .says("Grève");
        }
        assertThat(letters(circo.directors().get(2), "session/cancelledNoted"))
                .as("was told nothing")
                .isEmpty();
        assertThat(letters(circo.cpc(), "session/cancelledNoted"))
                .as("the trainer has his own")
                .isEmpty();
        assertThat(letters(circo.teachers().get(0), "session/cancelledNoted")).isEmpty();
    }

    @Test
    void theMarksAreAskedForByOneLetterAtATimeAndNotWhenTheyAreThere() {
        LocalDateTime friday = LocalDateTime.of(2026, 11, 20, 17, 0);
        TrainingSession session = some.session(circo, friday, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(friday.plusHours(3));
        driver.travelTo(LocalDateTime.of(2026, 11, 23, 9, 0));
        assertThat(asked(session))
                .as("over on Friday evening, asked on Monday, reminded in the same minute")
                .containsExactly("session/marksAwaited");

        TrainingSession done = some.session(circo, LocalDateTime.of(2026, 11, 27, 17, 0), 10, 1);
        some.enrol(done, circo.teachers().get(2));
        driver.travelTo(LocalDateTime.of(2026, 11, 27, 19, 0));
        marks.allPresent(done.id(), 1);
        driver.theCase("trainingSession", done.id()).completes("mark", Map.of("confirmed", true));
        driver.travelTo(LocalDateTime.of(2026, 11, 30, 9, 0));
        assertThat(asked(done)).isEmpty();
    }

    @Test
    void theMarksAreAskedOfWhoTrainsNowAndAgainOfWhoGetsTheSessionBack() {
        LocalDateTime friday = LocalDateTime.of(2026, 11, 20, 17, 0);
        TrainingSession session = some.session(circo, friday, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(friday.plusHours(3));
        assertThat(letters(circo.cpc(), "session/marksAwaited"))
                .extracting(QueuedMail::state)
                .containsExactly(MailState.QUEUED);
        service.entrustTo(session.id(), circo.erun().id());
        assertThat(letters(circo.cpc(), "session/marksAwaited"))
                .extracting(QueuedMail::state)
                .containsExactly(MailState.DROPPED);
        assertThat(letters(circo.erun(), "session/marksAwaited"))
                .extracting(QueuedMail::state)
                .containsExactly(MailState.QUEUED);
        service.entrustTo(session.id(), circo.cpc().id());
        assertThat(letters(circo.erun(), "session/marksAwaited"))
                .extracting(QueuedMail::state)
                .containsExactly(MailState.DROPPED);
        assertThat(letters(circo.cpc(), "session/marksAwaited"))
                .extracting(QueuedMail::state)
                .containsExactlyInAnyOrder(MailState.DROPPED, MailState.QUEUED);
        service.entrustTo(session.id(), null);
        service.entrustTo(session.id(), circo.secretary().id());
        assertThat(letters(circo.cpc(), "session/marksAwaited")).allMatch(mail -> mail.state() == MailState.DROPPED);
    }

    @Test
    void noTaskIsAskedForThatWasDoneWhileItsLetterWaited() {
        driver.travelTo(LocalDateTime.of(2026, 9, 5, 10, 0)); // a Saturday
        Agent newcomer = staff.register(
                        NewAgent.inSchool(
                                "Nouveau",
                                "Paul",
                                "paul." + circo.uai().toLowerCase() + "@exemple.invalid",
                                AgentFunction.ADJOINT,
                                circo.schools().get(0)),
                        ArrivalKind.NEWCOMER)
                .orElseThrow();
        Agent other = staff.register(
                        NewAgent.inSchool(
                                "Nouvelle",
                                "Zoé",
                                "zoe." + circo.uai().toLowerCase() + "@exemple.invalid",
                                AgentFunction.ADJOINT,
                                circo.schools().get(1)),
                        ArrivalKind.NEWCOMER)
                .orElseThrow();
        TheCase theCase = driver.theCase("arrival", arrival(newcomer));
        driver.theCase("arrival", arrival(other)).waitsAt("confirm");
        theCase.completes("confirm", Map.of("answer", "PRESENTE", "takenUpOn", "2026-09-01", "entExperience", "NON"));
        driver.travelTo(LocalDateTime.of(2026, 9, 7, 9, 0));
        assertThat(box.about("arrival:askConfirmation:" + arrival(newcomer) + ":"))
                .isNotEmpty()
                .allMatch(mail -> mail.state() == MailState.DROPPED);
        assertThat(box.about("arrival:askConfirmation:" + arrival(other) + ":"))
                .isNotEmpty()
                .allMatch(mail -> mail.state() == MailState.DEPOSITED);
    }

    private long arrival(Agent who) {
        return jdbc.sql("SELECT id FROM arrival WHERE agent_id = ?")
                .param(who.id())
                .query(Long.class)
                .single();
    }

    /** Templates of what has left to ask for marks. */
    private List<String> asked(TrainingSession session) {
        return box.about("trainingSession:marks:" + session.id() + ":").stream()
                .filter(mail -> mail.state() == MailState.DEPOSITED)
                .map(QueuedMail::template)
                .toList();
    }

    private List<QueuedMail> about(String step, TrainingSession session) {
        return box.about("trainingSession:" + step + ":" + session.id() + ":");
    }

    private List<QueuedMail> letters(Agent who, String template) {
        return box.about("trainingSession:").stream()
                .filter(mail ->
                        mail.toAddress().equals(who.email()) && mail.template().equals(template))
                .toList();
    }

    private SessionState state(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow().state();
    }
}
