package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.journal.Journal;
import fr.forment.mail.MailBundles;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import fr.forment.project.VagueEngaged;
import fr.forment.resource.ClosureService;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From what happened to the letters: kept for the people concerned, read again, let go once. */
@HouseTest
@Tag("attack")
class KeptLettersTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

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

    private Circo circo;
    private Planned plan;
    private TrainingSession session;

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
        approved.tell(new VagueEngaged(plan.vagueId()));
        driver.runDue();
        session = sessions.ofVague(plan.vagueId()).get(0);
        driver.theCase("trainingSession", session.id());
    }

    @Test
    void thoseConcernedAndNobodyElseAreWrittenToAndOnlyOnceSomebodySaysSo() throws Exception {
        long bundle = amended();
        assertThat(recipients(bundle, "HELD"))
                .containsExactlyInAnyOrder(
                        circo.directors().get(0).email(),
                        circo.teachers().get(0).email(),
                        circo.teachers().get(1).email(),
                        circo.cpc().email(),
                        trainerNow().email(),
                        circo.directors().get(2).email());
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id())
                        .select(".notice")
                        .text())
                .contains("6 courriels prêts");
        Document page = visitor.page(circo.erun(), "/envois/" + bundle);
        assertThat(page.select("details")).hasSize(6);
        assertThat(page.text()).contains(circo.cpc().lastName());

        assertThat(visitor.as(circo.erun(), post("/envois/" + bundle + "/envoyer"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(recipients(bundle, "QUEUED")).hasSize(6);
        assertThat(visitor.refused(circo.cpc(), post("/envois/" + bundle + "/envoyer")))
                .contains("déjà décidé");
        assertThat(visitor.page(circo.erun(), "/envois/" + bundle).text()).contains("6 courriels envoyés");
        assertThat(journal.of("BUNDLE", bundle)).hasSize(1);
    }

    @Test
    void twoWhoLetThemGoAtOnceSendThemOnce() throws Exception {
        long bundle = amended();
        int hands = 4;
        var together = new CyclicBarrier(hands);
        var pool = Executors.newFixedThreadPool(hands);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int n = 0; n < hands; n++) {
                all.add(() -> {
                    together.await();
                    return transaction
                            .execute(status ->
                                    bundles.release(bundle, "a" + circo.erun().id()))
                            .orElse(-1);
                });
            }
            assertThat(pool.invokeAll(all))
                    .extracting(answer -> answer.get())
                    .containsOnlyOnce(6)
                    .filteredOn(answer -> answer == -1)
                    .hasSize(hands - 1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(recipients(bundle, "QUEUED")).hasSize(6);
    }

    @Test
    void aMachineThatStopsInBetweenLetsNoneGoAndLosesNone() {
        long bundle = amended();
        transaction.executeWithoutResult(status -> {
            assertThat(bundles.release(bundle, "a" + circo.erun().id())).hasValue(6);
            status.setRollbackOnly();
        });
        assertThat(recipients(bundle, "HELD")).hasSize(6);
        assertThat(transaction
                        .execute(status ->
                                bundles.release(bundle, "a" + circo.erun().id()))
                        .getAsInt())
                .isEqualTo(6);
        assertThat(recipients(bundle, "QUEUED")).hasSize(6);
    }

    @Test
    void aCancellationTakesTheKeptLettersBack() {
        long bundle = amended();
        ground.as(circo.erun());
        visitorCancels();
        driver.runDue();
        assertThat(recipients(bundle, "HELD"))
                .as("who had the session before is told of nothing else")
                .containsExactly(circo.cpc().email());
        assertThat(recipients(bundle, "DROPPED")).hasSize(5);
    }

    @Test
    void aChangeMadeByHandIsKeptAndOneThatIsNearLeavesAtOnce() throws Exception {
        String page = "/sessions/" + session.id();
        assertThat(moved(page, WEDNESDAY.plusDays(1))).contains("courriels sont prêts");
        long bundle = bundles.madeFor(page).get(0).id();
        assertThat(recipients(bundle, "HELD"))
                .contains(circo.teachers().get(0).email(), circo.cpc().email());
        assertThat(visitor.page(circo.erun(), "/").select(".notice").text()).contains("Session changée");
        assertThat(moved(page, WEDNESDAY.plusDays(2))).contains("courriels sont prêts");
        assertThat(bundles.madeFor(page))
                .as("the same bundle goes on")
                .singleElement()
                .satisfies(same -> assertThat(same.id()).isEqualTo(bundle));
        assertThat(recipients(bundle, "HELD"))
                .as("nobody is told of a date that is no longer")
                .doesNotHaveDuplicates();

        Instant late =
                WEDNESDAY.atTime(21, 30).atZone(ZoneId.of("Europe/Paris")).toInstant();
        time.startAt(late);
        assertThat(moved(page, WEDNESDAY.plusDays(12))).contains("part tout de suite");
    }

    private String moved(String page, LocalDate day) throws Exception {
        ground.as(circo.ien());
        var answer = mvc.perform(post(page + "/reporter")
                        .param("day", day.toString())
                        .param("time", "14:00")
                        .param("motive", "Salle prise")
                        .param("shortNotice", "true")
                        .param("vu", visitor.shown(circo.ien(), page))
                        .with(authentication(signedIn()))
                        .with(csrf()))
                .andReturn()
                .getFlashMap();
        driver.runDue();
        return String.valueOf(answer.get("done")) + answer.get("problem");
    }

    private Authentication signedIn() {
        ground.as(circo.ien());
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return who;
    }

    @Test
    void aHostThatIsClosedIsSeenOnTheSession() throws Exception {
        closures.close(circo.uai(), circo.schools().get(2), WEDNESDAY, null, "Travaux");
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id())
                        .select(".notice.warn")
                        .text())
                .contains("L'école qui accueille la session est fermée");
    }

    private void visitorCancels() {
        try {
            visitor.as(
                    circo.erun(), post("/sessions/" + session.id() + "/annuler").param("motive", "Neige"));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The trainer is ill: the page prepares, the IEN approves. Returns the bundle. */
    private long amended() {
        try {
            String page = "/plans/" + plan.planId() + "/evenement?quoi=ABSENCE&qui="
                    + circo.cpc().id() + "&du=2026-11-02&au=2026-12-04";
            String seen =
                    visitor.page(circo.erun(), page).select("input[name=vu]").attr("value");
            visitor.as(circo.erun(), post(page).param("vu", seen));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        Plan amendment = plans.latest(plan.projectId()).orElseThrow();
        assertThat(amendment.isAmendment()).isTrue();
        jdbc.sql("UPDATE planned_session SET held_on = ?, starts_at = TIME '15:00' WHERE plan_id = ?")
                .params(WEDNESDAY.plusDays(7), amendment.id())
                .update();
        ground.as(circo.erun());
        driver.theCase("trainingPlan", amendment.id()).completes("revise", Map.of("note", ""));
        ground.as(circo.ien());
        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "approuver", "remarks", ""))
                .isEnded();
        assertThat(sessions.find(session.id()).orElseThrow().startsAt())
                .isEqualTo(WEDNESDAY.plusDays(7).atTime(15, 0));
        return bundles.madeFor("/plans/" + amendment.id()).get(0).id();
    }

    private Agent trainerNow() {
        long id = sessions.find(session.id()).orElseThrow().trainerId();
        return List.of(circo.erun(), circo.ien(), circo.supplier(), circo.dsi()).stream()
                .filter(agent -> agent.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<String> recipients(long bundle, String state) {
        return jdbc.sql("SELECT to_address FROM outbox_mail WHERE bundle_id = ? AND state = ?")
                .params(bundle, state)
                .query(String.class)
                .list();
    }
}
