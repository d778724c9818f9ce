package fr.forment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.Processes;
import fr.forment.french.French;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each invariant is broken by hand, in the data, and found; what the house itself does breaks none. */
@HouseTest
class AuditTest {

    @Autowired
    Audit audit;

    @Autowired
    DataLookService kept;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Processes processes;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private TrainingSession other;
    private Enrolment first;
    private Enrolment second;

    @BeforeEach
    void twoSessions() {
        circo = ground.circonscription(2);
        session = some.session(circo, 10, 1);
        other = some.session(ground.circonscription(1), 10, 1);
        first = some.enrol(session, circo.teachers().get(0));
        second = some.enrol(session, circo.teachers().get(1));
    }

    @Test
    void findsWhateverIsBroken() {
        Map<Invariant, Integer> before = counts();
        sql("UPDATE training_session SET capacity = 1, booked = 1 WHERE id = " + session.id());
        sql("UPDATE enrolment SET agent_id = " + first.agentId() + ", active_agent_id = NULL WHERE id = "
                + second.id());
        sql("INSERT INTO occupation (agent_id, session_id, starts_at, ends_at) SELECT " + first.agentId() + ", "
                + other.id() + ", starts_at, ends_at FROM training_session WHERE id = " + session.id());
        sql("INSERT INTO attestation (number, enrolment_id, agent_id, session_id, minutes, issued_on) VALUES ('ESSAI-"
                + first.id() + "', " + first.id() + ", " + first.agentId() + ", " + session.id()
                + ", 60, DATE '2026-09-01')");
        sql(
                "INSERT INTO hours_entry (version, agent_id, school_year, source_key, minutes, state, label, on_day) VALUES (0, "
                        + first.agentId()
                        + ", '2026-2027', 'enrolment:999999999', 60, 'DONE', 'essai', DATE '2026-09-01')");
        sql("UPDATE agent SET left_on = DATE '2026-08-30' WHERE id = " + second.agentId());
        sql("UPDATE enrolment SET agent_id = " + second.agentId() + " WHERE id = " + first.id());
        processes.end("trainingSession", session.id(), "essai");
        sql("UPDATE training_session SET state = 'ANNULEE' WHERE id = " + other.id());
        Map<Invariant, Integer> after = counts();
        List<Invariant> found = new ArrayList<>();
        after.forEach((invariant, count) -> {
            if (count > before.get(invariant)) {
                found.add(invariant);
            }
        });
        assertThat(found)
                .contains(
                        Invariant.CAPACITY,
                        Invariant.BOOKED,
                        Invariant.TWO_PLACES,
                        Invariant.ATTESTED,
                        Invariant.HOURS,
                        Invariant.SEAT_OF_LEAVER,
                        Invariant.SESSION_ALONE,
                        Invariant.PROCESS_ALONE);
        assertThat(Audit.exitCode(audit.look())).isEqualTo(2);
    }

    @Test
    void whatTheHouseDoesBreaksNothingOfIts() {
        String mine = ".*\\bsession " + session.id() + "\\b.*|.*\\bpersonne " + first.agentId() + "\\b.*";
        assertThat(audit.look().stream()
                        .flatMap(finding -> finding.some().stream())
                        .filter(one -> one.matches(mine)))
                .isEmpty();
    }

    @Test
    void anExitCodeIsTheWorstThatWasFound() {
        assertThat(Audit.exitCode(List.of(found(Invariant.FAILED, 0)))).isZero();
        assertThat(Audit.exitCode(List.of(found(Invariant.LETTER_LOST, 2), found(Invariant.FAILED, 0))))
                .isEqualTo(1);
        assertThat(Audit.exitCode(List.of(found(Invariant.LETTER_LOST, 2), found(Invariant.FAILED, 1))))
                .isEqualTo(2);
    }

    @Test
    void isForTheAdministratorOnly() throws Exception {
        assertThat(visitor.as(circo.ien(), get("/controle")).getStatus()).isEqualTo(403);
        assertThat(visitor.as(circo.ien(), post("/controle")).getStatus()).isEqualTo(403);
    }

    /** To look takes as long as there are data: who opens the page reads what was found last, and when. */
    @Test
    void thePageShowsTheLastLookUntilSomebodyLooksAgain() throws Exception {
        kept.keep(List.of(
                new Audit.Finding(Invariant.CAPACITY, 21, List.of("session essai 1", "session essai 2")),
                found(Invariant.FAILED, 0)));

        String shown = admin(get("/controle"));
        assertThat(shown)
                .contains("session essai 1", "session essai 2", "21 cas, dont les premiers")
                .contains(French.moment(OffsetDateTime.now(clock).atZoneSameInstant(clock.getZone())))
                .contains("Cherché sans rien trouver (1)");
        assertThat(admin(get("/controle"))).as("looked at, not looked for").contains("session essai 2");

        sql("UPDATE training_session SET booked = 1, capacity = 1 WHERE id = " + session.id());
        admin(post("/controle"));
        sql("UPDATE training_session SET booked = 2, capacity = 10 WHERE id = " + session.id());
        assertThat(kept.last().orElseThrow().findings())
                .extracting(Audit.Finding::invariant)
                .containsExactly(Invariant.values());
        assertThat(kept.last()
                        .orElseThrow()
                        .findings()
                        .get(Invariant.CAPACITY.ordinal())
                        .isBroken())
                .isTrue();
        assertThat(admin(get("/controle"))).contains(Invariant.CAPACITY.label()).doesNotContain("session essai 1");
    }

    private String admin(MockHttpServletRequestBuilder request) throws Exception {
        ground.as("admin");
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return web.perform(request.with(SecurityMockMvcRequestPostProcessors.authentication(who))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static Audit.Finding found(Invariant invariant, int count) {
        return new Audit.Finding(invariant, count, List.of());
    }

    private Map<Invariant, Integer> counts() {
        Map<Invariant, Integer> counts = new EnumMap<>(Invariant.class);
        audit.look().forEach(finding -> counts.put(finding.invariant(), finding.count()));
        return counts;
    }

    private void sql(String statement) {
        assertThat(jdbc.sql(statement).update()).as(statement).isEqualTo(1);
    }
}
