package fr.forment.session.web;

import static fr.forment.attack.together.AtOnce.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.session.SessionService;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One form opens one session, however often it is sent; the last click leads to it all the same. */
@HouseTest
class OpenedOnceTest {

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    SessionService service;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
    }

    private MockHttpServletRequestBuilder form(String time) {
        return post("/sessions/nouvelle")
                .param("circonscription", circo.uai())
                .param("module", "PRES-ECOLE")
                .param("day", "2026-12-02")
                .param("time", time)
                .param("school", circo.schools().get(0))
                .param("capacity", "10")
                .param("minimum", "1")
                .param("trainer", String.valueOf(circo.cpc().id()));
    }

    private int opened() {
        return jdbc.sql("SELECT COUNT(*) FROM training_session WHERE circonscription_uai = ?")
                .param(circo.uai())
                .query(Integer.class)
                .single();
    }

    @Test
    void threeClicksOpenOne() throws Exception {
        String first = visitor.as(circo.erun(), form("14:00")).getRedirectedUrl();
        assertThat(visitor.as(circo.erun(), form("14:00")).getRedirectedUrl()).isEqualTo(first);
        assertThat(visitor.as(circo.erun(), form("14:00")).getRedirectedUrl()).isEqualTo(first);
        assertThat(opened()).isEqualTo(1);
        visitor.as(circo.erun(), form("9:00"));
        assertThat(opened()).as("another hour is another session").isEqualTo(2);
    }

    @Test
    void aSessionThatWasCalledOffMayBeOpenedAnew() throws Exception {
        String first = visitor.as(circo.erun(), form("14:00")).getRedirectedUrl();
        ground.as(circo.erun());
        service.cancel(Long.parseLong(first.replaceAll("\\D", "")), "Neige");
        driver.runDue(); // the trainer is free again
        visitor.as(circo.erun(), form("14:00"));
        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void twoClicksAtTheSameMomentOpenOne() throws Exception {
        Callable<Integer> click = () -> visitor.as(circo.erun(), form("14:00")).getStatus();
        assertThat(together(click, click)).isSubsetOf(302, 409);
        assertThat(opened()).isEqualTo(1);
    }

    /** Two groups at once in a large school, each with its trainer. */
    @Test
    void anotherTrainerOpensAnotherSession() throws Exception {
        visitor.as(circo.ien(), form("14:00"));
        visitor.as(circo.ien(), form("14:00").with(request -> {
            request.setParameter("trainer", String.valueOf(circo.erun().id()));
            return request;
        }));
        assertThat(opened()).isEqualTo(2);
    }
}
