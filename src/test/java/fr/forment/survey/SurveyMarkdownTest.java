package fr.forment.survey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.campaign.SurveyFacts;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessDriver;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the survey shows of the outside, asked for when it is opened, is text. */
@HouseTest
@Tag("attack")
class SurveyMarkdownTest {

    @Autowired
    private TestGround ground;

    @Autowired
    private NeedsGround needsGround;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private Needs needs;

    @Autowired
    private SurveyFacts facts;

    @Test
    void titleAndSchoolAreShownAsTheyWereTyped() {
        var circo = ground.circonscription(1);
        var campaign = needsGround.campaign(circo, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30), 60);
        driver.travelTo(LocalDate.of(2026, 9, 1));
        driver.runDue();
        Survey survey = needs.surveys(campaign.id()).get(0);
        var shown = facts.remembered(survey.id());
        assertThat(shown.get("campaignTitle")).isInstanceOf(Markdown.class);
        assertThat(shown.get("schoolSheet")).isInstanceOf(Markdown.class);
        assertThat(shown.get("surveyId")).asString().matches("\\d+");
    }
}
