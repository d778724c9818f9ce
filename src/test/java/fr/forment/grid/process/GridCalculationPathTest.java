package fr.forment.grid.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignEvent;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.grid.Grid;
import fr.forment.grid.GridLine;
import fr.forment.grid.GridRunService;
import fr.forment.grid.GridService;
import fr.forment.journal.Journal;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A grid too large to be computed while somebody waits. */
@HouseTest
public class GridCalculationPathTest {

    @Autowired
    MockMvc web;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    Grid needGrid;

    @Autowired
    GridService grid;

    @Autowired
    GridRunService runs;

    TestGround.Circo circo;
    Campaign campaign;
    String page;

    @BeforeEach
    void moreSchoolsThanAreCountedAtOnce() {
        circo = ground.circonscription(7);
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        driver.theCase("needsCampaign", campaign.id()).waitsAt("waitForAnswers");
        page = "/besoins/" + campaign.id() + "/grille";
    }

    private MvcResult as(MockHttpServletRequestBuilder request) throws Exception {
        ground.as(circo.cpc());
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return web.perform(request.with(SecurityMockMvcRequestPostProcessors.authentication(who))
                        .with(csrf()))
                .andReturn();
    }

    private Document shown() throws Exception {
        return Jsoup.parse(as(get(page)).getResponse().getContentAsString());
    }

    private long placesCounted() {
        return needGrid.lines(campaign.id()).stream()
                .map(GridLine::schoolUai)
                .filter(circo.schools()::contains)
                .distinct()
                .count();
    }

    @Test
    void countsInTheBackgroundWithProgressAndIsNotAskedTwice() throws Exception {
        assertThat(as(post(page + "/calcul")).getFlashMap().get("done"))
                .asString()
                .contains("Le calcul est lancé");
        assertThat(placesCounted()).as("nothing in the request").isZero();
        Document waiting = shown();
        assertThat(waiting.select("progress[data-advance]").attr("max")).isEqualTo("7");
        assertThat(waiting.select("form[action$=calcul]")).as("no second click").isEmpty();
        assertThat(as(post(page + "/calcul")).getFlashMap().get("problem"))
                .asString()
                .contains("déjà en cours");
        assertThat(driver.running())
                .filteredOn(("gridCalculation:" + campaign.id())::equals)
                .hasSize(1);
        assertThat(runs.next(campaign.id())).isTrue();
        assertThat(as(get(page + "/avancement.json")).getResponse().getContentAsString())
                .isEqualTo("{\"busy\":true,\"done\":2,\"total\":7}");
        driver.theCase("gridCalculation", campaign.id()).isEnded().passed("countNext", "finish", "gridCalculated");
        assertThat(placesCounted()).isEqualTo(7);
        assertThat(as(get(page + "/avancement.json")).getResponse().getContentAsString())
                .contains("\"busy\":false");
        assertThat(shown().select("form[action$=calcul] button").text()).isEqualTo("Recalculer");
        assertThat(needs.history(campaign.id()))
                .filteredOn(entry -> entry.what().equals(CampaignEvent.COMPUTED.name()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.byWhom())
                        .as("who asked, though a job did it")
                        .isNotEqualTo(Journal.NOBODY));
    }

    @Test
    void givesWayToTheComputationThatSettlesTheGrid() throws Exception {
        ground.as(circo.cpc());
        grid.ask(campaign.id());
        assertThat(runs.next(campaign.id())).isTrue();
        runs.count(campaign.id());
        assertThat(shown().select("label[for=barre]").text()).contains("Dépouillement");
        assertThatThrownBy(() -> grid.ask(campaign.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("en cours de dépouillement");
        driver.theCase("gridCalculation", campaign.id()).isEnded();
        assertThat(needs.history(campaign.id()))
                .extracting(entry -> entry.what())
                .doesNotContain(CampaignEvent.COMPUTED.name());
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .waitsAt("decideClosing")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Assez"))
                .waitsAt("reviewGrid");
        assertThat(placesCounted()).isEqualTo(7);
    }

    @Test
    void stopsWhenTheProjectHasTakenTheGridOver() {
        ground.as(circo.cpc());
        var theCampaign = driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .waitsAt("decideClosing")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Assez"))
                .waitsAt("reviewGrid");
        runs.begin(campaign.id());
        theCampaign.completes("reviewGrid", Map.of("accepted", true)).isEnded();
        assertThat(runs.next(campaign.id())).isFalse();
        assertThat(runs.end(campaign.id())).contains("quelqu'un d'autre");
        assertThat(runs.progress(campaign.id())).isEmpty();
    }
}
