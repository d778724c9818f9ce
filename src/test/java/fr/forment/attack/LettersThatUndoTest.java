package fr.forment.attack;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What undoes a summons was queued for the first hour of a school day, which came after the session: nobody was told.
 */
@HouseTest
@Tag("attack")
class LettersThatUndoTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TimeMachine time;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailBox box;

    @Autowired
    Visitor visitor;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    private void at(LocalDateTime moment) {
        time.startAt(moment.atZone(PARIS).toInstant());
    }

    private TrainingSession convoked(LocalDateTime start) {
        TrainingSession session = some.session(circo, start, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(1));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        dispatcher.run();
        return session;
    }

    private String answer(Agent who, String path, String... params) throws Exception {
        var request = post(path);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        if (path.endsWith("/formateur") || path.endsWith("/reporter")) {
            request.param("vu", visitor.shown(who, path.replaceFirst("/[a-z]+$", "")));
        }
        visitor.as(who, request);
        time.runDue();
        return path;
    }

    private List<QueuedMail> letters(String step) {
        return box.about("trainingSession:" + step + ":").stream()
                .filter(mail -> circo.teachers().stream()
                                .anyMatch(agent -> mail.toAddress().equals(agent.email()))
                        || mail.toAddress().equals(circo.cpc().email()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-10T09:00, 2026-11-09T18:30, on the eve after the last hour",
        "2026-11-10T09:00, 2026-11-10T07:10, before the first hour of the day itself",
        "2026-11-09T09:00, 2026-11-06T18:05, on Friday evening for Monday",
        "2026-11-09T09:00, 2026-11-08T15:00, on Sunday",
        "2026-11-02T09:00, 2026-10-24T09:00, in the holidays for the first day after them",
        "2026-11-02T17:00, 2026-10-24T09:00, in the holidays for the afternoon of that day",
        "2026-11-12T09:00, 2026-11-10T18:30, before a day off",
        "2026-11-18T09:00, 2026-11-06T18:30, on Friday evening for a far day",
        "2026-11-18T09:00, 2026-10-25T23:40, in a night of the holidays for a far day"
    })
    void aCancellationLeavesAtOnce(LocalDateTime start, LocalDateTime now, String why) throws Exception {
        TrainingSession session = convoked(start);
        at(now);
        answer(circo.erun(), "/sessions/" + session.id() + "/annuler", "motive", "Formateur souffrant");
        dispatcher.run();
        assertThat(letters("cancel"))
                .as(why)
                .hasSize(3)
                .extracting(QueuedMail::state)
                .containsOnly(MailState.DEPOSITED);
        assertThat(letters("cancel"))
                .extracting(QueuedMail::sentAt)
                .allMatch(sent -> !sent.isAfter(now.plusMinutes(1).atZone(PARIS).toInstant()));
    }

    @Test
    void whatChangesForOnePersonOnAFarDayKeepsTheHoursOfSchool() throws Exception {
        TrainingSession session = convoked(LocalDateTime.of(2026, 11, 18, 9, 0));
        at(LocalDateTime.of(2026, 11, 6, 18, 30));
        answer(circo.erun(), "/sessions/inscriptions/" + first(session).id() + "/desinscrire", "motive", "Remplacé");
        assertThat(letters("unseat"))
                .hasSize(1)
                .extracting(QueuedMail::notBefore)
                .containsOnly(Instant.parse("2026-11-09T07:00:00Z"));
    }

    @Test
    void soDoAllThatChangeASummonsNearby() throws Exception {
        TrainingSession session = convoked(LocalDateTime.of(2026, 11, 10, 9, 0));
        at(LocalDateTime.of(2026, 11, 9, 19, 0));
        Enrolment first = first(session);
        answer(circo.erun(), "/sessions/inscriptions/" + first.id() + "/desinscrire", "motive", "Remplacé");
        answer(
                circo.erun(),
                "/sessions/" + session.id() + "/formateur",
                "agent",
                String.valueOf(circo.erun().id()));
        dispatcher.run();
        answer(
                circo.erun(),
                "/sessions/" + session.id() + "/reporter",
                "day",
                "24/11/2026",
                "time",
                "09:00",
                "motive",
                "Neige");
        dispatcher.run();
        assertThat(letters("unseat")).hasSize(1).extracting(QueuedMail::state).containsOnly(MailState.DEPOSITED);
        assertThat(box.about("trainingSession:announce:" + session.id() + ":0:"
                        + circo.erun().id()))
                .hasSize(1)
                .extracting(QueuedMail::state)
                .containsOnly(MailState.DEPOSITED);
        assertThat(letters("postpone"))
                .as("the date they would have come on is tomorrow")
                .isNotEmpty()
                .extracting(QueuedMail::state)
                .containsOnly(MailState.DEPOSITED);
    }

    @Test
    void whoIsNoLongerTheTrainerIsTold() throws Exception {
        TrainingSession session = convoked(LocalDateTime.of(2026, 11, 10, 9, 0));
        at(LocalDateTime.of(2026, 11, 9, 19, 0));
        answer(
                circo.erun(),
                "/sessions/" + session.id() + "/formateur",
                "agent",
                String.valueOf(circo.erun().id()));
        dispatcher.run();
        assertThatMails(letters("replaced"))
                .as("he would come for nothing")
                .isOne()
                .isTo(circo.cpc())
                .is(MailState.DEPOSITED);
    }

    @Test
    void anExcuseOfTheEveReachesTheDirectorBeforeTheSession() throws Exception {
        TrainingSession session = convoked(LocalDateTime.of(2026, 11, 10, 9, 0));
        at(LocalDateTime.of(2026, 11, 9, 18, 30));
        Enrolment first = first(session);
        answer(circo.teachers().get(0), "/sessions/inscriptions/" + first.id() + "/empechement");
        dispatcher.run();
        assertThat(some.mails("excuse", first.id()))
                .isNotEmpty()
                .extracting(QueuedMail::state)
                .containsOnly(MailState.DEPOSITED);
    }

    @Test
    void aSummonsThatWaitsDoesNotFollowItsCancellation() throws Exception {
        TrainingSession session = some.session(circo, LocalDateTime.of(2026, 11, 10, 9, 0), 10, 1);
        some.enrol(session, circo.teachers().get(1));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        at(LocalDateTime.of(2026, 10, 23, 19, 0));
        Enrolment late = some.enrol(session, circo.teachers().get(0));
        assertThat(some.mails("convoke", late.id() + ":0"))
                .extracting(QueuedMail::state)
                .containsExactly(MailState.QUEUED);
        answer(circo.erun(), "/sessions/" + session.id() + "/annuler", "motive", "Formateur souffrant");
        at(LocalDateTime.of(2026, 11, 3, 9, 0));
        dispatcher.run();
        assertThat(some.mails("convoke", late.id() + ":0"))
                .extracting(QueuedMail::state)
                .doesNotContain(MailState.DEPOSITED);
        assertThat(box.about("trainingSession:directorInformed:" + late.id() + ":"))
                .as("nor what would tell the director of it")
                .isNotEmpty()
                .extracting(QueuedMail::state)
                .doesNotContain(MailState.DEPOSITED);
        assertThat(some.mails("cancel", late.id()))
                .extracting(QueuedMail::state)
                .containsExactly(MailState.DEPOSITED);
    }

    private Enrolment first(TrainingSession session) {
        return sessions.enrolments(session.id()).get(0);
    }
}
