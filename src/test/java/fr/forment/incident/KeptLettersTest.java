package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.plan.Plan;
import fr.forment.session.letters.TeamMails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From what happened to the letters: kept for the people concerned, read again, let go once. */
@HouseTest
@Tag("attack")
class KeptLettersTest extends ToldSession {

    @Autowired
    TeamMails team;

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
        assertThat(page.select("main details")).hasSize(6);
        assertThat(page.text()).contains(circo.cpc().lastName());

        assertThat(visitor.as(
                                circo.erun(),
                                post("/envois/" + bundle + "/envoyer").param("vu", bundles.shown(bundle)))
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
        driver.runDue();
        assertThat(recipients(bundle, "DEPOSITED")).hasSize(6).doesNotHaveDuplicates();
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

    /** The CPC trained it, and is of the team: asked for the room, he has not heard that it is another's. */
    @Test
    void aQuestionToTheTeamTakesNoKeptLetterBack() {
        long bundle = amended();
        transaction.executeWithoutResult(status -> {
            team.completionAwaited(sessions.find(session.id()).orElseThrow(), List.of("Le lieu manque."), 0);
            team.dateAwaited(sessions.find(session.id()).orElseThrow(), List.of("La salle est prise."), false, 0);
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE template = 'session/dateAwaited' AND agent_id = ?")
                        .param(circo.cpc().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(recipients(bundle, "HELD")).hasSize(6).contains(circo.cpc().email());
    }

    @Test
    void aCancellationTakesTheKeptLettersBack() {
        long bundle = amended();
        ground.as(circo.erun());
        visitorCancels();
        driver.runDue();
        assertThat(recipients(bundle, "HELD"))
                .as("who had the session before hears that it is cancelled, and need not hear that it is another's")
                .isEmpty();
        assertThat(recipients(bundle, "DROPPED")).hasSize(6);
        assertThat(jdbc.sql(
                                "SELECT template FROM outbox_mail WHERE about = ? AND agent_id = ? ORDER BY id DESC FETCH FIRST 2 ROWS ONLY")
                        .params("/sessions/" + session.id(), circo.cpc().id())
                        .query(String.class)
                        .list())
                .as("as one of the team, that its people are to be trained elsewhere, too")
                .containsExactlyInAnyOrder("session/cancelledNoted", "session/toReplan");
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

        time.startAt(LATE);
        assertThat(moved(page, WEDNESDAY.plusDays(12))).contains("part tout de suite");
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
    long amended() {
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
}
