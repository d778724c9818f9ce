package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.plan.Plan;
import fr.forment.session.TrainingSession;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Snow tomorrow, and what must come after the session that it hits is planned within the notice too. */
@HouseTest
class SnowWithinNoticeTest extends ToldSession {

    private static final LocalDate PARENTS = WEDNESDAY.plusDays(8);
    private static final LocalDate LAST = WEDNESDAY.plusDays(56);

    @Override
    void furtherLines() {
        line(2, "PEDA-1", WEDNESDAY.plusDays(7), List.of("ENSEIGNANT"));
        line(3, "PRES-PARENTS", PARENTS, List.of("PARENT"));
        line(4, "PEDA-2", LAST, List.of("ENSEIGNANT"));
    }

    private void line(int number, String module, LocalDate day, List<String> profiles) {
        approved.line(
                plan,
                number,
                "VAGUE",
                module,
                day,
                LocalTime.of(14, 0),
                60,
                20,
                null,
                profiles,
                Map.of(circo.schools().get(0), 3));
    }

    @Test
    void eachSessionHitGetsADayAfterTheNoticeAndWhatMustFollowMovesBehindIt() throws Exception {
        time.startAt(LATE.minus(Duration.ofDays(1)));
        Document page = visitor.page(circo.erun(), snow());
        assertThat(page.select("section[aria-labelledby=touchees]").text())
                .contains("1 session touchée : 1 change de date ; 2 autres, non touchées, changent avec elle (")
                .contains("Les sessions touchées, une par une (1)", "changent avec elles, une par une (2)")
                .contains("Ligne 2", "Elle ne peut venir qu'après la session de la ligne 1, qui change de date.");
        assertThat(page.select("section[aria-labelledby=changements]").text())
                .contains("Ligne 1 (Présentation de l'ENT à l'équipe de l'école) : date : mercredi 18 novembre 2026 →")
                .contains(
                        "La session de la ligne 4 (le mercredi 13 janvier 2027) vient toujours après celle de la ligne 2 : elle garde sa date.")
                .doesNotContain("L'ordre n'est plus tenu", "Ligne 4 (");
        assertThat(page.select("section[aria-labelledby=sans-solution]")).isEmpty();
        assertThat(page.select("section[aria-labelledby=decider] .notice.warn").text())
                .contains("Cela presse", "Ligne 1 : mercredi 18 novembre 2026", "Faites-le approuver avant");
        assertThat(page.select("section[aria-labelledby=decider] .notice.warn a")
                        .eachAttr("href"))
                .contains("/sessions/" + session.id());
    }

    @Test
    void approvedTheSameEveningTheSessionsStandInTheirOrderAndNoneOnTheClosedDay() throws Exception {
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue")
                .passed("convoke");
        time.startAt(LATE.minus(Duration.ofDays(1)));
        Document page = visitor.page(circo.erun(), snow());
        visitor.as(
                circo.erun(),
                post(snow()).param("vu", page.select("input[name=vu]").attr("value")));
        Plan amendment = plans.latest(plan.projectId()).orElseThrow();
        assertThat(amendment.isAmendment()).isTrue();
        ground.as(circo.erun());
        driver.theCase("trainingPlan", amendment.id()).completes("revise", Map.of("note", ""));
        ground.as(circo.ien());
        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "approuver", "remarks", ""))
                .isEnded();
        driver.runDue();
        assertThat(day(1)).isAfter(WEDNESDAY.plusDays(14));
        assertThat(day(2)).isAfter(day(1));
        assertThat(day(3)).as("parents need line 1 only").isAfter(day(1));
        assertThat(day(4)).isEqualTo(LAST);
        assertThat(jdbc.sql(
                                "SELECT state FROM outbox_mail WHERE about = ? AND agent_id = ? AND template = 'session/amended'")
                        .params(
                                "/sessions/" + session.id(),
                                circo.teachers().get(0).id())
                        .query(String.class)
                        .list())
                .as("who was to come tomorrow hears of it, kept by nobody")
                .singleElement()
                .isIn("QUEUED", "DEPOSITED");
        assertThat(visitor.page(circo.erun(), "/plans/" + amendment.id())
                        .select("section[aria-labelledby=alertes]")
                        .text())
                .doesNotContain("prérequis", "les parents seraient");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void whereNoDayIsLeftThePageNamesTheConstraintAndTheWayOut() throws Exception {
        time.startAt(LATE.minus(Duration.ofDays(1)));
        String page = "/plans/" + plan.planId() + "/evenement?quoi=FERMETURE&ecoles=toutes&du=2026-11-18&au=2027-08-31";
        Document shown = visitor.page(circo.erun(), page);
        assertThat(shown.select("section[aria-labelledby=sans-solution]").text())
                .contains("Ligne 1 :", "Délai de convocation", "déplacer ce qui doit venir après elles");
        assertThat(shown.select("section[aria-labelledby=sans-solution] a").eachAttr("href"))
                .contains("/sessions/" + session.id());
    }

    private String snow() {
        return "/plans/" + plan.planId() + "/evenement?quoi=FERMETURE&ecoles=toutes&motif=Neige&du=" + WEDNESDAY;
    }

    private LocalDate day(int line) {
        return sessions.ofProject(plan.projectId()).stream()
                .filter(each -> each.planLine() == line)
                .findFirst()
                .map(TrainingSession::day)
                .orElseThrow();
    }
}
