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
}
