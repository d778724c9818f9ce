package fr.forment.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.Drawing;
import fr.forment.engine.ProcessDriver;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where cases stand, as their pages draw and say it: the picture, the sentence, the table and the engine agree. */
@HouseTest
class PicturePagesTest {

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    SessionGround some;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    @Test
    void countsTheSchoolsThatAnswerAsTheEngineDoes() throws Exception {
        Circo circo = ground.circonscription(4);
        Campaign campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 25), 50);
        driver.travelTo(LocalDate.of(2026, 9, 2));
        long asked = jdbc.sql("SELECT COUNT(*) FROM ACT_RU_TASK WHERE PROC_DEF_ID_ LIKE 'needsSurvey:%'")
                .query(Long.class)
                .single();
        assertThat(asked).isEqualTo(4);
        Document page = visitor.page(circo.erun(), "/besoins/" + campaign.id() + "/deroulement");
        Element many = page.select("main section").get(1);
        assertThat(many.select(".wide svg .here.person")).singleElement().satisfies(step -> {
            assertThat(step.select("text.count").text()).isEqualTo("4");
            assertThat(step.attr("aria-label")).contains("4 en cours depuis le mardi 1er septembre 2026");
            assertThat(step.attr("tabindex")).isEqualTo("0");
        });
        // On a telephone the whole is wider than the screen: the step of today has a drawing of its own before it.
        assertThat(many.select(".details svg[role=img]")).singleElement().satisfies(detail -> {
            assertThat(detail.attr("aria-label")).startsWith("Dessin autour de l'étape en cours : ");
            assertThat(detail.select(".here.person")).hasSize(1);
            assertThat(detail.select("[tabindex]")).isEmpty();
            assertThat(detail.select(".step").size())
                    .isLessThan(many.select(".wide svg .step").size());
        });
        assertThat(many.text()).contains("4 en cours, 0 terminée (écoles).");
        assertThat(many.select("table tbody tr:contains(Tâche de quelqu)")
                        .select("td[data-label='En cours']")
                        .text())
                .isEqualTo("4");
        assertThat(many.select("a[href^=#en-cours-1-]")).isNotEmpty().allSatisfy(way -> assertThat(
                        many.select(".wide svg " + way.attr("href")))
                .as("leads to the step in the drawing")
                .hasSize(1));
        assertThat(many.select(".details.large")).as("a screen shows the whole").isEmpty();
        assertThat(page.select("script[src]").eachAttr("src")).containsExactly("/typed.js");
    }

    @Test
    void showsASessionToThoseWhoSeeItOnly() throws Exception {
        Circo circo = ground.circonscription(1);
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        String path = "/sessions/" + session.id() + "/deroulement";
        assertThat(visitor.page(circo.cpc(), path).select("svg.course .step")).isNotEmpty();
        assertThat(visitor.page(circo.teachers().get(0), path).select("h1").text())
                .startsWith("Déroulement : ");
        Circo elsewhere = ground.circonscription(1);
        assertThat(visitor.as(elsewhere.erun(), get(URI.create(path))).getStatus())
                .isEqualTo(404);
    }

    /** The rectangle of an expanded sub-process is opaque: whatever is inside it must be drawn after it. */
    @Test
    void flowsAreDrawnOnTheGroupsTheyRunIn() throws Exception {
        Circo circo = ground.circonscription(1);
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        Document page = visitor.page(circo.cpc(), "/sessions/" + session.id() + "/deroulement");
        for (Element svg : page.select("svg.course")) {
            List<Element> drawn = svg.select(".step.group, polyline.flow, .step:not(.group)");
            List<String> order = drawn.stream()
                    .map(each -> each.is(".group") ? "group" : each.is("polyline") ? "flow" : "step")
                    .distinct()
                    .toList();
            assertThat(order)
                    .isSubsetOf("group", "flow", "step")
                    .isSortedAccordingTo(Comparator.comparing(List.of("group", "flow", "step")::indexOf));
            int lastGround = drawn.lastIndexOf(svg.select(".step.group").last());
            int firstFlow = drawn.indexOf(svg.selectFirst("polyline.flow"));
            assertThat(firstFlow).isGreaterThan(lastGround);
            List<Double> areas = svg.select(".step.group > rect").stream()
                    .map(rect -> Double.parseDouble(rect.attr("width")) * Double.parseDouble(rect.attr("height")))
                    .toList();
            assertThat(areas).as("the outer ones first").isSortedAccordingTo(Comparator.reverseOrder());
        }
        assertThat(page.select(".wide svg.course .step.group"))
                .as("groups there are")
                .isNotEmpty();
    }

    /** Wherever today's step could lie outside of what a screen shows, it is drawn before the whole. */
    @Test
    void whatIsWiderOrHigherThanAScreenIsLarge() {
        assertThat(picture(1000, 400).isLarge()).isFalse();
        assertThat(picture(1300, 400).isLarge()).isTrue();
        assertThat(picture(1000, 900).isLarge()).isTrue();
    }

    private static Picture picture(double width, double height) {
        return new Picture(
                "Essai", true, "", 0, 0, List.of(), new Drawing("Essai", List.of(), List.of(), 0, 0, width, height));
    }
}
