package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who says nothing is reminded once of each questionnaire, who answered never; and nothing is shown of fewer than five
 * people of a kind.
 */
@HouseTest
@Tag("attack")
class EvaluationRemindersTest {

    private static final Pattern LINK = Pattern.compile("/evaluation/([\\w-]+)");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    MarksService marks;

    @Autowired
    Sessions sessions;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    WordsService texts;

    @Autowired
    MailBox mails;

    private Circo circo;
    private TrainingSession session;
    private TheCase theCase;

    @BeforeEach
    void aSessionSixPeopleAreEnrolledIn() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 2);
        circo.teachers().forEach(teacher -> some.enrol(session, teacher));
        theCase = driver.theCase("trainingSession", session.id());
    }

    private void closedAfter(int days) {
        driver.travelTo(session.endsAt().plusDays(days).plusHours(1));
        marks.allPresent(session.id(), 1);
        theCase.completes("mark", Map.of("confirmed", true));
    }

    @Test
    void whereFewCameTheLetterSaysWhoReadsTheAnswers() {
        driver.travelTo(session.endsAt().plusHours(1));
        sessions.enrolments(session.id()).stream()
                .limit(3)
                .forEach(row -> marks.record(
                        session.id(), 1, Map.of(row.id(), new MarksService.Mark(EnrolmentState.ABSENT, null))));
        marks.allPresent(session.id(), 1);
        theCase.completes("mark", Map.of("confirmed", true));
        assertThat(mails.about("evaluation:HOT:" + session.id() + ":"))
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.bodyText()).contains("Vous étiez moins de cinq", "jamais seules"));
    }

    private List<QueuedMail> reminders(QuestionnaireKind kind) {
        return mails.about("evaluation:" + kind + ":" + session.id() + ":remind:");
    }

    private List<String> tokens(QuestionnaireKind kind) {
        return mails.about("evaluation:" + kind + ":" + session.id() + ":").stream()
                .filter(mail -> !mail.template().contains("eminded"))
                .map(EvaluationRemindersTest::token)
                .toList();
    }

    private static String token(QueuedMail mail) {
        var link = LINK.matcher(mail.bodyText());
        assertThat(link.find()).as(mail.bodyText()).isTrue();
        return link.group(1);
    }

    private static Answer hot(String unclear, String nextStep) {
        return Said.answer(4, 4, 4, 4, 4, 4, 1, 4, null, null, null, unclear, nextStep, null);
    }

    private static Answer cold(String putInPlace) {
        return Said.answer(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                UseFrequency.values()[0],
                putInPlace,
                null,
                null,
                null,
                null);
    }

    @Test
    void remindsTheSilentOnceOfEachQuestionnaireAndNeverWhoAnswered() {
        closedAfter(0);
        List<String> answering = tokens(QuestionnaireKind.HOT).subList(0, 2);
        List<Long> heard = answering.stream()
                .map(token -> evaluations.find(token).orElseThrow().agentId())
                .toList();
        answering.forEach(
                token -> assertThat(evaluations.answer(token, hot(null, null))).isEmpty());
        assertThat(theCase.dateOf("hotEvaluationLate")).isEqualTo(LocalDateTime.of(2026, 11, 23, 8, 0));
        theCase.fires("hotEvaluationLate").waitsAt("coldEvaluationDue");
        assertThat(reminders(QuestionnaireKind.HOT))
                .hasSize(4)
                .extracting(QueuedMail::readerId)
                .doesNotContainAnyElementsOf(heard);
        theCase.fires("coldEvaluationDue").waitsAt("coldEvaluationLate");
        List<String> cold = tokens(QuestionnaireKind.COLD);
        assertThat(cold).hasSize(6);
        cold.subList(0, 5).forEach(token -> assertThat(evaluations.answer(token, cold(null)))
                .isEmpty());
        theCase.fires("coldEvaluationLate")
                .completes("signBilan", Map.of("causes", "Aucun.", "decision", "", "owner", "", "signed", true))
                .passed("archive")
                .isEnded();
        assertThat(reminders(QuestionnaireKind.COLD)).hasSize(1);
        assertThat(reminders(QuestionnaireKind.HOT)).hasSize(4);
    }

    @Test
    void bothLinksOfOnePersonOpenTheSameQuestionnaireOnce() {
        closedAfter(0);
        String first = tokens(QuestionnaireKind.HOT).get(0);
        theCase.fires("hotEvaluationLate");
        assertThat(reminders(QuestionnaireKind.HOT)).hasSize(6);
        String second = token(reminders(QuestionnaireKind.HOT).get(0));
        assertThat(evaluations.find(first)).isPresent();
        assertThat(evaluations.find(second))
                .isPresent()
                .get()
                .extracting(Invitation::kind)
                .isEqualTo(QuestionnaireKind.HOT);
        assertThat(evaluations.answer(second, hot(null, null))).isEmpty();
        evaluations.remind(QuestionnaireKind.HOT, session.id());
        assertThat(reminders(QuestionnaireKind.HOT)).as("once").hasSize(6);
        long same = evaluations.find(second).orElseThrow().id();
        String own = tokens(QuestionnaireKind.HOT).stream()
                .filter(token -> evaluations.find(token).orElseThrow().id() == same)
                .findFirst()
                .orElseThrow();
        assertThat(evaluations.answer(own, hot(null, null))).containsKey("used");
    }

    @Test
    void leavesThoseWhoWereAskedLateTheirThreeDays() {
        closedAfter(7);
        assertThat(tokens(QuestionnaireKind.HOT)).hasSize(6);
        assertThat(reminders(QuestionnaireKind.HOT))
                .as("not in the minute of the invitation")
                .isEmpty();
        assertThat(theCase.dateOf("hotEvaluationLate")).isEqualTo(LocalDateTime.of(2026, 11, 30, 8, 0));
    }

    @Test
    void aReminderThatStillWaitsDoesNotFollowTheAnswer() {
        closedAfter(0);
        driver.travelTo(LocalDateTime.of(2026, 11, 21, 12, 0));
        evaluations.remind(QuestionnaireKind.HOT, session.id());
        assertThat(reminders(QuestionnaireKind.HOT))
                .as("on a Saturday nothing leaves")
                .hasSize(6)
                .allMatch(mail -> mail.state() == MailState.QUEUED);
        tokens(QuestionnaireKind.HOT).subList(0, 2).forEach(token -> evaluations.answer(token, hot(null, null)));
        assertThat(reminders(QuestionnaireKind.HOT))
                .filteredOn(mail -> mail.state() == MailState.DROPPED)
                .hasSize(2);
    }

    @Test
    void showsWordsOfAKindFromFivePeopleOfThatKindOnAndNeverALoneText() {
        closedAfter(0);
        var one = Results.Of.session(session.id());
        List<String> tokens = tokens(QuestionnaireKind.HOT);
        tokens.subList(0, 4).forEach(token -> evaluations.answer(token, hot("Texte chaud", null)));
        theCase.fires("hotEvaluationLate").fires("coldEvaluationDue");
        List<String> cold = tokens(QuestionnaireKind.COLD);
        evaluations.answer(cold.get(0), cold("Texte froid"));
        assertThat(texts.of(one)).as("four and one are not five of a kind").isEmpty();
        cold.subList(1, 5).forEach(token -> evaluations.answer(token, cold(null)));
        assertThat(texts.of(one))
                .as("five cold answers")
                .extracting(WordsService.Word::said)
                .containsExactly("Texte froid");
    }
}
