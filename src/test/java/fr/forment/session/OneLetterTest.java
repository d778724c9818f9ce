package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.letters.TeamMails;
import fr.forment.session.letters.TrainerMails;
import fr.forment.waiting.WaitingGround;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is in two functions for one event reads one letter; a room that is still to be found is asked for, once at a
 * time.
 */
@HouseTest
class OneLetterTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    WaitingGround waiting;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    TeamMails team;

    @Autowired
    TrainerMails givers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TimeMachine time;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Circo circo;

    @BeforeEach
    void people() {
        circo = ground.circonscription(2);
    }

    @Test
    void theErunReadsOnceThatASessionWithoutTrainerChanges() {
        TrainingSession session = open(circo.schools().get(0), null);
        some.enrol(session, circo.teachers().get(0));
        List<QueuedMail> before = waiting.letters(circo.erun());
        assertThat(templates(before)).contains("session/trainerToName");

        ground.as(circo.ien());
        service.postpone(session.id(), SessionGround.WEDNESDAY.plusWeeks(1), null, "Salle prise");
        assertThat(since(before, circo.erun())).containsExactly("session/postponedNoted");

        before = waiting.letters(circo.erun());
        service.postpone(
                session.id(),
                SessionGround.WEDNESDAY.plusWeeks(1),
                circo.schools().get(1),
                "Salle prise");
        assertThat(since(before, circo.erun()))
                .as("the first had not left: one letter says both")
                .containsExactly("session/postponedNoted");
    }

    @Test
    void theErunWhoTrainsNoMoreReadsInOneLetterThatSomebodyIsToBeNamed() {
        TrainingSession session = open(circo.schools().get(0), circo.erun().id());
        List<QueuedMail> before = waiting.letters(circo.erun());
        ground.as(circo.ien());
        service.entrustTo(session.id(), null);
        assertThat(since(before, circo.erun())).containsExactly("session/replaced");
        assertThat(waiting.letters(circo.erun()))
                .filteredOn(mail -> mail.template().equals("session/replaced"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("personne n'est encore désigné"));
    }

    @Test
    void aRoomStillToBeFoundIsAskedForAndTheSummonsWaitForIt() throws Exception {
        TrainingSession session = open("Commune-1", circo.cpc().id());
        Agent comes = circo.teachers().get(0);
        Enrolment seat = some.enrol(session, comes);
        assertThat(rooms()).as("when it opens").hasSize(1);
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains("À régler avant les convocations", "La salle n'est pas connue", "E-RUN, avant le");
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .didNotPass("convoke")
                .waitsAt("prepare", "decideDate");
        assertThat(waiting.letters(comes)).noneMatch(mail -> mail.template().equals("session/convoked"));
        assertThat(waiting.letters(circo.erun()))
                .filteredOn(mail -> mail.template().equals("session/dateAwaited"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject() + mail.bodyText())
                        .contains("Session à compléter", "La salle n'est pas connue", "« Compléter la session »"));

        ground.as(circo.ien());
        service.postpone(session.id(), session.startsAt(), "Mairie, Redon", "La salle est réservée");
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .doesNotContain("À régler avant");
        driver.runDue();
        driver.theCase("trainingSession", session.id())
                .waitsAt("prepare", "convocationDue")
                .fires("convocationDue")
                .passed("convoke");
        assertThat(waiting.letters(comes))
                .filteredOn(mail -> mail.template().equals("session/convoked"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("Mairie, Redon"));
        assertThat(visitor.page(comes, "/sessions/" + session.id() + "/convocation/" + seat.id())
                        .text())
                .as("the paper says where")
                .contains("Mairie, Redon")
                .doesNotContain("salle à préciser");
    }

    @Test
    void aSessionWithoutTrainerNorRoomIsOneLetter() {
        open("Redon", null);
        assertThat(waiting.letters(circo.erun())).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("session/trainerToName");
            assertThat(mail.bodyText()).contains("réservez-en aussi une");
        });
    }

    /** What opens so late that people are to be summoned at once asks twice at once. */
    @Test
    void aRoomIsNotAskedForTwiceInOneBreath() {
        TrainingSession room = open("Commune-1", circo.cpc().id());
        assertThat(rooms()).hasSize(1);
        transaction.executeWithoutResult(done -> team.roomAwaited(room));
        assertThat(rooms()).hasSize(1);
    }

    /** The eve of the session nothing is waited for, not even that minute: each change is told at once, as it is. */
    @Test
    void nearTheSessionEachChangeLeavesAtOnce() {
        time.startAt(
                SessionGround.WEDNESDAY.minusDays(1).withHour(10).atZone(PARIS).toInstant());
        TrainingSession session = open(circo.schools().get(0), circo.cpc().id());
        Agent comes = circo.teachers().get(0);
        some.enrol(session, comes);
        driver.runDue();
        dispatcher.run();
        List<QueuedMail> before = sent(comes);
        assertThat(before).isNotEmpty();
        ground.as(circo.ien());
        service.postpone(session.id(), session.startsAt(), "Mairie, Redon", "La salle est prise");
        dispatcher.run();
        service.postpone(session.id(), session.startsAt(), "Salle des fêtes, Redon", "Celle-ci aussi");
        dispatcher.run();
        assertThat(sent(comes)).hasSize(before.size() + 2);
        assertThat(sent(comes).get(before.size() + 1)).satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("session/changed");
            assertThat(mail.bodyText()).contains("Salle des fêtes, Redon");
        });
    }

    private List<QueuedMail> sent(Agent reader) {
        return waiting.letters(reader).stream()
                .filter(mail -> Set.of(MailState.SENT, MailState.DEPOSITED).contains(mail.state()))
                .sorted(Comparator.comparing(QueuedMail::id))
                .toList();
    }

    @Test
    void whoWaitsReadsThatTheRoomChangedAndNotTheDate() {
        TrainingSession session = some.session(circo, 1, 1);
        some.enrol(session, circo.teachers().get(0));
        Agent waits = circo.teachers().get(2);
        some.enrol(session, waits);
        ground.as(circo.ien());
        service.postpone(session.id(), session.startsAt(), "Mairie, Redon", "La salle est réservée");
        assertThat(waiting.letters(waits))
                .filteredOn(mail -> mail.template().equals("session/waitingMoved"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText())
                        .contains("garde sa date et change de lieu", "Mairie, Redon")
                        .doesNotContain("reportée"));
    }

    private TrainingSession open(String place, Long trainer) {
        LocalDateTime start = SessionGround.WEDNESDAY;
        TrainingSession session = service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                start,
                90,
                place,
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer,
                false));
        driver.runDue();
        return session;
    }

    private List<QueuedMail> rooms() {
        return waiting.letters(circo.erun()).stream()
                .filter(mail -> mail.template().equals("session/roomToName"))
                .toList();
    }

    private List<String> since(List<QueuedMail> before, Agent reader) {
        List<String> now = new ArrayList<>(templates(waiting.letters(reader)));
        templates(before).forEach(now::remove);
        return now;
    }

    private static List<String> templates(List<QueuedMail> mails) {
        return mails.stream().map(QueuedMail::template).toList();
    }
}
