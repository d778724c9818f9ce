package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.Statements;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.people.NewAgent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The convocations of a session are written in one go: however many there are, no more is read for them. */
@HouseTest
class SummonsStatementsTest {

    private static final String LETTERS = "ABCDEFGH";

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionPreparationService preparation;

    @Autowired
    Sessions sessions;

    @Autowired
    Statements statements;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsNoMoreForManyThanForFew() throws Exception {
        convoke(2); // what is learnt once is learnt
        List<String> few = convoke(2);
        List<String> many = convoke(8);
        assertThat(many.size()).as("reads for eight: %s", many).isLessThanOrEqualTo(few.size());
    }

    private static String address(Circo circo, int number) {
        return circo.uai().toLowerCase(Locale.ROOT) + "." + number + "@exemple.invalid";
    }

    /** Of one school, whose director hears of all in one letter. */
    private List<String> convoke(int people) throws Exception {
        Circo circo = ground.circonscription(1);
        TrainingSession session = some.session(circo, 20, 1);
        for (int i = 0; i < people; i++) {
            some.enrol(
                    session,
                    ground.agent(NewAgent.inSchool(
                            "Colle" + LETTERS.charAt(i),
                            "Alix",
                            address(circo, i),
                            AgentFunction.ADJOINT,
                            circo.schools().get(0))));
        }
        jdbc.sql("UPDATE training_session SET state = 'CONFIRMEE' WHERE id = ?")
                .param(session.id())
                .update();
        var said = statements.during(() -> {
            preparation.convoke(session.id());
            return null;
        });
        assertThat(sessions.enrolments(session.id()))
                .hasSize(people)
                .allMatch(row -> row.state() == EnrolmentState.CONVOQUE);
        assertThat(some.writtenTo(
                        "convoke", sessions.enrolments(session.id()).get(0).id()))
                .containsExactly(address(circo, 0));
        return said.said().stream()
                .filter(sql -> sql.strip().toUpperCase(Locale.ROOT).startsWith("SELECT"))
                .toList();
    }
}
