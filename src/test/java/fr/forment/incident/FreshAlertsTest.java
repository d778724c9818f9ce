package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.people.Agent;
import fr.forment.plan.Warning;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.SessionHandsService;
import fr.forment.session.SessionWords;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is said of a plan is true when it is read: a warning comes with its cause and goes with it. */
@HouseTest
@Tag("attack")
class FreshAlertsTest extends ToldSession {

    private static final String ABSENT = "absence enregistrée à cette date";

    @Autowired
    TrainerResourceService resources;

    @Autowired
    RecheckClock recheck;

    @Autowired
    HitSessions hits;

    @Autowired
    SessionHandsService hands;

    @Autowired
    SessionWords words;

    @Test
    void theAbsenceOfALearnerToldAfterTheApprovalComesAndGoes() throws Exception {
        Agent learner = circo.teachers().get(0);
        assertThat(alerts()).doesNotContain(ABSENT);
        away(learner, WEDNESDAY);
        assertThat(alerts()).contains("Ligne 1", ABSENT);

        changed("/sessions/" + session.id(), moved(WEDNESDAY.plusDays(1)));
        assertThat(alerts()).as("the session is held on another day").doesNotContain(ABSENT);
        away(learner, WEDNESDAY.plusDays(1));
        assertThat(alerts()).contains(ABSENT);
    }

    @Test
    void anAbsenceTakenBackLeavesTheAlerts() throws Exception {
        Agent learner = circo.teachers().get(0);
        away(learner, WEDNESDAY);
        assertThat(alerts()).contains(ABSENT);
        long absence = jdbc.sql("SELECT id FROM trainer_absence WHERE agent_id = ?")
                .param(learner.id())
                .query(Long.class)
                .single();
        ground.as(circo.ien());
        transaction.executeWithoutResult(done -> resources.back(learner.id(), absence));
        recheck.look();
        assertThat(alerts()).doesNotContain(ABSENT);
    }

    /** The inspector decides on what is true on that day. */
    @Test
    void whatWaitsForADecisionIsLookedAtAnewToo() {
        jdbc.sql("UPDATE training_plan SET state = 'SOUMIS' WHERE id = ?")
                .param(plan.planId())
                .update();
        away(circo.teachers().get(0), WEDNESDAY);
        assertThat(plans.warnings(plan.planId())).extracting(Warning::text).anyMatch(text -> text.contains(ABSENT));
    }

    /** Nobody is named in the plan; the team names somebody on the page of the session. */
    @Test
    void whoIsNamedLaterAndARoomThatIsFoundEndWhatWasSaidAtTheApproval() throws Exception {
        jdbc.sql(
                        "INSERT INTO plan_warning (plan_id, position, weight, line, text) VALUES (?, 0, 'IMPORTANT', NULL, 'Aucun formateur pour une session.')")
                .param(plan.planId())
                .update();
        jdbc.sql("UPDATE training_session SET trainer_id = NULL WHERE id = ?")
                .param(session.id())
                .update();
        transaction.executeWithoutResult(done -> hits.ask(plan.planId()));
        recheck.look();
        assertThat(alerts()).contains("sans formateur désigné").doesNotContain("Aucun formateur pour une session");
        ground.as(circo.ien());
        hands.entrustTo(
                session.id(),
                words.shown(sessions.find(session.id()).orElseThrow()).sent(),
                circo.erun().id());
        assertThat(alerts()).doesNotContain("Aucun formateur");
    }

    /** A session that people move by hand is no longer hit, and says so without waiting for another absence. */
    @Test
    void aSessionMovedByHandIsNoLongerHit() throws Exception {
        away(circo.cpc(), WEDNESDAY);
        assertThat(hits.ofSession(session.id())).isPresent();
        changed("/sessions/" + session.id(), moved(WEDNESDAY.plusDays(1)));
        recheck.look();
        assertThat(hits.ofSession(session.id())).isEmpty();
    }

    /** Time alone ends and begins some of it. */
    @Test
    void everyPlanIsLookedAtOnceADay() {
        jdbc.sql("INSERT INTO trainer_absence (agent_id, from_day, until_day) VALUES (?, ?, ?)")
                .params(circo.cpc().id(), WEDNESDAY, WEDNESDAY)
                .update();
        recheck.everyDay();
        recheck.look();
        assertThat(hits.ofSession(session.id())).isPresent();
    }

    private MockHttpServletRequestBuilder moved(LocalDate day) {
        return post("/sessions/" + session.id() + "/reporter")
                .param("day", day.toString())
                .param("time", "14:00")
                .param("place", "")
                .param("motive", "Salle prise")
                .param("shortNotice", "true");
    }

    private void away(Agent who, LocalDate day) {
        ground.as(circo.ien());
        transaction.executeWithoutResult(done -> resources.away(who.id(), day, day, null, "Raison privée"));
        recheck.look();
    }

    private String alerts() throws Exception {
        recheck.look();
        return visitor.page(circo.ien(), "/plans/" + plan.planId())
                .select("section[aria-labelledby=alertes]")
                .text();
    }
}
