package fr.forment.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.files.QrPictureTest;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import jakarta.servlet.http.Cookie;
import java.time.LocalDateTime;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The code on the wall, read by telephones: what counts, and what is refused with a kind word. */
@HouseTest
@Tag("attack")
class CheckInTest {

    private static final LocalDateTime START = SessionGround.WEDNESDAY;

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    ProcessDriver driver;

    private Circo circo;
    private TrainingSession session;
    private Agent teacher;
    private Enrolment row;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 1);
        teacher = circo.teachers().get(0);
        row = some.enrol(session, teacher);
        some.enrol(session, circo.teachers().get(1));
    }

    private void begin() {
        driver.travelTo(START.plusMinutes(2));
    }

    @Test
    void theHourOfTheReadingCountsHoweverSlowTheSignIn() throws Exception {
        begin();
        Cookie ticket = read(code(session));
        driver.travelTo(START.plusMinutes(5));
        assertThat(page(teacher, ticket).select("form button").text()).contains("Je suis là");
        assertThat(state().isExpected()).as("looking notes nothing").isTrue();
        Document done = confirm(teacher, ticket);
        assertThat(done.select("[role=status]").text()).contains("présence est notée");
        assertThat(done.text()).contains("14 h 02");
        assertThat(state()).isEqualTo(EnrolmentState.PRESENT);
        assertThat(confirm(teacher, ticket).select("[role=status]").text())
                .as("pressed twice")
                .contains("présence est notée");
        assertThat(visitor.page(circo.cpc(), "/sessions/" + session.id() + "/emargement")
                        .text())
                .contains("Code lu à 14 h 02");
        assertThat(visitor.page(circo.cpc(), "/sessions/" + session.id() + "/emargement/code/maintenant")
                        .text())
                .contains("1 présence notée sur 2");
    }

    @Test
    void theSignInSaysThatTheReadingIsKept() throws Exception {
        begin();
        Cookie hour = scan(code(session)).getCookie("FORMENT-LU");
        assertThat(hour.getPath()).isEqualTo("/login");
        assertThat(Jsoup.parse(web.perform(get("/login").cookie(hour))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("[role=status]")
                        .text())
                .contains(
                        "Code de présence lu à 14 h 02",
                        "gardée dans ce navigateur jusqu'à 14 h 17",
                        "elle note votre présence");
        for (String none : new String[] {"", "2560", "<b>", "14 h"}) {
            assertThat(Jsoup.parse(web.perform(get("/login").cookie(new Cookie("FORMENT-LU", none)))
                                    .andReturn()
                                    .getResponse()
                                    .getContentAsString())
                            .select("[role=status]"))
                    .isEmpty();
        }
    }

    @Test
    void aPhotoIsWorthNothingAfterFortySeconds() throws Exception {
        begin();
        String code = code(session);
        driver.travelTo(START.plusMinutes(2).plusSeconds(30));
        assertThat(scan(code).getStatus()).as("while the next one is shown").isEqualTo(302);
        driver.travelTo(START.plusMinutes(2).plusSeconds(41));
        assertThat(refusal(code)).contains("n'est plus valable", "toutes les 20 secondes");
        assertThat(code(session)).isNotEqualTo(code);
    }

    @Test
    void aCodeServesOnePersonOnly() throws Exception {
        begin();
        Agent other = circo.teachers().get(1);
        Cookie ticket = read(code(session));
        confirm(teacher, ticket);
        assertThat(confirm(other, ticket).select("[role=alert]").text())
                .contains("déjà servi à une autre personne", "signez la feuille");
        assertThat(page(other, ticket).select("[role=alert]").text()).contains("déjà servi");
    }

    @Test
    void theAddressAloneIsNobodysPresence() throws Exception {
        begin();
        assertThat(Jsoup.parse(visitor.as(teacher, post("/presence")).getContentAsString())
                        .select("[role=alert]")
                        .text())
                .contains("Aucun code n'a été lu");
        Cookie ticket = read(code(session));
        String forged = ticket.getValue().replaceFirst("^\\d+", String.valueOf(session.id() + 1));
        assertThat(confirm(teacher, new Cookie("FORMENT-PRESENCE", forged))
                        .select("[role=alert]")
                        .text())
                .contains("Aucun code n'a été lu");
        driver.travelTo(START.plusMinutes(2).plus(ScanTicket.LIFE));
        assertThat(confirm(teacher, ticket).select("[role=alert]").text()).contains("depuis un quart d'heure");
        assertThat(state().isExpected()).isTrue();
    }

    @Test
    void aForgedCodeIsRefused() throws Exception {
        begin();
        String code = code(session);
        for (String forged : new String[] {
            "x",
            "1-1-1",
            code.substring(0, code.length() - 1) + (code.endsWith("A") ? "B" : "A"),
            code.replaceFirst("^\\d+", "999999999"),
            code.replaceFirst("-1-", "-2-"),
            code.replaceFirst("-1-", "-999-"),
            "<script>alert(1)<x"
        }) {
            assertThat(refusal(forged)).as(forged).contains("n'est pas un code de présence");
        }
    }

    @Test
    void aSessionToComeOrMovedOrAnotherOneIsRefused() throws Exception {
        TrainingSession later = some.session(circo, START.plusDays(7), 10, 1);
        String early = code(later);
        assertThat(early).as("nothing is shown a week before").isNull();
        driver.travelTo(START.minusMinutes(20));
        Cookie ticket = read(code(session));
        assertThat(confirm(teacher, ticket).select("[role=status]").text())
                .as("who comes before the hour")
                .contains("notée");
        assertThat(state().isExpected()).as("counted once the session is over").isTrue();
        driver.theCase("trainingSession", session.id());
        driver.travelTo(START.plusHours(2));
        assertThat(state()).isEqualTo(EnrolmentState.PRESENT);
        assertThat(code(session)).as("nothing is shown once it is over").isNull();
    }

    @Test
    void whoIsNotOnTheListIsSentToTheTrainer() throws Exception {
        begin();
        Cookie ticket = read(code(session));
        assertThat(confirm(circo.teachers().get(2), ticket)
                        .select("[role=alert]")
                        .text())
                .contains("n'est pas sur la liste", "peut vous ajouter");
    }

    @Test
    void whatTheTrainerSaidStays() throws Exception {
        begin();
        visitor.as(
                circo.cpc(), post("/sessions/" + session.id() + "/emargement").param("mark_" + row.id(), "ABSENT"));
        assertThat(confirm(teacher, read(code(session))).select("[role=alert]").text())
                .contains("absence", "dites-le à la personne qui assure la formation");
        assertThat(state()).isEqualTo(EnrolmentState.ABSENT);
    }

    /** On a screen of one's own the code would say that one is there, wherever that is. */
    @Test
    void whoIsExpectedIsNotShownTheCode() throws Exception {
        some.enrol(session, circo.erun());
        begin();
        for (String path : List.of("/emargement/code", "/emargement/code/maintenant")) {
            assertThat(visitor.page(circo.erun(), "/sessions/" + session.id() + path)
                            .select("svg.qr"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id() + "/emargement/code")
                        .text())
                .contains("Vous faites partie des personnes attendues");
        assertThat(code(session)).as("the wall of somebody else").isNotNull();
    }

    /** As the camera of a telephone reads it from the trainer's screen; null where none is shown. */
    private String code(TrainingSession of) throws Exception {
        Document wall = visitor.page(circo.cpc(), "/sessions/" + of.id() + "/emargement/code");
        if (wall.select("svg.qr").isEmpty()) {
            return null;
        }
        int size = Integer.parseInt(wall.select("svg.qr").attr("viewBox").split(" ")[2]);
        String address = QrPictureTest.read(size, wall.select("svg.qr path").attr("d"));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private MockHttpServletResponse scan(String code) throws Exception {
        return web.perform(get("/presence/code/{code}", code)).andReturn().getResponse();
    }

    private Cookie read(String code) throws Exception {
        MockHttpServletResponse answer = scan(code);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/presence");
        return answer.getCookie("FORMENT-PRESENCE");
    }

    private String refusal(String code) throws Exception {
        return Jsoup.parse(scan(code).getContentAsString())
                .select("[role=alert]")
                .text();
    }

    private Document page(Agent who, Cookie ticket) throws Exception {
        return Jsoup.parse(visitor.as(who, get("/presence").cookie(ticket)).getContentAsString());
    }

    private Document confirm(Agent who, Cookie ticket) throws Exception {
        return Jsoup.parse(visitor.as(who, post("/presence").cookie(ticket)).getContentAsString());
    }

    private EnrolmentState state() {
        return sessions.enrolment(row.id()).orElseThrow().state();
    }
}
