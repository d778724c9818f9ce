package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.waiting.WaitingGround;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * A session at a distance has a link that opens, told to whoever is expected and to nobody else; and the bounds of a
 * session.
 */
@HouseTest
class VideoLinkTest {

    private static final String LINK = "https://visio.exemple.fr/salle-7";

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    fr.forment.session.halfday.StandInService standIns;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    Sessions sessions;

    @Autowired
    WaitingGround waiting;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    private Circo circo;

    @BeforeEach
    void people() {
        circo = ground.circonscription(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mairie, Redon",
                "http://visio.exemple.fr/a",
                "https://",
                "https://moi:secret@visio.exemple.fr",
                "javascript:alert(1)",
                "https://a b"
            })
    void isAskedForWhereASessionIsOpenedAtADistance(String typed) throws Exception {
        Document page =
                org.jsoup.Jsoup.parse(visitor.as(circo.erun(), opening(typed)).getContentAsString());
        assertThat(page.select("[role=alert]").text()).contains("adresse de la visioconférence, en https");
        assertThat(page.select("#otherPlace").val()).isEqualTo(typed);
    }

    @Test
    void opensWithItAndNoRoom() throws Exception {
        assertThat(visitor.as(circo.erun(), opening(LINK)).getStatus()).isEqualTo(302);
        assertThat(sessions.ofCirconscriptions(List.of(circo.uai())))
                .singleElement()
                .satisfies(session -> assertThat(session.place()).isEqualTo(LINK));
    }

    @Test
    void isToldToWhoIsExpectedAndToNobodyElse() throws Exception {
        TrainingSession session = remote(LINK);
        Agent comes = circo.teachers().get(0);
        Agent waits = circo.teachers().get(2);
        Enrolment seat = some.enrol(session, comes);
        some.enrol(session, waits);
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue")
                .fires("reminderDue");

        String page = "/sessions/" + session.id();
        assertThat(visitor.page(comes, page).select("a[href=" + LINK + "]")).hasSize(1);
        assertThat(visitor.page(circo.erun(), page).select("a[href=" + LINK + "]"))
                .isNotEmpty();
        assertThat(visitor.page(waits, page).html()).doesNotContain(LINK);
        assertThat(visitor.page(circo.directors().get(0), page).html()).doesNotContain(LINK);
        assertThat(agenda(comes, page)).contains("LOCATION:" + LINK, "CONFERENCE;VALUE=URI;FEATURE=VIDEO:" + LINK);
        assertThat(agenda(waits, page)).doesNotContain(LINK);
        assertThat(visitor.page(comes, page + "/convocation/" + seat.id()).text())
                .contains(LINK);
        assertThat(letters(comes, "session/convoked"))
                .singleElement()
                .asString()
                .contains(LINK);
        assertThat(letters(comes, "session/reminded"))
                .singleElement()
                .asString()
                .contains(LINK);
        assertThat(waiting.letters(waits)).isNotEmpty().noneMatch(mail -> mail.bodyText()
                .contains(LINK));
        circo.directors().forEach(director -> assertThat(waiting.letters(director))
                .noneMatch(mail -> mail.bodyText().contains(LINK)));
    }

    @Test
    void nobodyIsConvokedWithoutIt() throws Exception {
        TrainingSession session = remote(Format.DISTANCE.label());
        Agent comes = circo.teachers().get(0);
        some.enrol(session, comes);
        String page = "/sessions/" + session.id();
        assertThat(visitor.page(circo.erun(), page).text())
                .contains("n'est pas indiquée", "les convocations ne partent pas");
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .waitsAt("prepare", "decideDate")
                .didNotPass("convoke");
        assertThat(letters(comes, "session/convoked")).isEmpty();
    }

    @Test
    void whoStandsInReadsIt() throws Exception {
        TrainingSession session = remote(LINK);
        Agent standIn = circo.directors().get(1);
        ground.as(circo.erun());
        standIns.entrust(session.id(), 1, standIn.id());
        assertThat(letters(standIn, "session/halfDayEntrusted"))
                .singleElement()
                .asString()
                .contains(LINK);
        standIns.entrust(session.id(), 1, null);
        assertThat(letters(standIn, "session/halfDayTaken"))
                .singleElement()
                .asString()
                .doesNotContain(LINK);
    }

    @Test
    void anotherLinkIsToldAsAChange() throws Exception {
        TrainingSession session = remote(LINK);
        some.enrol(session, circo.teachers().get(0));
        assertThat(visitor.refused(circo.erun(), moved(session, "Mairie, Redon")))
                .contains("en https");
        assertThat(visitor.refused(circo.erun(), moved(session, LINK + "-bis"))).isEmpty();
        assertThat(sessions.find(session.id()).orElseThrow().place()).isEqualTo(LINK + "-bis");
    }

    @Test
    void placesMinimumAndLastDayOfEnrolmentAreSetAndHold() throws Exception {
        TrainingSession session = some.session(circo, 2, 1);
        Agent one = circo.teachers().get(0);
        some.enrol(session, one);
        some.enrol(session, circo.teachers().get(2));
        Enrolment waits = some.enrol(session, circo.teachers().get(4));
        assertThat(waits.state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);

        assertThat(visitor.refused(circo.erun(), bound(session, "1", "1", ""))).contains("déjà prises");
        assertThat(visitor.refused(circo.erun(), bound(session, "3", "4", ""))).contains("L'effectif minimal va de 1");
        assertThat(visitor.refused(circo.erun(), bound(session, "3", "2", "2026-12-31")))
                .contains("ne peut pas suivre");
        assertThat(visitor.refused(circo.erun(), bound(session, "3", "2", "2026-09-02")))
                .isEmpty();
        assertThat(sessions.enrolment(waits.id()).orElseThrow().state())
                .as("who waits has the new place")
                .isEqualTo(EnrolmentState.INSCRIT);

        assertThat(visitor.refused(circo.erun(), bound(session, "5", "2", "2026-09-02")))
                .isEmpty();
        driver.travelTo(java.time.LocalDateTime.of(2026, 9, 3, 9, 0));
        assertThat(visitor.refused(circo.erun(), enrol(session, circo.teachers().get(1), "")))
                .contains("closes depuis le 2 septembre 2026", "indiquez un motif");
        assertThat(visitor.refused(circo.erun(), enrol(session, circo.teachers().get(1), "Retour de congé")))
                .isEmpty();
    }

    private TrainingSession remote(String place) {
        return service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY,
                90,
                place,
                Format.DISTANCE,
                1,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.cpc().id(),
                false));
    }

    private List<String> letters(Agent agent, String template) {
        return waiting.letters(agent).stream()
                .filter(mail -> mail.template().equals(template))
                .map(QueuedMail::bodyText)
                .toList();
    }

    private String agenda(Agent who, String page) throws Exception {
        return visitor.as(who, get(page + ".ics")).getContentAsString().replace("\r\n ", "");
    }

    private MockHttpServletRequestBuilder opening(String place) {
        return post("/sessions/nouvelle")
                .param("circonscription", circo.uai())
                .param("module", "PRES-ECOLE")
                .param("day", "2026-11-18")
                .param("time", "14:00")
                .param("format", "DISTANCE")
                .param("school", "")
                .param("otherPlace", place)
                .param("capacity", "10")
                .param("minimum", "1");
    }

    private MockHttpServletRequestBuilder moved(TrainingSession session, String place) throws Exception {
        return post("/sessions/" + session.id() + "/reporter")
                .param("vu", seen(session, "/reporter"))
                .param("day", "2026-11-18")
                .param("time", "14:00")
                .param("place", place)
                .param("motive", "Autre salle");
    }

    private MockHttpServletRequestBuilder bound(TrainingSession session, String places, String least, String until)
            throws Exception {
        return post("/sessions/" + session.id() + "/places")
                .param("vu", seen(session, "/places"))
                .param("capacity", places)
                .param("minimum", least)
                .param("limite", until);
    }

    private String seen(TrainingSession session, String form) throws Exception {
        return visitor.page(circo.erun(), "/sessions/" + session.id())
                .select("form[action$=" + form + "] input[name=vu]")
                .val();
    }

    private MockHttpServletRequestBuilder enrol(TrainingSession session, Agent who, String motive) {
        return post("/sessions/" + session.id() + "/inscrire")
                .param("agent", String.valueOf(who.id()))
                .param("motive", motive);
    }
}
