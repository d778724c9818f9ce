package fr.forment.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.people.Agent;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What an enrolment asked on the page of a session says to the database, one way it may end after the other: a hundred
 * people come to the same sessions in the same minutes, and each waits for the session while the one before is judged.
 */
@HouseTest
class EnrolmentStatementsTest {

    /** Judged, written down, told in the journal and by a letter, which names each who gives the session. */
    private static final int PLACED = 18;

    private static final int WAITING = 15;
    private static final int REFUSED = 6;

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    Statements statements;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
    }

    @Test
    void whoGetsAPlaceCostsFewStatements() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        enrol(session, circo.teachers().get(0)); // what is learnt once is learnt
        Agent agent = circo.teachers().get(1);
        var said = enrol(session, agent);
        assertThat(states(session)).containsEntry(agent.id(), EnrolmentState.INSCRIT);
        isAtMost(said, PLACED);
    }

    @Test
    void whoWaitsCostsFewStatements() throws Exception {
        TrainingSession session = some.session(circo, 1, 1);
        enrol(session, circo.teachers().get(0));
        enrol(session, circo.teachers().get(1));
        Agent agent = circo.teachers().get(2);
        var said = enrol(session, agent);
        assertThat(states(session)).containsEntry(agent.id(), EnrolmentState.LISTE_ATTENTE);
        isAtMost(said, WAITING);
    }

    @Test
    void whoIsRefusedCostsFewStatements() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusDays(7), 10, 1);
        Agent agent = circo.teachers().get(0);
        enrol(session, agent);
        var said = enrol(other, agent);
        assertThat(states(other)).doesNotContainKey(agent.id());
        isAtMost(said, REFUSED);
    }

    private static void isAtMost(Statements.Counted<MockHttpServletResponse> said, int most) {
        assertThat(said.answer().getStatus()).isEqualTo(302);
        assertThat(said.said().size()).as("statements: %s", said.told()).isLessThanOrEqualTo(most);
    }

    private Map<Long, EnrolmentState> states(TrainingSession session) {
        return sessions.enrolments(session.id()).stream()
                .collect(Collectors.toMap(row -> row.agentId(), row -> row.state()));
    }

    private Statements.Counted<MockHttpServletResponse> enrol(TrainingSession session, Agent agent) throws Exception {
        ground.as(circo.ien());
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return statements.during(() -> web.perform(post("/sessions/{id}/inscrire", session.id())
                        .param("agent", agent.id().toString())
                        .with(SecurityMockMvcRequestPostProcessors.authentication(who))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse());
    }
}
