package fr.forment.convocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.people.Agent;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.StandInService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Calendars one follows by an address: nobody signs in to read them. */
@HouseTest
class FollowedCalendarTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    StandInService standIns;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(2);
        session = some.session(circo, 1, 1);
        some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(1));
    }

    @Test
    void holdsOnesOwnSessionsAndNobodysName() throws Exception {
        String mine = address(circo.teachers().get(0), "");
        String file = read(mine);
        assertThat(events(mine)).singleElement().satisfies(event -> {
            assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
            assertThat(event.getUid().getValue()).startsWith("session-" + session.id() + "@");
        });
        assertThat(events(address(circo.teachers().get(1), "")))
                .as("who waits")
                .singleElement()
                .extracting(event -> event.getStatus().getValue())
                .isEqualTo("TENTATIVE");
        assertThat(events(address(circo.cpc(), ""))).as("who trains").hasSize(1);
        assertThat(events(address(circo.teachers().get(2), ""))).isEmpty();
        for (Agent anybody : List.of(circo.teachers().get(0), circo.teachers().get(1), circo.cpc())) {
            assertThat(file).doesNotContain(anybody.lastName(), anybody.email());
        }
    }

    /** Each calendar holds what its owner gives: the whole but for the half-days that somebody else gives. */
    @Test
    void aStandInsCalendarHoldsHisHalfDayAndTheTrainersNoLonger() throws Exception {
        Agent standIn = circo.directors().get(0);
        TrainingSession whole = wholeDay();
        String his = address(standIn, "");
        String trainers = address(circo.supplier(), "");
        assertThat(events(trainers)).as("morning and afternoon").hasSize(2);
        assertThat(events(his)).isEmpty();
        standIns.entrust(whole.id(), 2, standIn.id());
        assertThat(events(his)).singleElement().satisfies(event -> {
            assertThat(event.getUid().getValue()).startsWith("session-" + whole.id() + ".2@");
            assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        });
        assertThat(events(trainers))
                .singleElement()
                .extracting(event -> event.getUid().getValue())
                .asString()
                .startsWith("session-" + whole.id() + "@");
        assertThat(visitor.page(standIn, "/sessions").select("main").text()).contains("Formateur");
        assertThat(visitor.as(standIn, get("/sessions/" + whole.id() + ".ics")).getContentAsString())
                .as("the file of the session's page")
                .contains("session-" + whole.id() + ".2@")
                .doesNotContain("session-" + whole.id() + "@");
        standIns.entrust(whole.id(), 1, standIn.id());
        assertThat(events(trainers)).as("nothing left to give").isEmpty();
        assertThat(events(his)).hasSize(2);
        assertThat(visitor.page(circo.supplier(), "/sessions").select("main").text())
                .doesNotContain("Formateur");
        standIns.entrust(whole.id(), 1, null);
        standIns.entrust(whole.id(), 2, null);
        assertThat(events(his)).isEmpty();
        assertThat(events(trainers)).hasSize(2);
    }

    private TrainingSession wholeDay() {
        return sessions.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY.plusWeeks(1).withHour(9),
                300,
                circo.schools().get(1),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
    }

    @Test
    void aZoneIsForItsTeamAndOnlyAsLongAsOneIsOfIt() throws Exception {
        String zone = address(circo.secretary(), circo.uai());
        assertThat(events(zone)).hasSize(1);
        assertThat(read(zone)).doesNotContain(circo.cpc().lastName());
        assertThat(visitor.as(circo.teachers().get(0), post("/moi/agendas").param("zone", circo.uai()))
                        .getStatus())
                .isIn(403, 404);
        assertThat(visitor.as(
                                ground.circonscription(1).secretary(),
                                post("/moi/agendas").param("zone", circo.uai()))
                        .getStatus())
                .isEqualTo(404);
        jdbc.sql("DELETE FROM account_role WHERE role = 'SECRETAIRE' AND perimeter = ?")
                .param(circo.uai())
                .update();
        assertThat(status(zone)).isEqualTo(404);
    }

    @Test
    void anAddressThatIsRenewedRevokedOrUnknownOpensNothing() throws Exception {
        Agent teacher = circo.teachers().get(0);
        String first = address(teacher, "");
        String second = address(teacher, "");
        assertThat(second).isNotEqualTo(first);
        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);
        assertThat(visitor.page(teacher, "/moi/agendas").text()).doesNotContain(second);
        assertThat(revoked(teacher)).startsWith("L'adresse est révoquée");
        assertThat(revoked(teacher)).as("there is none any more").contains("rien n'a changé");
        var gone = web.perform(get(second)).andReturn().getResponse();
        var never = web.perform(get("/agendas/nimportequoi.ics")).andReturn().getResponse();
        assertThat(gone.getStatus()).isEqualTo(404).isEqualTo(never.getStatus());
        assertThat(gone.getContentAsString()).isEqualTo(never.getContentAsString());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM calendar_feed WHERE agent_id = ?")
                        .param(teacher.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String revoked(Agent owner) throws Exception {
        return String.valueOf(
                visitor.result(owner, post("/moi/agendas/revoquer").param("zone", ""))
                        .getFlashMap()
                        .get("done"));
    }

    private String address(Agent owner, String zone) throws Exception {
        ground.as(owner);
        var answer = web.perform(post("/moi/agendas")
                        .param("zone", zone)
                        .with(authentication(SecurityContextHolder.getContext().getAuthentication()))
                        .with(csrf()))
                .andReturn();
        SecurityContextHolder.clearContext();
        String address = (String) answer.getFlashMap().get("address");
        assertThat(address).as("%s", answer.getFlashMap()).matches("http://localhost:8080/agendas/[\\w-]{27}\\.ics");
        return address.replace("http://localhost:8080", "");
    }

    private String read(String path) throws Exception {
        var answer = web.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/calendar");
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private List<VEvent> events(String path) throws Exception {
        return Biweekly.parse(read(path)).first().getEvents();
    }

    private int status(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getStatus();
    }
}
