package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has a training that lapses within the school year may be enrolled in it again, and his page says so. */
@HouseTest
class RenewalTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    EnrolmentRules rules;

    @Autowired
    TrainingRecords records;

    @Autowired
    Visitor visitor;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forEver() {
        jdbc.sql("UPDATE training_module SET validity_months = NULL").update();
    }

    private void followed(Agent agent, LocalDate on) {
        transaction.executeWithoutResult(done -> records.record(agent.id(), "PRES-ECOLE", on, "import"));
    }

    @Test
    void isDueWhenItLapsesByTheLastDayOfTheSchoolYear() throws Exception {
        Circo circo = ground.circonscription(2);
        Agent due = circo.teachers().get(0);
        Agent notYet = circo.teachers().get(1);
        followed(due, LocalDate.of(2026, 8, 31));
        followed(notYet, LocalDate.of(2026, 9, 1));
        TrainingSession session = some.session(circo, 20, 1); // in November 2026
        assertThat(rules.foreseen(session, due)).as("for ever").contains(Obstacle.DEJA_FORME);
        jdbc.sql("UPDATE training_module SET validity_months = 12 WHERE code = 'PRES-ECOLE'")
                .update();
        assertThat(rules.foreseen(session, due)).as("until 30 August 2027").isEmpty();
        assertThat(rules.foreseen(session, notYet)).as("until 31 August 2027").contains(Obstacle.DEJA_FORME);
        assertThat(visitor.page(due, "/moi")
                        .select("section[aria-labelledby=modules]")
                        .text())
                .contains("jusqu'au 30 août 2027", "À renouveler");
        assertThat(visitor.page(notYet, "/moi")
                        .select("section[aria-labelledby=modules]")
                        .text())
                .contains("jusqu'au 31 août 2027")
                .doesNotContain("renouveler");
    }
}
