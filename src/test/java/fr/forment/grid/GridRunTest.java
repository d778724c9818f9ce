package fr.forment.grid;

import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignState;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Profile;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The grid in chunks (of two schools here): cut off anywhere it goes on, and what schools say meanwhile is counted
 * once.
 */
@HouseTest
class GridRunTest {

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

    @Autowired
    GridFigures figures;

    @Autowired
    TransactionTemplate transaction;

    TestGround.Circo circo;
    Campaign campaign;

    @BeforeEach
    void fiveSilentSchoolsAfterTheDeadline() {
        circo = ground.circonscription(5);
        campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 80);
        driver.runDue();
        driver.theCase("needsCampaign", campaign.id()).fires("deadlinePassed").waitsAt("decideClosing");
        ground.as(circo.cpc());
    }

    private List<GridLine> teachers() {
        return needGrid.lines(campaign.id()).stream()
                .filter(line -> line.moduleCode().equals("PEDA-1") && line.profile() == Profile.ENSEIGNANT)
                .toList();
    }

    private void answers(int school) {
        ground.as(circo.directors().get(school));
        driver.theCase(
                        "needsSurvey",
                        campaigns
                                .surveyOf(campaign, circo.schools().get(school))
                                .id())
                .completes("answer", goodAnswer());
        ground.as(circo.cpc());
    }

    private void theMachineStopsAfter(Runnable step) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    step.run();
                    throw new IllegalStateException("the machine stops here");
                }))
                .hasMessageContaining("stops here");
    }

    @Test
    void goesOnAfterTheLastSchoolThatWasKept() {
        theMachineStopsAfter(() -> runs.count(campaign.id()));
        assertThat(teachers()).as("nothing of a chunk that died").isEmpty();
        assertThat(runs.count(campaign.id())).isTrue();
        assertThat(teachers()).hasSize(2);
        theMachineStopsAfter(() -> runs.count(campaign.id()));
        assertThat(runs.count(campaign.id())).isTrue();
        assertThat(teachers()).as("the next two, not the first again").hasSize(4);
        theMachineStopsAfter(() -> grid.consolidate(campaign.id()));
        assertThat(needs.find(campaign.id()).orElseThrow().state()).isEqualTo(CampaignState.CLOSE);
        grid.consolidate(campaign.id());
        assertThat(teachers()).extracting(GridLine::schoolUai).containsExactlyInAnyOrderElementsOf(circo.schools());
        assertThat(needs.find(campaign.id()).orElseThrow().state()).isEqualTo(CampaignState.DEPOUILLEE);
        assertThat(figures.computedAt(campaign.id())).isPresent();
    }

    @Test
    void countsAnAnswerThatComesBetweenTwoChunks() {
        runs.count(campaign.id());
        String counted = teachers().get(0).schoolUai();
        answers(circo.schools().indexOf(counted));
        assertThat(teachers())
                .filteredOn(line -> line.schoolUai().equals(counted))
                .singleElement()
                .satisfies(line -> assertThat(line.declared()).isNotNull());
        String last = circo.schools().stream().sorted().toList().get(4);
        answers(circo.schools().indexOf(last));
        grid.consolidate(campaign.id());
        assertThat(teachers())
                .hasSize(5)
                .filteredOn(line -> line.declared() != null)
                .extracting(GridLine::schoolUai)
                .containsExactlyInAnyOrder(counted, last);
    }

    @Test
    void letsNobodyComputeWhileItIsBeingSettledAndStartsAnewWhatWasCutOffBefore() {
        runs.begin(campaign.id());
        assertThat(runs.next(campaign.id())).isTrue();
        runs.count(campaign.id()); // from the first school: what is older is not relied upon
        assertThat(teachers()).hasSize(2);
        assertThatThrownBy(() -> grid.compute(campaign.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("en cours de dépouillement");
        assertThat(runs.next(campaign.id())).isFalse();
        driver.theCase("needsCampaign", campaign.id())
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Assez"))
                .waitsAt("reviewGrid")
                .passed("countSchools", "areSchoolsToCount", "consolidate");
        assertThat(grid.compute(campaign.id())).isEqualTo("0 ligne nouvelle, 0 changée, 0 retirée");
    }
}
