package fr.forment.attendance;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.people.TrainingRecords;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestations;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A session of a whole day: 9 to 12 and 13 to 15, each half signed for on its own. */
@HouseTest
class HalfDaysTest {

    private static final LocalDateTime NINE = SessionGround.WEDNESDAY.withHour(9);

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    ProcessDriver driver;

    @Autowired
    HoursLedger hours;

    @Autowired
    TrainingRecords records;

    @Autowired
    Attestations attestations;

    @Autowired
    StaffService staff;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private Enrolment whole;
    private Enrolment part;
    private Enrolment away;
    private String sheet;

    @BeforeEach
    void aDay() {
        circo = ground.circonscription(3);
        session = service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                NINE,
                300,
                circo.schools().get(0),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        whole = some.enrol(session, circo.teachers().get(0));
        part = some.enrol(session, circo.teachers().get(1));
        away = some.enrol(session, circo.teachers().get(2));
        sheet = "/sessions/" + session.id() + "/emargement";
    }

    @Test
    void anHourTypedComesBackAsTheHour() throws Exception {
        driver.theCase("trainingSession", session.id());
        driver.travelTo(NINE.plusMinutes(90));
        Map<String, String> typed =
                Map.of("mark_" + part.id(), "PARTIEL", "arrivee_" + part.id(), "9h20", "mark_" + away.id(), "ABSENT");
        save(1, typed);
        Document page = visitor.page(circo.supplier(), sheet);
        assertThat(page.select("[name=arrivee_" + part.id() + "]").val()).isEqualTo("9 h 20");
        assertThat(page.select("[name=minutes_" + part.id() + "]").val()).isEmpty();
        assertThat(page.text()).contains("Noté : arrivée à 9 h 20, soit 2 h 40 de présence sur 3 h");
        save(
                1,
                Map.of(
                        "mark_" + part.id(), "PARTIEL",
                        "vu_" + part.id(), "PARTIEL/160",
                        "minutes_" + part.id(), "2 h 40"));
        assertThat(visitor.page(circo.supplier(), sheet).text())
                .contains("Noté : 2 h 40 de présence")
                .doesNotContain("arrivée à 9 h 20");
    }

    @Test
    void eachHalfIsMarkedAndTheHoursAttendedAreCounted() throws Exception {
        TheCase theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(NINE.plusMinutes(5));
        assertThat(visitor.page(circo.supplier(), sheet).text())
                .contains("matin, de 9 h à 12 h", "après-midi : à venir");
        save(1, Map.of("mark_" + whole.id(), "PRESENT", "mark_" + part.id(), "PRESENT", "mark_" + away.id(), "ABSENT"));
        assertThat(state(whole).isExpected()).as("the afternoon is to come").isTrue();
        assertThat(Jsoup.parse(save(2, Map.of("mark_" + whole.id(), "PRESENT")).getContentAsString())
                        .select("[role=alert]")
                        .text())
                .contains("n'a pas commencé", "après-midi");

        driver.travelTo(NINE.plusHours(7));
        theCase.waitsAt("mark");
        assertThat(theCase.refuses("mark", Map.of("confirmed", true))).contains("Il reste 3 personnes");
        MockHttpServletResponse refused = save(
                2,
                Map.of(
                        "mark_" + whole.id(), "PRESENT",
                        "mark_" + part.id(), "PARTIEL",
                        "depart_" + part.id(), "<b>bientôt</b>",
                        "mark_" + away.id(), "ABSENT_EXCUSE"));
        Document kept = Jsoup.parse(refused.getContentAsString());
        assertThat(kept.select("[role=alert]").text())
                .contains(circo.teachers().get(1).lastName(), "n'est pas une heure");
        assertThat(kept.select("input[name=depart_" + part.id() + "]").val()).isEqualTo("<b>bientôt</b>");
        assertThat(kept.select("input[name=mark_" + away.id() + "][checked]").val())
                .isEqualTo("ABSENT_EXCUSE");
        save(
                2,
                Map.of(
                        "mark_" + whole.id(), "PRESENT",
                        "mark_" + part.id(), "PARTIEL",
                        "depart_" + part.id(), "14h30",
                        "mark_" + away.id(), "ABSENT_EXCUSE"));
        assertThat(state(whole)).isEqualTo(EnrolmentState.PRESENT);
        assertThat(state(part)).isEqualTo(EnrolmentState.PARTIEL);
        assertThat(row(part).minutesAttended()).isEqualTo(180 + 90);
        assertThat(state(away)).as("one half not excused").isEqualTo(EnrolmentState.ABSENT);

        theCase.completes("mark", Map.of("confirmed", true)).waitsAt("hotEvaluationLate");
        assertThat(hours.entMinutesLeft(whole.agentId(), "2026-2027")).isEqualTo(360 - 300);
        assertThat(hours.entMinutesLeft(part.agentId(), "2026-2027")).isEqualTo(360 - 270);
        assertThat(hours.entMinutesLeft(away.agentId(), "2026-2027")).isEqualTo(360);
        assertThat(records.has(part.agentId(), "PRES-ECOLE")).isFalse();
        theAttestationIsFrozenAndChecked();
    }

    private void theAttestationIsFrozenAndChecked() throws Exception {
        Agent teacher = circo.teachers().get(1);
        String number = attestations.ofAgent(teacher.id()).get(0).number();
        assertThat(number).matches("2026-2027(-[2-9A-HJ-NP-Z]{4}){3}");
        staff.move(teacher.id(), circo.schools().get(2), NINE.toLocalDate().plusDays(1));
        byte[] pdf =
                visitor.as(teacher, get("/attestations/" + number + ".pdf")).getContentAsByteArray();
        assertThatPdf(pdf)
                .isAccessible()
                .isKept()
                .says(
                        "Attestation n° " + number + ", délivrée le",
                        teacher.lastName(),
                        part.schoolUai(),
                        "4 h 30",
                        "/verifier/" + number);
        assertThat(visitor.page(teacher, "/moi/formations").select("a[href$=" + number + "]"))
                .hasSize(1);

        Document checked = open("/verifier/" + number.toLowerCase());
        assertThat(checked.select("[role=status]").text()).contains("Oui");
        assertThat(checked.select("main").text())
                .contains("Présentation", "mercredi 18 novembre 2026")
                .doesNotContain(teacher.lastName(), teacher.firstName(), part.schoolUai(), "4 h 30", circo.uai());
        assertThat(open("/verifier?numero=" + number.substring(0, number.length() - 1) + "0")
                        .text())
                .contains("Non.", "Aucune attestation");
        for (int n = 0; n < 40; n++) {
            open("/verifier/2026-2027-AAAA-AAAA-" + n);
        }
        assertThat(open("/verifier/" + number).text())
                .as("who tries numbers waits, also for a good one")
                .contains("Réessayez dans")
                .doesNotContain("Oui.");
    }

    @Test
    void theSheetsToSignAreOnePerHalfDay() throws Exception {
        byte[] pdf = visitor.as(circo.supplier(), get("/sessions/" + session.id() + "/feuille.pdf"))
                .getContentAsByteArray();
        assertThatPdf(pdf)
                .isAccessible()
                .isKept()
                .says("matin, de 9 h à 12 h", "9", "Signature", "après-midi, de 13 h à 15 h", "9", "Signature");
    }

    @Test
    void whoStandsInForTheTrainerIsToldMarksAndEndsTheTask() throws Exception {
        TheCase theCase = driver.theCase("trainingSession", session.id());
        Agent standIn = circo.directors().get(1);
        assertThat(visitor.as(standIn, get(sheet)).getStatus()).isEqualTo(404);
        assertThat(visitor.refused(circo.erun(), named(circo.teachers().get(0))))
                .as("who follows the session")
                .contains("inscrite à la session");
        some.session(circo, NINE.withHour(13), 10, 1); // the adviser trains there
        assertThat(visitor.refused(circo.erun(), named(circo.cpc()))).contains("même moment");
        assertThat(visitor.refused(circo.erun(), named(standIn))).contains("n'est pas habilitée");
        assertThat(visitor.refused(circo.erun(), named(standIn).param("reason", "Connaît bien l'ENT")))
                .isEmpty();
        assertThat(letters(standIn)).contains("session/halfDayEntrusted");
        assertThatPdf(visitor.as(standIn, get("/sessions/" + session.id() + "/feuille.pdf"))
                        .getContentAsByteArray())
                .says(circo.supplier().lastName(), "après-midi", standIn.lastName());

        driver.travelTo(NINE.plusHours(7));
        theCase.waitsAt("mark");
        assertThat(visitor.page(standIn, "/sessions/" + session.id()).text()).contains("Saisir les présences");
        for (int half = 1; half <= 2; half++) {
            visitor.as(standIn, post(sheet + "/tous").param("demiJournee", String.valueOf(half)));
        }
        assertThat(state(away)).isEqualTo(EnrolmentState.PRESENT);
        String login = accounts.ofAgent(standIn.id()).orElseThrow().login();
        ground.as(standIn);
        assertThat(theCase.asksFromTasklist(login, "mark", TasklistAction.claimFor(login)))
                .isNull();
        visitor.as(circo.erun(), named("", shown()));
        assertThat(letters(standIn)).contains("session/halfDayTaken");
        assertThat(theCase.assigneeOf("mark")).as("who stands in no more").isNull();
        visitor.as(circo.erun(), named(standIn));
        ground.as(standIn);
        assertThat(theCase.asksFromTasklist(login, "mark", TasklistAction.claimFor(login)))
                .isNull();
        assertThat(theCase.asksFromTasklist(login, "mark", TasklistAction.submit(Map.of("confirmed", true))))
                .isNull();
        theCase.waitsAt("hotEvaluationLate");
    }

    private MockHttpServletRequestBuilder named(Agent trainer) throws Exception {
        return named(String.valueOf(trainer.id()), shown());
    }

    private MockHttpServletRequestBuilder named(String trainer, String seen) {
        return post(sheet + "/formateur")
                .param("demiJournee", "2")
                .param("agent", trainer)
                .param("vu", seen);
    }

    private String shown() throws Exception {
        return visitor.page(circo.erun(), sheet)
                .select("form[action$=/formateur] input[name=vu]")
                .attr("value");
    }

    @Test
    void aTrainerNamedMeanwhileIsNotOverwritten() throws Exception {
        String seen = shown();
        assertThat(visitor.refused(circo.secretary(), named(circo.cpc()))).isEmpty();
        assertThat(visitor.refused(
                        circo.erun(),
                        named(String.valueOf(circo.directors().get(1).id()), seen)))
                .as("from a page read before")
                .contains("Quelqu'un a changé cela", circo.cpc().fullName());
        assertThat(visitor.refused(circo.erun(), post(sheet + "/formateur").param("demiJournee", "2")))
                .as("a form that carries nothing")
                .contains("rechargez-la");
        assertThat(letters(circo.directors().get(1))).doesNotContain("session/halfDayEntrusted");
        assertThat(letters(circo.supplier())).as("who is replaced is told").contains("session/halfDayTaken");
    }

    private List<String> letters(Agent reader) {
        return jdbc.sql("SELECT template FROM outbox_mail WHERE agent_id = ?")
                .param(reader.id())
                .query(String.class)
                .list();
    }

    private Document open(String path) throws Exception {
        return Jsoup.parse(web.perform(get(path)).andReturn().getResponse().getContentAsString());
    }

    private MockHttpServletResponse save(int half, Map<String, String> typed) throws Exception {
        var request = post(sheet).param("demiJournee", String.valueOf(half));
        typed.forEach(request::param);
        return visitor.as(circo.supplier(), request);
    }

    private EnrolmentState state(Enrolment of) {
        return row(of).state();
    }

    private Enrolment row(Enrolment of) {
        return sessions.enrolment(of.id()).orElseThrow();
    }
}
