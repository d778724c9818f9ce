package fr.forment.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

/** A session that lacks something when its people ought to be summoned is not said to be open, nor joined. */
@HouseTest
class OpenedHeldBackTest {

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
    Visitor visitor;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    private MvcResult opens(String day, String trainer) throws Exception {
        return visitor.result(
                circo.erun(),
                post("/sessions/nouvelle")
                        .param("circonscription", circo.uai())
                        .param("module", "PRES-ECOLE")
                        .param("day", day)
                        .param("time", "14:00")
                        .param("school", circo.schools().get(0))
                        .param("capacity", "10")
                        .param("minimum", "1")
                        .param("shortNotice", "true")
                        .param("trainer", trainer));
    }

    private TrainingSession opened(MvcResult answer) {
        return sessions.find(
                        Long.parseLong(answer.getResponse().getRedirectedUrl().replaceAll("\\D", "")))
                .orElseThrow();
    }

    @Test
    void saysWhatItWaitsForAndTakesNobodyUntilThen() throws Exception {
        MvcResult answer = opens("2026-09-09", "");
        assertThat(String.valueOf(answer.getFlashMap().get("done")))
                .contains("elle attend", DayFaults.NO_TRAINER)
                .doesNotContain("vous pouvez y inscrire");
        TrainingSession session = opened(answer);
        assertThat(session.state()).isEqualTo(SessionState.DATE_A_FIXER);
        assertThatThrownBy(() -> some.enrol(session, circo.teachers().get(0))).isInstanceOf(Refusal.class);
        assertThat(sessions.enrolments(session.id())).isEmpty();

        driver.theCase("trainingSession", session.id())
                .waitsAt("prepare", "decideDate")
                .didNotPass("announce");
        ground.as(circo.erun());
        service.entrustTo(session.id(), circo.cpc().id());
        driver.theCase("trainingSession", session.id()).passed("announce");
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.OUVERTE);
        some.enrol(session, circo.teachers().get(0));
    }

    @Test
    void withATrainerOrWithTimeToFindOneItIsOpen() throws Exception {
        for (MvcResult answer :
                new MvcResult[] {opens("2026-09-09", String.valueOf(circo.cpc().id())), opens("2026-11-18", "")}) {
            assertThat(String.valueOf(answer.getFlashMap().get("done"))).contains("vous pouvez y inscrire");
            assertThat(opened(answer).state()).isEqualTo(SessionState.PLANIFIEE);
        }
    }
}
