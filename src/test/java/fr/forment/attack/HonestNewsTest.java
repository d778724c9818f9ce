package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import fr.forment.mail.MailPause;
import fr.forment.mail.PauseEnd;
import fr.forment.people.Agent;
import fr.forment.people.ListSays;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** « Les personnes concernées reçoivent un courriel », said a page, and nobody got one. */
@HouseTest
@Tag("attack")
class HonestNewsTest {

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TimeMachine time;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    MailPause pause;

    @Autowired
    PauseEnd end;

    @Autowired
    StaffService staff;

    @Autowired
    ListSays listSays;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private Enrolment enrolment;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(1);
        session = some.session(circo, LocalDateTime.of(2026, 11, 10, 9, 0), 10, 1);
        enrolment = some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        dispatcher.run();
    }

    @AfterEach
    void letMailsLeave() {
        end.resume(null, "admin");
    }

    private String cancelled(LocalDateTime moment) throws Exception {
        return said(moment, "/sessions/" + session.id() + "/annuler");
    }

    private String said(LocalDateTime moment, String door) throws Exception {
        time.startAt(moment.atZone(ZoneId.of("Europe/Paris")).toInstant());
        ground.as(circo.erun());
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        var flash = web.perform(post(door)
                        .param("motive", "Neige")
                        .with(authentication(who))
                        .with(csrf()))
                .andReturn()
                .getFlashMap();
        time.runDue();
        return (String) flash.get("done");
    }

    @Test
    void saysThatTheMailLeavesAtOnceWhenItDoes() throws Exception {
        assertThat(cancelled(LocalDateTime.of(2026, 11, 9, 18, 30)))
                .isEqualTo("La session est annulée. Un courriel part tout de suite aux personnes concernées.");
    }

    @Test
    void saysWhenItLeavesLater() throws Exception {
        assertThat(said(
                        LocalDateTime.of(2026, 10, 30, 19, 0),
                        "/sessions/inscriptions/" + enrolment.id() + "/desinscrire"))
                .contains("Un courriel part à la personne concernée lundi 2 novembre 2026 à 8 h.");
    }

    @Test
    void aCancellationLeavesAtOnceWhateverTheDayAndTheHour() throws Exception {
        int before = told().size();
        LocalDateTime sundayNight = LocalDateTime.of(2026, 10, 25, 23, 40);
        assertThat(cancelled(sundayNight))
                .isEqualTo("La session est annulée. Un courriel part tout de suite aux personnes concernées.");
        dispatcher.run();
        List<String> written = told().subList(before, told().size());
        assertThat(written)
                .as("who comes, who gives it, who directs his school")
                .contains("session/cancelled DEPOSITED", "session/trainerCancelled DEPOSITED")
                .contains("session/cancelledNoted DEPOSITED")
                .filteredOn(letter -> !letter.startsWith("session/toReplan "))
                .allMatch(letter -> letter.endsWith(" DEPOSITED"));
        assertThat(written)
                .as("that another session is to be thought of can wait for the morning")
                .filteredOn(letter -> letter.startsWith("session/toReplan "))
                .isNotEmpty()
                .allMatch(letter -> letter.endsWith(" QUEUED"));
    }

    private List<String> told() {
        return jdbc.sql("SELECT template || ' ' || state FROM outbox_mail WHERE about = ? ORDER BY id")
                .param("/sessions/" + session.id())
                .query(String.class)
                .list();
    }

    @Test
    void promisesNothingWhileSendingIsPaused() throws Exception {
        pause.pause("admin", "essai");
        assertThat(cancelled(LocalDateTime.of(2026, 11, 9, 18, 30)))
                .contains("suspendu", "téléphonez")
                .doesNotContain("tout de suite");
    }

    @Test
    void namesWhoHasNoAddress() throws Exception {
        Agent teacher = circo.teachers().get(0);
        listSays.noAddress(teacher);
        assertThat(cancelled(LocalDateTime.of(2026, 11, 9, 18, 30)))
                .contains("à prévenir vous-même : " + teacher.fullName());
    }

    @Test
    void theSessionsPageTellsWhomNoLetterReached() throws Exception {
        cancelled(LocalDateTime.of(2026, 11, 9, 18, 30));
        jdbc.sql(
                        "UPDATE outbox_mail SET state = 'MISSED' WHERE about = ? AND template = 'session/cancelled' AND agent_id = ?")
                .params("/sessions/" + session.id(), circo.teachers().get(0).id())
                .update();
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id())
                        .select("section.notice.bad")
                        .text())
                .contains("ne sont pas arrivés", circo.teachers().get(0).fullName(), "non envoyé, trop tard")
                .doesNotContain(circo.cpc().fullName());
        assertThat(visitor.page(circo.teachers().get(0), "/sessions/" + session.id())
                        .text())
                .as("the organisers' concern")
                .doesNotContain("ne sont pas arrivés");
    }
}
