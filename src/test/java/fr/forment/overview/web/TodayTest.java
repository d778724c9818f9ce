package fr.forment.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On the day, the first page leads to the session: whoever gives it straight to the sheet. */
@HouseTest
class TodayTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Test
    void leadsToTheSessionOfTheDay() throws Exception {
        Circo circo = ground.circonscription(1);
        Agent teacher = circo.teachers().get(0);
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, teacher);
        LocalDate day = session.startsAt().toLocalDate();
        driver.travelTo(day.minusDays(1).atTime(12, 0));
        assertThat(visitor.page(circo.cpc(), "/").select("#jour")).isEmpty();
        driver.travelTo(day.atTime(7, 30));
        assertThat(visitor.page(circo.cpc(), "/")
                        .select("section[aria-labelledby=jour] a")
                        .eachAttr("href"))
                .containsExactly("/sessions/" + session.id(), "/sessions/" + session.id() + "/emargement");
        assertThat(visitor.page(teacher, "/")
                        .select("section[aria-labelledby=jour] a")
                        .eachAttr("href"))
                .containsExactly("/sessions/" + session.id());
        assertThat(visitor.page(circo.erun(), "/").select("#jour")).isEmpty();
    }
}
