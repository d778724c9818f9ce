package fr.forment.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.SessionChange;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar says every session once and names what is shaded; a plot says what its table says. */
@HouseTest
class DocumentPagesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    PlanEditingService editing;

    @Autowired
    Plans plans;

    @Autowired
    ProcessDriver driver;

    private PlanningGround.Case made;
    private long root;
    private TheCase theCase;

    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        root = service.begin(made.number()).id();
        theCase = driver.theCase("trainingPlan", root).waitsAt("comment");
    }

    @Test
    void theCalendarHoldsEverySessionOnceAndNamesHolidays() throws Exception {
        Document page = visitor.page(made.circo().dsi(), "/plans/" + root + "/calendrier");

        for (PlannedSession session : plans.sessions(root)) {
            assertThat(page.select(".weeks a[href$=#session-" + session.line() + "]"))
                    .as("session " + session.line())
                    .hasSize(1);
        }
        assertThat(page.select(".weeks tr.off").eachText())
                .as("a reader who sees no shade reads the name")
                .anyMatch(text -> text.contains("Noël"))
                .allMatch(text -> text.matches("Aucune session du .+ au .+ \\(.+\\)|\\d{2}/\\d{2}/\\d{4} .+"));
        assertThat(page.select(".weeks tr:has(td[colspan])"))
                .as("one line from session to session")
                .noneMatch(row -> row.nextElementSibling() != null
                        && !row.nextElementSibling().select("td[colspan]").isEmpty());
        assertThat(page.select(".weeks tr:not(.off) td.off").eachText()).allMatch("sans classe"::equals);
    }

    @Test
    void thePlotSaysWhatItsTableSays() throws Exception {
        Document page = visitor.page(made.circo().ien(), "/plans/" + root + "/calendrier");

        Element plot = page.select("svg[role=img]").first();
        assertThat(plot.select("script")).isEmpty();
        assertThat(plot.select("title").text()).startsWith("Heures de formateur");
        List<String> periods =
                page.select("section[aria-labelledby=heures] tbody th").eachText();
        List<String> hours = page.select("section[aria-labelledby=heures] tbody td[data-label=Heures de formateur]")
                .eachText();
        assertThat(plot.select("rect.bar")).hasSameSizeAs(periods);
        for (int n = 0; n < periods.size(); n++) {
            assertThat(plot.select("desc").text()).contains(periods.get(n) + " : " + hours.get(n));
        }
        double axis = 200;
        long most = Long.parseLong(plot.select("text").first().text().replaceAll("\\D", ""));
        List<String> heights = plot.select("rect.bar").eachAttr("height");
        for (int n = 0; n < heights.size(); n++) {
            String[] told = hours.get(n).split(" h ?");
            double length = Double.parseDouble(told[0]) + (told.length > 1 ? Double.parseDouble(told[1]) / 60 : 0);
            assertThat(Double.parseDouble(heights.get(n)))
                    .as(periods.get(n))
                    .isCloseTo(length / most * axis, org.assertj.core.api.Assertions.within(0.06));
        }
    }

    @Test
    void anyTwoVersionsAreComparedInWordsAndRemarksStandAtTheirLine() throws Exception {
        people.as(made.circo().cpc());
        theCase.completes("comment", Map.of("remark", "n° 3 : <i>à revoir</i>", "about", "", "choice", "soumettre"))
                .waitsAt("approve")
                .completes("approve", Map.of("decision", "renvoyer", "remarks", "n° 3 : plus tard"))
                .waitsAt("revise");
        long second = plans.current(root).orElseThrow().id();
        PlannedSession session = plans.sessions(second).get(2);
        editing.change(
                second,
                session.line(),
                new SessionChange(session.day(), session.start(), "Laillé", session.trainerAgentId(), 17),
                now -> {});
        Agent ien = made.circo().ien();

        Document forwards = visitor.page(ien, "/plans/" + second + "/comparer?avec=" + root);
        Document backwards = visitor.page(ien, "/plans/" + root + "/comparer?avec=" + second);
        assertThat(forwards.select("section[aria-labelledby=differences] li").eachText())
                .singleElement()
                .asString()
                .startsWith("Ligne " + session.line() + " (")
                .contains("→ Laillé", "places : " + session.capacity() + " → 17");
        assertThat(backwards.select("section[aria-labelledby=differences] li").eachText())
                .as("always from the older to the newer one")
                .isEqualTo(forwards.select("section[aria-labelledby=differences] li")
                        .eachText());
        jdbc.sql("UPDATE plan_load SET left_minutes = 0 WHERE plan_id = ?")
                .param(root)
                .update();
        jdbc.sql("UPDATE plan_load SET left_minutes = 6000 WHERE plan_id = ?")
                .param(second)
                .update();
        assertThat(visitor.page(ien, "/plans/" + second + "/comparer?avec=" + root)
                        .select("section[aria-labelledby=differences] h3 + ul li")
                        .eachText())
                .as("what changed though no session says it")
                .singleElement()
                .asString()
                .matches("Enseignants au-delà des heures qui leur restent : [1-9]\\d* → 0\\.");
        assertThat(visitor.page(ien, "/plans/" + second)
                        .select("#session-3 .hint")
                        .eachText())
                .satisfiesExactly(
                        said -> assertThat(said).contains(made.circo().cpc().fullName(), "<i>à revoir</i>"),
                        said -> assertThat(said).endsWith("plus tard"));
        assertThat(visitor.page(made.circo().cpc(), "/plans/" + second + "/modifier")
                        .select("#session-3 .hint")
                        .eachText())
                .as("where the session is mended")
                .hasSize(2);
    }
}
