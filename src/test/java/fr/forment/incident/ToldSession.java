package fr.forment.incident;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.journal.Journal;
import fr.forment.mail.MailBundles;
import fr.forment.people.Agent;
import fr.forment.plan.Plans;
import fr.forment.project.VagueEngaged;
import fr.forment.resource.ClosureService;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A session of a plan in force, three people and a trainer told of it, and the gestures that change it. */
abstract class ToldSession {

    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
    static final Instant LATE =
            WEDNESDAY.atTime(21, 30).atZone(ZoneId.of("Europe/Paris")).toInstant();

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround approved;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Sessions sessions;

    @Autowired
    Plans plans;

    @Autowired
    MailBundles bundles;

    @Autowired
    Journal journal;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc mvc;

    @Autowired
    ClosureService closures;

    @Autowired
    TimeMachine time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Circo circo;
    Planned plan;
    TrainingSession session;

    @BeforeEach
    void open() {
        circo = ground.circonscription(3);
        plan = approved.plan(circo, "FORMATEURS");
        approved.line(
                plan,
                1,
                "VAGUE",
                "PRES-ECOLE",
                WEDNESDAY,
                LocalTime.of(14, 0),
                90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ?")
                .params(circo.schools().get(2), plan.planId())
                .update();
        furtherLines();
        approved.tell(new VagueEngaged(plan.vagueId()));
        driver.runDue();
        session = sessions.ofVague(plan.vagueId()).get(0);
        driver.theCase("trainingSession", session.id());
        approved.tell(session);
    }

    /** Of the plan, before its sessions are opened. */
    void furtherLines() {}

    String moved(String page, LocalDate day) throws Exception {
        String answer = moved(page, day, "14:00", "");
        driver.runDue();
        return answer;
    }

    String moved(String page, LocalDate day, String hour, String place) throws Exception {
        return changed(
                page,
                post(page + "/reporter")
                        .param("day", day.toString())
                        .param("time", hour)
                        .param("place", place)
                        .param("motive", "Salle prise")
                        .param("shortNotice", "true"));
    }

    String changed(String page, MockHttpServletRequestBuilder change) throws Exception {
        return changed(page, change, visitor.shown(circo.ien(), page));
    }

    /** @param shown by the page that carries the form */
    String changed(String page, MockHttpServletRequestBuilder change, String shown) throws Exception {
        var answer = mvc.perform(change.param("vu", shown)
                        .with(authentication(signedIn()))
                        .with(csrf()))
                .andReturn()
                .getFlashMap();
        return String.valueOf(answer.get("done")) + answer.get("problem");
    }

    private Authentication signedIn() {
        ground.as(circo.ien());
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return who;
    }

    Agent trainerNow() {
        long id = sessions.find(session.id()).orElseThrow().trainerId();
        return List.of(circo.cpc(), circo.erun(), circo.ien(), circo.supplier(), circo.dsi()).stream()
                .filter(agent -> agent.id() == id)
                .findFirst()
                .orElseThrow();
    }

    List<String> recipients(long bundle, String state) {
        return jdbc.sql("SELECT to_address FROM outbox_mail WHERE bundle_id = ? AND state = ?")
                .params(bundle, state)
                .query(String.class)
                .list();
    }
}
