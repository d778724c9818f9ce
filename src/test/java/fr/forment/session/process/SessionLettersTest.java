package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.MailState;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is written to, with what and when: the defects that users of other tools report, one by one. */
@HouseTest
class SessionLettersTest {

    private static final LocalDate CONVOCATIONS = LocalDate.of(2026, 10, 13);
    private static final LocalDate SESSION = SessionGround.WEDNESDAY.toLocalDate();
    private static final LocalDate REMINDER = LocalDate.of(2026, 11, 16);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    StaffService staff;

    @Autowired
    SessionService service;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
    }

    @Test
    void theConvocationIsPersonalAndSaysEverything() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(3));
        driver.travelTo(CONVOCATIONS);
        assertThat(some.mails("convoke", row.id() + ":0")).singleElement().satisfies(mail -> {
            assertThat(mail.toAddress()).isEqualTo(circo.teachers().get(3).email());
            assertThat(mail.subject())
                    .isEqualTo("Convocation, mer. 18/11 : Présentation de l'ENT à l'équipe de l'école");
            assertThat(mail.bodyText())
                    .contains(
                            "Référence : S" + session.id() + "-" + row.id(),
                            circo.teachers().get(3).fullName(),
                            "UAI " + circo.schools().get(1),
                            "mercredi 18 novembre 2026, de 14 h à 15 h 30",
                            "1 h 30, décomptée de vos 18 heures",
                            "Académie : Rennes",
                            circo.cpc().fullName(),
                            "hors temps de classe",
                            "Frais de déplacement : prise en charge possible",
                            circo.ien().fullName(),
                            "Sous couvert de la direction",
                            "/sessions/" + session.id() + "/reception/" + row.id() + "-");
            assertThat(mail.notAfter()).isNotNull();
            assertThat(mail.state()).isEqualTo(MailState.DEPOSITED);
        });
        assertThat(some.mails(
                        "directorInformed", row.id() + ":0:" + circo.schools().get(1)))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.toAddress())
                            .isEqualTo(circo.directors().get(1).email());
                    assertThat(mail.bodyText()).contains(circo.teachers().get(3).fullName());
                    assertThat(mail.subject())
                            .doesNotContain(circo.teachers().get(3).lastName());
                });
        assertThat(some.writtenTo("convoke", session.id() + ":0:trainer"))
                .containsExactly(circo.cpc().email());
    }

    @Test
    void theTrainerHearsOfTheSessionWhenItOpens() {
        TrainingSession session = some.session(circo, 10, 1);
        driver.theCase("trainingSession", session.id());
        assertThat(some.writtenTo("announce", session.id() + ":0"))
                .containsExactly(circo.cpc().email());
    }

    @Test
    void whoIsEnrolledAfterTheConvocationsIsConvokedAtOnceAndAlone() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment early = some.enrol(session, circo.teachers().get(0));
        driver.travelTo(CONVOCATIONS.plusDays(2));
        Enrolment late = some.enrol(session, circo.teachers().get(2));
        assertThat(sessions.enrolment(late.id()).orElseThrow().state()).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.mails("convoke", late.id() + ":0")).hasSize(1);
        assertThat(some.mails("convoke", early.id() + ":0")).hasSize(1);
        driver.travelTo(REMINDER);
        assertThat(some.mails("remind", late.id() + ":0"))
                .as("convoked before the reminder")
                .hasSize(1);
    }

    @Test
    void whoIsEnrolledAfterTheReminderIsNotWrittenToTwice() {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(REMINDER.atTime(12, 0));
        Enrolment late = some.enrol(session, circo.teachers().get(2));
        driver.travelTo(REMINDER.plusDays(1));
        assertThat(some.mails("convoke", late.id() + ":0")).hasSize(1);
        assertThat(some.mails("remind", late.id() + ":0")).isEmpty();
    }

    @Test
    void nobodyIsRemindedWhoLeftWhoWaitsOrWhoIsGone() {
        TrainingSession session = some.session(circo, 3, 1);
        Enrolment stays = some.enrol(session, circo.teachers().get(0));
        Enrolment excused = some.enrol(session, circo.teachers().get(1));
        Enrolment gone = some.enrol(session, circo.teachers().get(2));
        driver.travelTo(CONVOCATIONS);
        enrolments.decline(excused.id(), excused.agentId());
        some.enrol(session, circo.teachers().get(3));
        staff.leave(gone.agentId(), LocalDate.of(2026, 11, 10));
        some.enrol(session, circo.teachers().get(5));
        Enrolment waits = some.enrol(session, circo.teachers().get(4));
        driver.travelTo(REMINDER);
        assertThat(waits.state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        assertThat(some.mails("remind", stays.id() + ":0")).hasSize(1);
        assertThat(List.of(excused, gone, waits)).allSatisfy(row -> assertThat(some.mails("remind", row.id() + ":0"))
                .isEmpty());
        assertThat(some.mails("convoke", waits.id() + ":0")).isEmpty();
    }

    @Test
    void aPromotedPersonIsConvokedAndRemindedOnce() {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment first = some.enrol(session, circo.teachers().get(0));
        Enrolment next = some.enrol(session, circo.teachers().get(1));
        driver.travelTo(CONVOCATIONS);
        assertThat(some.mails("convoke", next.id() + ":0")).isEmpty();
        enrolments.decline(first.id(), first.agentId());
        assertThat(some.mails("convoke", next.id() + ":0")).hasSize(1);
        driver.travelTo(REMINDER);
        assertThat(some.mails("remind", next.id() + ":0")).hasSize(1);
        assertThat(some.mails("remind", first.id() + ":0")).isEmpty();
    }

    @Test
    void noReminderSpeaksForADayThatWasPastWhenTheSessionWasOpened() {
        driver.travelTo(LocalDateTime.of(2026, 11, 17, 10, 0));
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "sessionMorning");
        assertThat(some.mails("convoke", row.id() + ":0"))
                .as("one day before: convoked at once")
                .hasSize(1);
        assertThat(some.mails("remind", row.id() + ":0")).isEmpty();
    }

    @Test
    void aReminderWhoseHourWasMissedIsSentLateButNotAfterTheSession() {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, circo.teachers().get(0));
        driver.travelTo(REMINDER.atTime(7, 59));
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "reminderDue");
        driver.travelTo(REMINDER.plusDays(1).atTime(9, 0));
        assertThat(some.mails("remind", row.id() + ":0")).singleElement().satisfies(mail -> assertThat(mail.notAfter())
                .isBefore(Instant.parse("2026-11-19T00:00:00Z")));
    }

    @Test
    void theTrainerIsRemindedOnTheMorningOfTheSession() {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(SESSION.atTime(7, 59));
        assertThat(some.mails("remindTrainer", session.id() + ":0")).isEmpty();
        driver.travelTo(SESSION.atTime(8, 1));
        assertThat(some.mails("remindTrainer", session.id() + ":0"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.toAddress()).isEqualTo(circo.cpc().email());
                    assertThat(mail.state()).isEqualTo(MailState.DEPOSITED);
                    assertThat(mail.subject())
                            .isEqualTo("Votre session du mer. 18/11 : Présentation de l'ENT à l'équipe de l'école");
                    assertThat(mail.bodyText())
                            .contains(
                                    "mercredi 18 novembre 2026, de 14 h à 15 h 30 (1 h 30)",
                                    "- 1 personne attendue",
                                    "/sessions/" + session.id() + "/emargement");
                });
    }

    @Test
    void whoGivesTheSessionNowIsRemindedAndNobodyElse() {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(REMINDER.plusDays(1));
        ground.as(circo.erun());
        service.entrustTo(session.id(), circo.erun().id());
        driver.travelTo(SESSION.atTime(8, 1));
        assertThat(some.writtenTo("remindTrainer", session.id() + ":0"))
                .containsExactly(circo.erun().email());
    }

    @Test
    void aSessionThatIsCancelledOrMovedRemindsNobodyThatMorning() {
        TrainingSession cancelled = some.session(circo, 10, 1);
        TrainingSession moved = some.session(circo, SESSION.atTime(16, 45), 10, 1);
        some.enrol(cancelled, circo.teachers().get(0));
        some.enrol(moved, circo.teachers().get(1));
        driver.travelTo(REMINDER.plusDays(1));
        ground.as(circo.erun());
        service.cancel(cancelled.id(), "Formatrice malade");
        service.postpone(moved.id(), SESSION.plusDays(28).atTime(14, 0), null, "Neige");
        driver.travelTo(SESSION.atTime(18, 0));
        assertThat(some.mails("remindTrainer", cancelled.id() + ":0")).isEmpty();
        assertThat(some.mails("remindTrainer", moved.id() + ":0")).isEmpty();
        assertThat(some.mails("remindTrainer", moved.id() + ":1")).isEmpty();
        driver.travelTo(SESSION.plusDays(28).atTime(8, 1));
        assertThat(some.mails("remindTrainer", moved.id() + ":1")).hasSize(1);
    }

    @Test
    void whoMeetsParentsIsRemindedToCountThemAndOfNoAttestation() {
        TrainingSession meeting = some.parentsMeeting(circo);
        driver.travelTo(meeting.startsAt().toLocalDate().atTime(8, 1));
        assertThat(some.mails("remindTrainer", meeting.id() + ":0"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText())
                        .contains("comptez seulement les familles", "/sessions/" + meeting.id())
                        .doesNotContain("attestation", "/emargement"));
    }

    @Test
    void aSessionAtEightRemindsTheDayBefore() {
        TrainingSession session = some.session(circo, SESSION.minusDays(1).atTime(8, 0), 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.travelTo(SESSION.minusDays(2).atTime(8, 1));
        assertThat(some.mails("remindTrainer", session.id() + ":0")).hasSize(1);
        driver.travelTo(SESSION.minusDays(1).atTime(8, 1));
        driver.theCase("trainingSession", session.id()).waitsAt("sessionEnded");
    }

    @Test
    void whoHasJustReadOfTheSessionIsNotRemindedInTheSameBreath() {
        driver.travelTo(SESSION.atTime(9, 0));
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id()).waitsAt("prepare", "sessionStarted");
        assertThat(some.mails("convoke", session.id() + ":0:trainer")).hasSize(1);
        assertThat(some.mails("remindTrainer", session.id() + ":0")).isEmpty();
    }
}
