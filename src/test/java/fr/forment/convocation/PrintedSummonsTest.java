package fr.forment.convocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.SentSummons;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sent is printed as it was sent, also once another room is chosen; what is not sent yet is told. */
@HouseTest
class PrintedSummonsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SentSummons printed;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private Agent early;

    @BeforeEach
    void convoked() {
        circo = ground.circonscription(2);
        early = circo.teachers().get(3);
        session = some.session(circo, 10, 1);
        some.enrol(session, early);
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
    }

    private void lettersLeave() {
        jdbc.sql(
                        "UPDATE outbox_mail SET state = 'SENT', sent_at = queued_at WHERE about = ? AND state IN ('HELD', 'QUEUED')")
                .param("/sessions/" + session.id())
                .update();
    }

    private void letterIs(String template, String state) {
        assertThat(jdbc.sql(
                                "UPDATE outbox_mail SET state = ?, sent_at = NULL WHERE about = ? AND agent_id = ? AND template = ?")
                        .params(state, "/sessions/" + session.id(), early.id(), template)
                        .update())
                .isEqualTo(1);
    }

    private void anotherRoomNextDay() {
        driver.travelTo(driver.now().plusDays(1));
        anotherRoom();
    }

    private void anotherRoom() {
        ground.as(circo.erun());
        service.postpone(session.id(), session.startsAt(), "Salle neuve", "Salle prise");
    }

    private List<SentSummons.Copy> copies() {
        return printed.of(
                session,
                sessions.enrolments(session.id()).stream()
                        .filter(row -> row.convokedAt() != null)
                        .toList());
    }

    private SentSummons.Copy copy(Agent agent) {
        return copies().stream()
                .filter(each -> each.paper().agentId() == agent.id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEarlierSummonsKeepsItsRoomUntilTheNewOneHasLeft() throws Exception {
        lettersLeave();
        var sent = copy(early).paper();
        anotherRoomNextDay();
        some.enrol(sessions.find(session.id()).orElseThrow(), circo.teachers().get(0));

        assertThat(copy(early).paper()).as("as it was sent").isEqualTo(sent);
        assertThat(copy(early).since())
                .anySatisfy(line -> assertThat(line).startsWith("Lieu : ").contains("Salle neuve", "auparavant"));
        assertThat(copy(circo.teachers().get(0)).paper().place())
                .as("never summoned before: the new one")
                .contains("Salle neuve");
        assertThat(copy(circo.teachers().get(0)).isSent()).isFalse();
        Document page = visitor.page(circo.secretary(), "/sessions/" + session.id() + "/convocations");
        assertThat(page.select(".notice.warn").text())
                .contains("a changé depuis l'envoi", early.fullName())
                .contains("pas encore envoyée", circo.teachers().get(0).fullName());
        assertThat(page.select("article").text()).contains("Réimpression de la convocation envoyée le");

        lettersLeave();
        var renewed = copy(early);
        assertThat(renewed.paper().place()).contains("Salle neuve");
        assertThat(renewed.since()).isEmpty();
        assertThat(renewed.paper().writtenOn())
                .as("of the day it was written")
                .isEqualTo(sent.writtenOn().plusDays(1));
        assertThat(renewed.paper().reference()).as("two papers, two numbers").isNotEqualTo(sent.reference());
        assertThat(visitor.page(circo.secretary(), "/sessions/" + session.id() + "/convocations")
                        .select(".notice.warn"))
                .isEmpty();
    }

    @Test
    void aRoomThatIsTheFormerOneAgainChangesNothing() {
        lettersLeave();
        var sent = copy(early).paper();
        anotherRoomNextDay();
        letterIs("session/changed", "HELD");
        driver.travelTo(driver.now().plusMinutes(5));
        service.postpone(session.id(), session.startsAt(), session.place(), "Salle rendue");

        assertThat(copy(early).paper()).isEqualTo(sent);
        assertThat(copy(early).since()).isEmpty();
    }

    @Test
    void whoseSummonsHadNotLeftIsSummonedToTheNewRoom() {
        letterIs("session/convoked", "QUEUED");
        anotherRoom();

        Enrolment row = sessions.enrolments(session.id()).get(0);
        assertThat(jdbc.sql(
                                "SELECT template FROM outbox_mail WHERE agent_id = ? AND about = ? AND state IN ('HELD', 'QUEUED')")
                        .params(early.id(), "/sessions/" + session.id())
                        .query(String.class)
                        .list())
                .as("a summons, not the word that there is one to come")
                .contains("session/convoked")
                .doesNotContain("session/enrolled");
        assertThat(printed.of(session, List.of(row))).singleElement().satisfies(each -> {
            assertThat(each.isSent()).isFalse();
            assertThat(each.waits()).isTrue();
            assertThat(each.paper().place()).contains("Salle neuve");
        });
    }
}
