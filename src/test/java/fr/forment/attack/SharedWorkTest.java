package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.access.RoleGivingService;
import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What circonscriptions do together goes on where strangers are kept out. */
@HouseTest
@Tag("attack")
class SharedWorkTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    IssuedPapers papers;

    @Autowired
    Sessions sessions;

    @Autowired
    StaffService staff;

    @Autowired
    AccountService accounts;

    @Autowired
    RoleGivingService roles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitor visitor;

    private Circo here;
    private Circo elsewhere;
    private TrainingSession session;
    private String page;

    @BeforeEach
    void aSessionHere() {
        here = ground.circonscription(1);
        elsewhere = ground.circonscription(1);
        session = some.session(here, 10, 1);
        page = "/sessions/" + session.id();
    }

    @Test
    void whoWorksForTheDepartementEnrolsAcrossCirconscriptions() throws Exception {
        Agent numerique = ofDepartement(AgentFunction.IEN_NUMERIQUE);
        assertThat(visitor.as(
                                numerique,
                                post(page + "/inscrire")
                                        .param("agent", id(elsewhere.teachers().get(0))))
                        .getStatus())
                .isEqualTo(302);
        assertThat(sessions.enrolments(session.id()))
                .extracting(Enrolment::agentId)
                .containsExactly(elsewhere.teachers().get(0).id());
    }

    @Test
    void anAdviserOfTheDepartementAndTheSupplierTrainWhoeverAsks() throws Exception {
        for (Agent trainer : new Agent[] {
            ofDepartement(AgentFunction.CPD), ofDepartement(AgentFunction.IEN_NUMERIQUE), here.supplier()
        }) {
            assertThat(visitor.as(
                                    here.erun(),
                                    post(page + "/formateur")
                                            .param("vu", visitor.shown(here.erun(), page))
                                            .param("agent", id(trainer))
                                            .param("reason", "Anime ce module dans le département"))
                            .getStatus())
                    .isEqualTo(302);
            assertThat(sessions.find(session.id()).orElseThrow().trainerId()).isEqualTo(trainer.id());
        }
        assertThat(visitor.as(
                                here.erun(),
                                post(page + "/formateur")
                                        .param("vu", visitor.shown(here.erun(), page))
                                        .param("agent", id(elsewhere.supplier())))
                        .getStatus())
                .isEqualTo(404);
        ground.as(accounts.withLogin("admin").orElseThrow());
        roles.give(
                accounts.ofAgent(elsewhere.supplier().id()).orElseThrow().login(),
                Role.FOURNISSEUR,
                here.uai(),
                "Sert les deux circonscriptions");
        assertThat(visitor.as(
                                here.erun(),
                                post(page + "/formateur")
                                        .param("vu", visitor.shown(here.erun(), page))
                                        .param("agent", id(elsewhere.supplier())))
                        .getStatus())
                .isEqualTo(302);
        assertThat(visitor.as(here.erun(), post(page + "/formateur")).getStatus())
                .as("nobody is known any more")
                .isEqualTo(302);
    }

    @Test
    void whoMovedAwayIsStillInTheListThatHoldsHim() throws Exception {
        Agent moved = here.teachers().get(0);
        long enrolment = some.enrol(session, moved).id();
        staff.move(moved.id(), elsewhere.schools().get(0), LocalDate.of(2026, 9, 1));
        assertThat(visitor.page(here.erun(), page).text()).contains(moved.lastName());
        assertThat(visitor.as(
                                elsewhere.erun(),
                                post("/sessions/inscriptions/" + enrolment + "/desinscrire")
                                        .param("motive", "Mutation"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(
                                elsewhere.directors().get(0),
                                post("/sessions/inscriptions/" + enrolment + "/empechement"))
                        .getStatus())
                .as("the direction he has now speaks for him")
                .isEqualTo(302);
        assertThat(sessions.enrolment(enrolment).orElseThrow().state()).isEqualTo(EnrolmentState.ANNULE_AGENT);
        papers.issue(
                IssuedPapers.Kind.ATTESTATION,
                session,
                sessions.enrolment(enrolment).orElseThrow());
        jdbc.sql(
                        "INSERT INTO attestation (number, enrolment_id, agent_id, session_id, minutes, issued_on) VALUES (?, ?, ?, ?, 90, DATE '2026-09-02')")
                .params(here.uai(), enrolment, moved.id(), session.id())
                .update();
        assertThat(visitor.page(elsewhere.secretary(), "/attestations/" + here.uai())
                        .text())
                .as("whoever has him now reads what he learnt")
                .contains(moved.lastName());
        assertThat(visitor.as(here.secretary(), get("/attestations/" + here.uai()))
                        .getStatus())
                .isEqualTo(404);
        long again = some.enrol(session, here.teachers().get(1)).id();
        staff.move(here.teachers().get(1).id(), elsewhere.schools().get(0), LocalDate.of(2026, 9, 1));
        assertThat(visitor.as(
                                here.erun(),
                                post("/sessions/inscriptions/" + again + "/desinscrire")
                                        .param("motive", "Mutation"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(sessions.enrolment(again).orElseThrow().state()).isEqualTo(EnrolmentState.ANNULE_ADMIN);
    }

    private Agent ofDepartement(AgentFunction function) {
        return ground.agent(NewAgent.inDepartement(
                "Commun" + function.name().replace("_", "").toLowerCase() + here.uai(),
                "Noé",
                here.uai() + function + "@exemple.invalid",
                function,
                "035"));
    }

    private static String id(Agent agent) {
        return String.valueOf(agent.id());
    }
}
