package fr.forment.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.DatesService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.told.Appointments;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session on three dates, the second given by the E-RUN in the place of the CPC. */
@HouseTest
class HalfDaysAskedTest {

    private static final LocalDateTime FIRST = SessionGround.WEDNESDAY;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    DatesService dates;

    @Autowired
    SessionWords words;

    @Autowired
    Sessions sessions;

    @Autowired
    Appointments appointments;

    @Autowired
    MarksService marks;

    @Autowired
    HalfDayMarksService asking;

    private Circo circo;
    private TrainingSession session;
    private TheCase theCase;

    @BeforeEach
    void onThreeDates() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        theCase = driver.theCase("trainingSession", session.id());
        dates.set(
                session.id(),
                words.shownDates(sessions.find(session.id()).orElseThrow()).sent(),
                List.of(
                        half(1, FIRST, null),
                        half(2, FIRST.plusDays(2), circo.erun().id()),
                        half(3, FIRST.plusDays(6), null)),
                "Trois temps",
                true,
                "La personne prévue est prise");
        session = sessions.find(session.id()).orElseThrow();
    }

    private static HalfDay half(int position, LocalDateTime start, Long trainer) {
        return new HalfDay(position, start, start.plusMinutes(30), trainer);
    }

    private List<QueuedMail> asked(Agent giver) {
        return some.mails("halfDayMarks", session.id()).stream()
                .filter(mail -> mail.toAddress().equals(giver.email()))
                .toList();
    }

    private void roundAt(LocalDateTime moment) {
        driver.travelTo(moment);
        asking.round();
        asking.round();
    }

    @Test
    void whoeverGaveAHalfDayIsAskedTheSameEveningAndOnce() {
        roundAt(FIRST.plusMinutes(29));
        assertThat(some.mails("halfDayMarks", session.id())).isEmpty();
        roundAt(FIRST.plusMinutes(31));
        assertThat(asked(circo.erun())).isEmpty();
        assertThat(asked(circo.cpc())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).contains("Émargement à saisir", "18/11");
            assertThat(mail.bodyText())
                    .contains(
                            "mercredi 18 novembre 2026, après-midi, de 14 h à 14 h 30 : 1 présence à saisir",
                            "le mardi 24 novembre 2026",
                            "/emargement?demiJournee=1");
        });
        marks.allPresent(session.id(), 1);
        roundAt(FIRST.plusDays(2).plusMinutes(31));
        assertThat(asked(circo.cpc())).hasSize(1);
        assertThat(asked(circo.erun())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("vendredi 20 novembre 2026, après-midi")
                .doesNotContain("18 novembre"));
        marks.allPresent(session.id(), 2);
        driver.travelTo(FIRST.plusDays(6).plusMinutes(31));
        theCase.waitsAt("mark");
        assertThat(some.mails("marks", session.id() + ":0"))
                .filteredOn(mail -> mail.toAddress().equals(circo.cpc().email()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("18/11 au ", "24/11");
                    assertThat(mail.bodyText())
                            .contains("mercredi 18 novembre 2026", "mardi 24 novembre 2026")
                            .doesNotContain("vendredi 20 novembre");
                });
    }

    @Test
    void theLetterDoesNotFollowTheMarks() {
        roundAt(FIRST.withHour(18).withMinute(1)); // letters leave in the morning
        assertThat(asked(circo.cpc())).singleElement().satisfies(mail -> assertThat(mail.state())
                .isEqualTo(MailState.QUEUED));
        marks.allPresent(session.id(), 1);
        roundAt(FIRST.withHour(18).withMinute(16));
        assertThat(asked(circo.cpc())).singleElement().satisfies(mail -> assertThat(mail.state())
                .isEqualTo(MailState.DROPPED));
    }

    @Test
    void whatIsMissingAgainIsAskedForAgain() {
        roundAt(FIRST.withHour(18).withMinute(1));
        marks.allPresent(session.id(), 1);
        roundAt(FIRST.withHour(18).withMinute(16));
        driver.travelTo(FIRST.plusDays(2).plusMinutes(5));
        marks.walkIn(session.id(), 2, circo.teachers().get(1).email(), null);
        roundAt(FIRST.plusDays(2).withHour(18).withMinute(31));
        assertThat(asked(circo.cpc()))
                .extracting(QueuedMail::state)
                .as("the first was never read: somebody joined, of whom nobody said whether he was there then")
                .containsExactly(MailState.DROPPED, MailState.QUEUED);
        marks.allPresent(session.id(), 1);
        roundAt(FIRST.plusDays(2).withHour(18).withMinute(46));
        assertThat(asked(circo.cpc())).extracting(QueuedMail::state).containsOnly(MailState.DROPPED);
    }

    /** The first date is past, the session is not. */
    @Test
    void theNextHalfDayIsNamedBetweenTwoDates() {
        assertThat(appointments.instead(session)).isEmpty();
        driver.travelTo(FIRST.plusDays(1));
        TrainingSession begun = sessions.find(session.id()).orElseThrow();
        assertThat(appointments.isOne(begun)).isTrue();
        assertThat(appointments.instead(begun))
                .hasValue("session commencée le 18 novembre 2026, prochaine demi-journée le 20 novembre 2026");
    }

    @Test
    void whoHasMarkedIsNotAsked() {
        driver.travelTo(FIRST.plusMinutes(5));
        marks.allPresent(session.id(), 1);
        roundAt(FIRST.plusHours(3));
        assertThat(some.mails("halfDayMarks", session.id())).isEmpty();
    }
}
