package fr.forment.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionPreparationService;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.WalkIns;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.waiting.WaitingGround;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the forms of a session let nobody do: name who left, type more than is kept, write over another hand. */
@HouseTest
@Tag("attack")
class SessionLimitsTest {

    private static final String DAY = SessionGround.WEDNESDAY.toLocalDate().toString();
    private static final String GONE = "Ce formateur n'est plus en poste à cette date.";

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    StaffService staff;

    @Autowired
    SessionPreparationService preparation;

    @Autowired
    WalkIns walkIns;

    @Autowired
    WaitingGround waiting;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private TrainingSession session;
    private String page;

    @BeforeEach
    void session() {
        circo = ground.circonscription(3);
        session = some.session(circo, 2, 1);
        page = "/sessions/" + session.id();
    }

    @Test
    void whoLeftIsNamedNowhere() throws Exception {
        Agent gone = circo.teachers().get(1);
        ground.as(circo.secretary());
        staff.leave(gone.id(), LocalDate.of(2026, 9, 1));
        String id = String.valueOf(gone.id());
        assertThat(visitor.refused(
                        circo.erun(),
                        post(page + "/dates")
                                .param("vu", seen("/dates", "/dates"))
                                .param("jour", DAY)
                                .param("debut", "14:00")
                                .param("fin", "15:30")
                                .param("formateur", id)))
                .isEqualTo(GONE);
        assertThat(visitor.refused(
                        circo.erun(),
                        post(page + "/emargement/formateur")
                                .param("vu", seen("/dates", "/dates"))
                                .param("agent", id)))
                .isEqualTo(GONE);
        assertThat(visitor.refused(circo.erun(), entrusted(id))).isEqualTo(GONE);
        assertThat(now().trainerId()).isEqualTo(circo.cpc().id());
        assertThat(halfDays.of(now())).extracting(HalfDay::trainerId).containsOnlyNulls();

        assertThat(visitor.refused(
                        circo.erun(),
                        post(page + "/dates")
                                .param("vu", seen("/dates", "/dates"))
                                .param("jour", DAY)
                                .param("debut", "14:00")
                                .param("fin", "15:30")
                                .param("formateur", String.valueOf(circo.erun().id()))))
                .isEmpty();
        assertThat(visitor.refused(circo.erun(), entrusted(id)))
                .as("where somebody else gives all of it")
                .isEqualTo(GONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 425, 3000})
    void aPlaceTooLongIsToldAndNothingIsLost(int length) throws Exception {
        String place = "https://visio.exemple.fr/" + "a".repeat(length - 25);
        Document answer = opening("otherPlace", place);
        assertThat(answer.select("[role=alert]").text()).contains("300 caractères au plus");
        assertThat(answer.select("#otherPlace").val()).isEqualTo(place);
        assertThat(visitor.refused(
                        circo.erun(),
                        post(page + "/reporter")
                                .param("vu", seen("", "/reporter"))
                                .param("day", DAY)
                                .param("time", "14:00")
                                .param("place", place)
                                .param("motive", "Autre salle")))
                .contains("300 caractères au plus");
        assertThat(now().place()).isEqualTo(session.place());
    }

    @Test
    void aMotiveTooLongIsToldWhereverItIsTyped() {
        some.enrol(session, circo.teachers().get(0));
        String motive = "x".repeat(5000);
        assertThatThrownBy(() -> preparation.recordLow(session.id(), "MAINTENIR", "", "", motive))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dépasse 2 000 caractères");
        assertThatThrownBy(() -> walkIns.seat(session, circo.teachers().get(1).fullName(), motive))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dépasse 2 000 caractères");
    }

    @ParameterizedTest
    @CsvSource({
        "capacity,1e99,chiffres",
        "capacity,1000000000,1 à 1 000 places",
        "minimum,beaucoup,chiffres",
        "minutes,1e9,15 minutes à 12 heures",
        "minutes,99999999999,15 minutes à 12 heures",
        "minutes,'9,5',La durée",
        "day,demain,jour/mois/année",
        "day,31/02/2027,n'existe pas",
        "day,99999-01-01,n'existe pas",
        "time,tantôt,9 h",
        "otherPlace,0990001A,(UAI) d'aucune école"
    })
    void whatCannotBeReadIsToldAndNothingIsLost(String field, String typed, String told) throws Exception {
        Document answer = opening(field, typed);
        assertThat(answer.select("[role=alert]").text()).contains(told);
        assertThat(answer.select("[name=" + field + "]").val()).isEqualTo(typed);
        assertThat(answer.select("#otherPlace").val()).isEqualTo(field.equals("otherPlace") ? typed : "Mairie, Redon");
    }

    @ParameterizedTest
    @CsvSource({"-99999-01-01,passé", "2026-08-31,passé", "abc,ne se lit pas", "+999999999-12-31,ne peut pas suivre"})
    void theLastDayOfEnrolmentIsADayToCome(String typed, String told) throws Exception {
        assertThat(visitor.refused(circo.erun(), bound(seen("", "/places"), "4", typed)))
                .contains(told);
        assertThat(now().enrolUntil()).isNull();
        assertThat(now().capacity()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2027,n'existe pas",
        "99999-01-01,n'existe pas",
        "bientôt,ne se lit pas",
        "'',Indiquez la nouvelle date"
    })
    void aDayThatDoesNotExistIsNotOneThatIsMissing(String typed, String told) throws Exception {
        assertThat(visitor.refused(
                        circo.erun(),
                        post(page + "/reporter")
                                .param("vu", seen("", "/reporter"))
                                .param("day", typed)
                                .param("time", "14:00")
                                .param("motive", "Autre jour")))
                .contains(told);
    }

    @Test
    void anotherHandIsNotWrittenOver() throws Exception {
        String seen = seen("", "/places");
        assertThat(visitor.refused(circo.erun(), bound(seen, "4", "2026-09-02")))
                .isEmpty();
        assertThat(visitor.refused(circo.secretary(), bound(seen, "3", "")))
                .contains("Quelqu'un a changé cela", "Nombre de places : « 2 » est devenu « 4 »", "2 septembre 2026");
        assertThat(now().capacity()).isEqualTo(4);
        assertThat(now().enrolUntil()).isEqualTo(LocalDate.of(2026, 9, 2));
        driver.travelTo(LocalDateTime.of(2026, 9, 3, 9, 0));
        assertThat(visitor.refused(circo.erun(), bound(seen("", "/places"), "5", "2026-09-02")))
                .as("a last day that stays is no new one")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9,5|s'écrit en chiffres",
                "|s'écrit en chiffres",
                "beaucoup|s'écrit en chiffres",
                "-1|au moins une place",
                "0|au moins une place",
                "999999999999|1 000 places au plus"
            })
    void aNumberOfPlacesThatIsNoneIsTold(String typed, String told) throws Exception {
        assertThat(visitor.refused(circo.erun(), bound(seen("", "/places"), typed == null ? "" : typed, "")))
                .contains(told)
                .doesNotContain("déjà prises");
        assertThat(now().capacity()).isEqualTo(2);
    }

    @Test
    void theSameFormSentTwiceIsRecordedOnceAndSaysSo() throws Exception {
        var places = bound(seen("", "/places"), "9", "");
        var trainer = entrusted(String.valueOf(circo.erun().id()));
        assertThat(visitor.refused(circo.erun(), places)).isEmpty();
        twice(places);
        assertThat(visitor.refused(circo.erun(), trainer)).isEmpty();
        twice(trainer);
        var later = post(page + "/reporter")
                .param("vu", seen("", "/reporter"))
                .param("day", "2026-11-25")
                .param("time", "14:00")
                .param("place", "")
                .param("motive", "Autre jour");
        assertThat(visitor.refused(circo.erun(), later)).isEmpty();
        twice(later);
        var dates = post(page + "/dates")
                .param("vu", seen("/dates", "/dates"))
                .param("jour", "2026-11-25")
                .param("debut", "14:00")
                .param("fin", "15:00")
                .param("formateur", "")
                .param("motif", "Plus court")
                .param("motive", "Plus court");
        assertThat(visitor.refused(circo.erun(), dates)).isEmpty();
        twice(dates);
    }

    private void twice(MockHttpServletRequestBuilder form) throws Exception {
        var flash = visitor.result(circo.erun(), form).getFlashMap();
        assertThat(String.valueOf(flash.get("done"))).contains("déjà enregistré");
        assertThat(flash.get("problem")).isNull();
    }

    @Test
    void onceEnrolmentsAreClosedNoPlaceIsProposed() throws Exception {
        Agent asks = circo.teachers().get(1);
        some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(2));
        var first = some.enrol(session, circo.teachers().get(4));
        assertThat(first.state()).isEqualTo(EnrolmentState.LISTE_ATTENTE);
        waiting.waits(asks);
        assertThat(visitor.refused(circo.erun(), bound(seen("", "/places"), "2", "2026-09-02")))
                .isEmpty();
        driver.travelTo(LocalDateTime.of(2026, 9, 3, 9, 0));
        assertThat(visitor.refused(circo.erun(), bound(seen("", "/places"), "5", "2026-09-02")))
                .isEmpty();
        assertThat(waiting.offers(session)).isEmpty();
        assertThat(sessions.enrolment(first.id()).orElseThrow().state())
                .as("who was in line for this date has his turn")
                .isEqualTo(EnrolmentState.INSCRIT);
        assertThat(visitor.page(asks, "/demandes").text()).contains("les inscriptions sont closes depuis le 2");
        assertThat(visitor.refused(circo.erun(), bound(seen("", "/places"), "6", "")))
                .isEmpty();
        assertThat(waiting.offers(session)).as("open again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://visio.exemple.fr/salle-7",
                "Visio : https://visio.exemple.fr/salle-7",
                "visio.exemple.fr/salle-7"
            })
    void aLinkAmongWordsIsForWhoeverIsExpected(String place) throws Exception {
        TrainingSession held = service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY.plusWeeks(1),
                90,
                place,
                Format.PRESENTIEL,
                1,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.cpc().id(),
                false));
        Agent comes = circo.teachers().get(0);
        Agent waits = circo.teachers().get(2);
        some.enrol(held, comes);
        some.enrol(held, waits);
        String its = "/sessions/" + held.id();
        assertThat(visitor.page(comes, its).text()).contains(place);
        assertThat(visitor.page(comes, its).select("dd a[href]").eachAttr("href"))
                .as("only what opens is a link")
                .filteredOn(href -> href.contains("salle-7"))
                .hasSize(place.startsWith("HTTPS") ? 1 : 0);
        for (Agent other : List.of(waits, circo.directors().get(0))) {
            assertThat(visitor.page(other, its).html()).doesNotContain("salle-7");
            assertThat(visitor.page(other, "/sessions").html()).doesNotContain("salle-7");
        }
        assertThat(visitor.as(waits, get(its + ".ics")).getContentAsString().replace("\r\n ", ""))
                .doesNotContain("salle-7");
        assertThat(waiting.letters(waits)).isNotEmpty().noneMatch(mail -> mail.bodyText()
                .contains("salle-7"));
    }

    private TrainingSession now() {
        return sessions.find(session.id()).orElseThrow();
    }

    @Test
    void whoGivesASessionIsNotTakenAwayByAFieldThatIsMissing() throws Exception {
        Long before = sessions.find(session.id()).orElseThrow().trainerId();
        assertThat(before).isNotNull();
        assertThat(visitor.refused(circo.erun(), post(page + "/formateur").param("vu", seen("", "/formateur"))))
                .contains("Choisissez qui assure la session");
        assertThat(sessions.find(session.id()).orElseThrow().trainerId()).isEqualTo(before);
    }

    /** What the page under {@code at} showed in its form that ends so. */
    private String seen(String at, String form) throws Exception {
        return visitor.page(circo.erun(), page + at)
                .select("form[action$=" + form + "] input[name=vu]")
                .val();
    }

    private MockHttpServletRequestBuilder entrusted(String agent) throws Exception {
        return post(page + "/formateur").param("vu", seen("", "/formateur")).param("agent", agent);
    }

    private MockHttpServletRequestBuilder bound(String seen, String places, String until) {
        return post(page + "/places")
                .param("vu", seen)
                .param("capacity", places)
                .param("minimum", "1")
                .param("limite", until);
    }

    private Document opening(String field, String typed) throws Exception {
        MockHttpServletRequestBuilder form = post("/sessions/nouvelle")
                .param("circonscription", circo.uai())
                .param("module", "PRES-ECOLE")
                .param("format", "PRESENTIEL")
                .param("school", "");
        String[][] usual = {
            {"day", DAY},
            {"time", "10:00"},
            {"minutes", "60"},
            {"otherPlace", "Mairie, Redon"},
            {"capacity", "10"},
            {"minimum", "1"}
        };
        for (String[] each : usual) {
            form.param(each[0], each[0].equals(field) ? typed : each[1]);
        }
        return Jsoup.parse(visitor.as(circo.erun(), form).getContentAsString());
    }
}
