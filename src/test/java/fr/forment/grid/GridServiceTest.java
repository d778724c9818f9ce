package fr.forment.grid;

import static fr.forment.campaign.NeedsGround.answerWith;
import static fr.forment.campaign.NeedsGround.goodAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.catalogue.Profile;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.grid.GridCorrection.Kind;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.territory.SchoolClosed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The grid over time: provisional, followed by late answers, corrected by hand, computed again. */
@HouseTest
class GridServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

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
    GridFigures gridFigures;

    @Autowired
    GridService grid;

    @Autowired
    GridCorrectionService corrections;

    @Autowired
    GridFigures figures;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    TestGround.Circo circo;
    Campaign campaign;

    @BeforeEach
    void theFirstOfTwoSchoolsHasAnswered() {
        circo = ground.circonscription(2);
        campaign = campaigns.campaign(circo, TODAY, LocalDate.of(2026, 9, 30), 80);
        driver.runDue();
        answer(0, goodAnswer());
        ground.as(circo.cpc());
    }

    private void answer(int school, Map<String, Object> said) {
        ground.as(circo.directors().get(school));
        driver.theCase(
                        "needsSurvey",
                        campaigns
                                .surveyOf(campaign, circo.schools().get(school))
                                .id())
                .completes("answer", said);
        ground.as(circo.cpc());
    }

    private GridLine line(int school) {
        return needGrid.lines(campaign.id()).stream()
                .filter(line -> line.schoolUai().equals(circo.schools().get(school))
                        && line.moduleCode().equals("PEDA-1")
                        && line.profile() == Profile.ENSEIGNANT)
                .findFirst()
                .orElseThrow();
    }

    private void train(Agent agent) {
        transaction.executeWithoutResult(status -> records.record(agent.id(), "PEDA-1", TODAY, "import"));
    }

    @Test
    void showsAProvisionalGridThatLateAnswersChangeAtOnce() {
        assertThat(figures.computedAt(campaign.id())).isEmpty();
        grid.compute(campaign.id());
        assertThat(line(1).declared())
                .as("silent: estimated from its list of three")
                .isNull();
        assertThat(line(1).people()).isEqualTo(3);
        assertThat(needGrid.settled(needs.find(campaign.id()).orElseThrow()))
                .as("the project sees none before consolidation")
                .isEmpty();
        driver.theCase("needsCampaign", campaign.id()).fires("deadlinePassed").waitsAt("decideClosing");
        answer(1, goodAnswer());
        assertThat(line(1).asked()).as("late, and counted").isEqualTo(2);
        assertThat(figures.school(campaign.id(), circo.schools().get(1))
                        .orElseThrow()
                        .estimated())
                .isFalse();
    }

    @Test
    void keepsACorrectionWhenItIsComputedAgainAndSaysThatTheGroundChanged() {
        grid.compute(campaign.id());
        corrections.correct(campaign.id(), line(1).id(), line(1).version(), "5", "Deux collègues arrivent");
        train(circo.teachers().get(2));
        grid.compute(campaign.id());
        GridLine now = line(1);
        assertThat(now.people()).isEqualTo(5);
        assertThat(now.computed()).as("one of three is trained").isEqualTo(2);
        assertThat(now.deductedAsTrained()).isEqualTo(1);
        assertThat(now.isGroundChanged()).isTrue();
        corrections.keep(campaign.id(), now.id(), now.version());
        assertThat(line(1).isGroundChanged()).isFalse();
        assertThat(line(1).people()).isEqualTo(5);
        driver.theCase("needsCampaign", campaign.id())
                .fires("deadlinePassed")
                .completes("decideClosing", Map.of("decision", "CLOSE", "reason", "Assez de réponses"))
                .waitsAt("reviewGrid");
        assertThat(line(1).people()).as("consolidation keeps it").isEqualTo(5);
        assertThat(needGrid.settled(needs.find(campaign.id()).orElseThrow()))
                .anyMatch(need -> need.schoolUai().equals(circo.schools().get(1)) && need.people() == 5);
    }

    @Test
    void undoesCorrectionsOneByOneAndKeepsTheirTrace() {
        grid.compute(campaign.id());
        corrections.correct(campaign.id(), line(0).id(), line(0).version(), "4", "premier motif");
        corrections.correct(campaign.id(), line(0).id(), line(0).version(), "1", "second motif");
        corrections.undo(campaign.id(), line(0).id(), line(0).version());
        assertThat(line(0).people()).isEqualTo(4);
        corrections.undo(campaign.id(), line(0).id(), line(0).version());
        assertThat(line(0).people()).isEqualTo(2);
        assertThat(line(0).isCorrected()).isFalse();
        assertThatThrownBy(() -> corrections.undo(campaign.id(), line(0).id(), line(0).version()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rien à annuler");
        assertThat(figures.correctionsOf(line(0).id()))
                .extracting(GridCorrection::kind)
                .containsExactly(Kind.CORRECTED, Kind.CORRECTED, Kind.UNDONE, Kind.UNDONE);
        assertThat(figures.correctionsOf(line(0).id())).allSatisfy(made -> assertThat(made.actor())
                .isEqualTo(
                        SecurityContextHolder.getContext().getAuthentication().getName()));
    }

    @Test
    void tellsTheSecondOfTwoWhoCorrectOneFigureAtOnce() throws Exception {
        grid.compute(campaign.id());
        GridLine seen = line(0);
        var together = new CyclicBarrier(2);
        var hands = Executors.newFixedThreadPool(2);
        List<Future<String>> told = List.of(
                hands.submit(correcting(seen, circo.cpc(), "6", together)),
                hands.submit(correcting(seen, circo.erun(), "7", together)));
        List<String> said = List.of(told.get(0).get(), told.get(1).get());
        hands.shutdown();
        assertThat(said).as("one succeeds").contains("");
        assertThat(said)
                .filteredOn(each -> !each.isEmpty())
                .singleElement()
                .asString()
                .contains("a changé ce chiffre (2 →", "Votre saisie n'est pas enregistrée");
        assertThat(figures.correctionsOf(seen.id())).singleElement().satisfies(made -> assertThat(line(0).people())
                .isEqualTo(made.peopleAfter()));
    }

    private Callable<String> correcting(GridLine seen, Agent who, String people, CyclicBarrier together) {
        return () -> {
            ground.as(who);
            together.await();
            try {
                corrections.correct(campaign.id(), seen.id(), seen.version(), people, "vu ensemble");
                return "";
            } catch (Refusal refusal) {
                return refusal.getMessage();
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
    }

    @Test
    void leavesNothingHalfWhenTheTransactionDiesAfterTheCorrection() {
        grid.compute(campaign.id());
        GridLine before = line(0);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    corrections.correct(campaign.id(), before.id(), before.version(), "6", "perdu");
                    throw new IllegalStateException("the machine stops here");
                }))
                .hasMessageContaining("stops here");
        assertThat(line(0)).isEqualTo(before);
        assertThat(figures.correctionsOf(before.id())).isEmpty();
    }

    @Test
    void computesTheSameAgainWithoutTouchingALine() {
        grid.compute(campaign.id());
        List<GridLine> first = needGrid.lines(campaign.id());
        assertThat(grid.compute(campaign.id())).isEqualTo("0 ligne nouvelle, 0 changée, 0 retirée");
        assertThat(needGrid.lines(campaign.id())).isEqualTo(first);
    }

    @Test
    void takesAClosedSchoolOutAndEndsItsCorrections() {
        grid.compute(campaign.id());
        GridLine gone = line(1);
        corrections.correct(campaign.id(), gone.id(), gone.version(), "5", "avant la fermeture");
        campaigns.publish(new SchoolClosed(circo.schools().get(1)));
        grid.compute(campaign.id());
        assertThat(needGrid.lines(campaign.id()))
                .noneMatch(line -> line.schoolUai().equals(circo.schools().get(1)));
        assertThat(gridFigures.schools(campaign.id(), GridFilter.ALL, 0, Integer.MAX_VALUE))
                .extracting(GridSchool::schoolUai)
                .containsExactly(circo.schools().get(0));
        assertThat(figures.correctionsOf(gone.id())).last().satisfies(last -> assertThat(last.kind())
                .isEqualTo(Kind.DROPPED));
        assertThat(grid.compute(campaign.id())).endsWith("0 retirée");
    }

    @Test
    void countsTheHoursOfTheYearAmongTheDeductions() {
        jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, '2026-2027', 'session:essai', 300, 'PLANNED')")
                .param(circo.teachers().get(2).id())
                .update();
        grid.compute(campaign.id());
        assertThat(line(1)).satisfies(line -> {
            assertThat(line.asked()).isEqualTo(3);
            assertThat(line.withoutHours())
                    .as("360 less 300: an hour left for three")
                    .isEqualTo(1);
            assertThat(line.people()).isEqualTo(2);
        });
    }

    @Test
    void remembersWhichRuleRankedASchool() {
        answer(1, answerWith("connection", "AUCUNE"));
        grid.compute(campaign.id());
        assertThat(figures.ranked(campaign.id(), GridFilter.ALL, 0, 10)).last().satisfies(ranked -> {
            assertThat(ranked.priorityRule()).isEqualTo("unconnected");
            assertThat(ranked.priorityFacts()).contains("\"connection\":\"AUCUNE\"");
        });
        assertThat(figures.schoolsPerRule(campaign.id(), GridFilter.ALL)).containsEntry("unconnected", 1);
    }
}
