package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever owes the marks of several sessions gets one reminder for all of them. */
@HouseTest
class OneReminderForSeveralTest {

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MailBox mails;

    @Test
    void allAreInOneLetter() {
        Circo circo = ground.circonscription(3);
        TrainingSession morning = some.session(circo, SessionGround.WEDNESDAY.withHour(9), 10, 1);
        TrainingSession afternoon = some.session(circo, SessionGround.WEDNESDAY, 10, 1);
        some.enrol(morning, circo.teachers().get(0));
        some.enrol(afternoon, circo.teachers().get(1));
        driver.theCase("trainingSession", morning.id());
        driver.theCase("trainingSession", afternoon.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(1).withHour(12));
        driver.runDue();
        String reader = circo.cpc().email();
        List<QueuedMail> letters = mails.about("trainingSession:marks:ofTrainer:2026-11-19:").stream()
                .filter(mail -> mail.toAddress().equals(reader))
                .toList();
        assertThat(letters).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("/sessions/" + morning.id() + "/emargement", "/sessions/" + afternoon.id() + "/emargement"));
        assertThat(some.mails("marks", morning.id() + ":1")).isEmpty();
        assertThat(some.mails("marks", afternoon.id() + ":1")).isEmpty();
    }

    @Test
    void nobodyIsPressedTwiceAWeekAndTheIenReadsOfAllAtOnce() {
        Circo circo = ground.circonscription(3);
        TrainingSession first = some.session(circo, SessionGround.WEDNESDAY, 10, 1);
        TrainingSession second = some.session(circo, SessionGround.WEDNESDAY.plusDays(2), 10, 1);
        some.enrol(first, circo.teachers().get(0));
        some.enrol(second, circo.teachers().get(1));
        driver.theCase("trainingSession", first.id());
        driver.theCase("trainingSession", second.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(1).withHour(12));
        assertThat(some.writtenTo("marks", first.id() + ":1"))
                .containsExactly(circo.cpc().email());
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(6).withHour(12));
        assertThat(reminders(circo.cpc().email()))
                .as("the second session had not ended when the first letter was written")
                .hasSize(2)
                .last()
                .satisfies(mail -> assertThat(mail.bodyText())
                        .contains(
                                "/sessions/" + first.id() + "/emargement", "/sessions/" + second.id() + "/emargement"));
        mails.about("trainingSession:marks:").forEach(this::leave);
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(9).withHour(12));
        assertThat(reminders(circo.cpc().email())).hasSize(2).last().satisfies(mail -> assertThat(mail.bodyText())
                .contains("/sessions/" + first.id() + "/emargement", "/sessions/" + second.id() + "/emargement"));
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(25).withHour(12));
        assertThat(reminders(circo.ien().email())).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("session/marksEscalatedOfSeveral");
            assertThat(mail.bodyText())
                    .contains("/sessions/" + first.id() + "/emargement", "/sessions/" + second.id() + "/emargement");
        });
    }

    @Test
    void whoAnswersForTwoCirconscriptionsReadsOfBoth() {
        Circo circo = ground.circonscription(3);
        Circo other = ground.circonscription(3);
        jdbc.sql(
                        "INSERT INTO account_role (account_id, role, perimeter) SELECT id, 'IEN', ? FROM account WHERE agent_id = ?")
                .params(other.uai(), circo.ien().id())
                .update();
        TrainingSession here = some.session(circo, SessionGround.WEDNESDAY, 10, 1);
        TrainingSession there = some.session(other, SessionGround.WEDNESDAY, 10, 1);
        some.enrol(here, circo.teachers().get(0));
        some.enrol(there, other.teachers().get(0));
        driver.theCase("trainingSession", here.id());
        driver.theCase("trainingSession", there.id());
        driver.travelTo(SessionGround.WEDNESDAY.plusDays(25).withHour(12));
        driver.runDue();
        assertThat(reminders(circo.ien().email())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("/sessions/" + here.id() + "/emargement", "/sessions/" + there.id() + "/emargement"));
        assertThat(reminders(other.ien().email())).isNotEmpty().allSatisfy(mail -> assertThat(mail.bodyText())
                .doesNotContain("/sessions/" + here.id() + "/"));
    }

    private List<QueuedMail> reminders(String reader) {
        return mails.about("trainingSession:marks:").stream()
                .filter(mail -> mail.toAddress().equals(reader)
                        && (mail.template().startsWith("session/marksLate")
                                || mail.template().startsWith("session/marksEscalated")))
                .toList();
    }

    private void leave(QueuedMail mail) {
        jdbc.sql("UPDATE outbox_mail SET state = 'SENT', sent_at = not_before WHERE id = ?")
                .param(mail.id())
                .update();
    }
}
