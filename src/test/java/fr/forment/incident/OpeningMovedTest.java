package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.french.French;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.session.SessionDates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What must come before the opening comes after it: the page says which day would hold, and one gesture takes it. */
@HouseTest
@Tag("attack")
class OpeningMovedTest extends ToldSession {

    /** The vague opens on Monday 4 January 2027. */
    private static final LocalDate OPENING = LocalDate.of(2027, 1, 4);

    private static final LocalDate LAST = LocalDate.of(2027, 1, 20);
    private static final LocalDate HOLDS = LocalDate.of(2027, 1, 21);

    @Autowired
    Projects projects;

    @Autowired
    SessionDates dates;

    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "VAGUE",
                "ADM-DIR",
                LAST,
                LocalTime.of(14, 0),
                180,
                20,
                circo.erun().id(),
                List.of("DIRECTEUR"),
                Map.of(circo.schools().get(0), 1));
    }

    @Test
    void theDayThatHoldsIsProposedAndTakenInOneGesture() throws Exception {
        Document page = visitor.page(circo.ien(), path("/blocages"));
        assertThat(page.select("main").text())
                .contains(
                        "prévues jusqu'au " + French.date(LAST) + " : l'ouverture tiendrait le " + French.date(HOLDS));
        assertThat(page.select("input[name=jour]").attr("value")).isEqualTo(HOLDS.toString());
        assertThat(page.select("a[href=#ouverture]")).hasSize(1);
        assertThat(visitor.refused(circo.ien(), move(page, HOLDS, "Les directions sont formées le 20")))
                .isEmpty();

        assertThat(vague().opensOn()).isEqualTo(HOLDS);
        Document after = visitor.page(circo.ien(), path("/blocages"));
        assertThat(after.select("main").text()).doesNotContain("tiendrait");
        assertThat(visitor.page(circo.ien(), "/projets/" + plan.projectId()).text())
                .contains(
                        "Date d'ouverture changée",
                        "Du " + French.day(OPENING) + " au " + French.day(HOLDS)
                                + ". Les directions sont formées le 20");
        assertThat(letters()).contains(circo.erun().email(), circo.dsi().email());
        assertThat(letters())
                .as("no school was asked yet")
                .doesNotContain(circo.directors().get(0).email());
    }

    @Test
    void aSchoolThatKnowsTheDayHearsOfTheNewOne() throws Exception {
        jdbc.sql("UPDATE vague_school SET asked_on = DATE '2026-10-01' WHERE vague_id = ?")
                .param(plan.vagueId())
                .update();
        move(HOLDS);
        assertThat(letters()).contains(circo.directors().get(0).email());
    }

    /**
     * Nothing of it happened, and the day has gone by: a day to come is proposed all the same, and said whose it is.
     */
    @Test
    void onceTheDayHasGoneByALaterOneIsProposed() throws Exception {
        LocalDate today = LocalDate.of(2027, 1, 27);
        time.startAt(today.atTime(9, 0).atZone(ZoneId.of("Europe/Paris")).toInstant());
        jdbc.sql("UPDATE training_session SET state = 'CLOTUREE' WHERE project_id = ?")
                .param(plan.projectId())
                .update();
        Document page = visitor.page(circo.ien(), path("/blocages"));
        assertThat(page.select("main tbody tr").stream().map(row -> row.text())).anySatisfy(row -> assertThat(row)
                .contains("Jour d'ouverture prévu passé", "28 janvier 2027", "vous")
                .contains("prévues jusqu'au " + French.date(LAST)));
        assertThat(page.select("input[name=jour]").attr("value")).isEqualTo("2027-01-28");
        assertThat(
                        visitor
                                .page(circo.erun(), "/retards?circonscription=" + circo.uai())
                                .select("main tbody tr")
                                .stream()
                                .map(row -> row.text()))
                .anySatisfy(row -> assertThat(row)
                        .contains("Jour d'ouverture prévu passé", circo.ien().lastName()));
        assertThat(visitor.refused(circo.ien(), move(page, LocalDate.of(2027, 1, 28), "Retard")))
                .isEmpty();
        assertThat(vague().opensOn()).isEqualTo(LocalDate.of(2027, 1, 28));
        assertThat(visitor.page(circo.ien(), path("/blocages")).text()).doesNotContain("prévu passé");
    }

    /** What lost its own day needs another, and people need time to be summoned to it. */
    @Test
    void whatHasNoDayLeftPushesTheOpeningBehindItsFirstPossibleDay() throws Exception {
        time.startAt(LocalDate.of(2026, 12, 18)
                .atTime(9, 0)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
        jdbc.sql("UPDATE training_session SET state = 'DATE_A_FIXER' WHERE project_id = ? AND plan_line = 2")
                .param(plan.projectId())
                .update();
        jdbc.sql("UPDATE training_session SET starts_at = ?, ends_at = ? WHERE project_id = ? AND plan_line = 2")
                .params(
                        LocalDate.of(2026, 12, 17).atTime(9, 0),
                        LocalDate.of(2026, 12, 17).atTime(12, 0),
                        plan.projectId())
                .update();
        LocalDate first = dates.firstDay(circo.uai());
        Document page = visitor.page(circo.ien(), path("/blocages"));
        assertThat(page.select("main").text())
                .contains("dont la date est à fixer : l'ouverture tiendrait au plus tôt le");
        assertThat(LocalDate.parse(page.select("input[name=jour]").attr("value")))
                .isAfter(first);
    }

    /** The alerts of a plan in force are of today: what the day no longer breaks is no longer said. */
    @Test
    void anAlertOfThePlanGoesWithTheDayThatCausedIt() throws Exception {
        assertThat(visitor.page(circo.erun(), "/plans/" + plan.planId()).text())
                .contains("Aucun créneau avant l'ouverture de la vague 1", "Une ouverture le " + French.day(HOLDS));
        move(HOLDS);
        assertThat(visitor.page(circo.erun(), "/plans/" + plan.planId()).text())
                .doesNotContain("Aucun créneau avant l'ouverture");
    }

    @Test
    void whoDoesNotAnswerForTheCirconscriptionMovesNothing() throws Exception {
        Document page = visitor.page(circo.erun(), path("/blocages"));
        assertThat(page.select("#ouverture")).isEmpty();
        assertThat(page.select("main").text()).contains("tiendrait le");
        assertThat(visitor.as(circo.erun(), move(page, HOLDS, "Motif")).getStatus())
                .isIn(403, 404);
        assertThat(vague().opensOn()).isEqualTo(OPENING);
    }

    @Test
    void eachThingThatIsAmissIsSaidAndNothingIsLost() throws Exception {
        Document page = visitor.page(circo.ien(), path("/blocages"));
        assertThat(visitor.refused(circo.ien(), move(page, HOLDS, " "))).contains("motif");
        assertThat(visitor.refused(circo.ien(), move(page, OPENING, "Motif"))).contains("C'est déjà la date");
        assertThat(visitor.refused(circo.ien(), move(page, LocalDate.of(2026, 12, 14), "Motif")))
                .contains("seulement retardée");
        assertThat(visitor.refused(circo.ien(), move(page, LocalDate.of(2020, 1, 6), "Motif")))
                .contains("date à venir");
        jdbc.sql(
                        "INSERT INTO vague (version, project_id, rank, title, opens_on, state) VALUES (0, ?, 2, 'Vague 2', DATE '2027-01-18', 'PREPARATION')")
                .param(plan.projectId())
                .update();
        assertThat(visitor.refused(circo.ien(), move(page, HOLDS, "Motif")))
                .contains("la vague 2 ouvre le lundi 18 janvier 2027", "retardez d'abord");
        assertThat(vague().opensOn()).isEqualTo(OPENING);
        assertThat(visitor.refused(circo.ien(), move(page, LocalDate.of(2027, 1, 9), "Motif")))
                .as("a Saturday")
                .contains("samedi 9 janvier 2027 n'est pas un jour de classe", "lundi 11 janvier 2027");
        assertThat(visitor.refused(circo.ien(), move(page, HOLDS, "\u200b\u00a0")))
                .as("a reason nobody can see")
                .contains("motif");
        for (String none : List.of("31/02/2027", "demain", "")) {
            assertThat(visitor.refused(
                            circo.ien(),
                            post(path("/ouverture"))
                                    .param(
                                            "vu",
                                            page.select("main input[name=vu]").attr("value"))
                                    .param("jour", none)
                                    .param("motif", "Motif")))
                    .contains(none.isEmpty() ? "Indiquez la nouvelle date" : "ne se lit pas");
        }
        assertThat(vague().opensOn()).isEqualTo(OPENING);
    }

    @Test
    void anEarlierDayMustStillComeAfterWhatPrecedesTheOpening() throws Exception {
        move(HOLDS);
        jdbc.sql("UPDATE vague SET state = 'PREPARATION' WHERE id = ?")
                .param(plan.vagueId())
                .update();
        Document page = visitor.page(circo.ien(), path("/blocages"));
        assertThat(visitor.refused(circo.ien(), move(page, OPENING, "Plus tôt")))
                .contains("prévues jusqu'au " + French.day(LAST), "à partir du " + French.day(HOLDS));
        assertThat(vague().opensOn()).isEqualTo(HOLDS);
    }

    @Test
    void ofTwoAtOnceOneMovesItAndTheOtherReadsWhatStands() throws Exception {
        Document page = visitor.page(circo.ien(), path("/blocages"));
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        List<String> answers;
        try {
            List<Callable<String>> both = List.of(
                    () -> {
                        together.await();
                        return visitor.refused(circo.ien(), move(page, HOLDS, "Un"));
                    },
                    () -> {
                        together.await();
                        return visitor.refused(circo.ien(), move(page, HOLDS.plusDays(7), "Deux"));
                    });
            answers = pool.invokeAll(both).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();
        } finally {
            pool.shutdownNow();
        }
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isEmpty()).allMatch(answer -> answer.contains("changer"));
        assertThat(journal.latest("PROJECT", plan.projectId()))
                .filteredOn(line -> line.what().equals("OPENING_MOVED"))
                .hasSize(1);
    }

    private void move(LocalDate day) throws Exception {
        assertThat(visitor.refused(circo.ien(), move(visitor.page(circo.ien(), path("/blocages")), day, "Motif")))
                .isEmpty();
    }

    private MockHttpServletRequestBuilder move(Document page, LocalDate day, String why) {
        return post(path("/ouverture"))
                .param("vu", page.select("main input[name=vu]").attr("value"))
                .param("jour", day.toString())
                .param("motif", why);
    }

    private String path(String what) {
        return "/projets/" + plan.projectId() + "/vagues/1" + what;
    }

    private Vague vague() {
        return projects.vagues(plan.projectId()).get(0);
    }

    private List<String> letters() {
        return jdbc.sql(
                        "SELECT to_address FROM outbox_mail WHERE template = 'project/openingMoved' AND mail_key LIKE ?")
                .param("vague:openingMoved:" + plan.vagueId() + ":%")
                .query(String.class)
                .list();
    }
}
