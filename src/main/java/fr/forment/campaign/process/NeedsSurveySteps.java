package fr.forment.campaign.process;

import fr.forment.campaign.SurveyFacts;
import fr.forment.campaign.SurveyService;
import fr.forment.engine.ProcessSteps;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** What {@code needsSurvey} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class NeedsSurveySteps {

    private final SurveyService surveys;
    private final SurveyFacts facts;

    public String recipients(long key) {
        return facts.recipients(key);
    }

    public String dueDate(long key) {
        return facts.dueDate(key);
    }

    public String campaignTitle(long key) {
        return facts.campaignTitle(key);
    }

    public String schoolName(long key) {
        return facts.schoolName(key);
    }

    /** The whole form at once: its questions may change without the model. */
    public void recordAnswer(long key, Map<String, Object> form) {
        surveys.record(key, form);
    }

    public void thank(long key) {
        surveys.thank(key);
    }

    public void tellCampaign(long key) {
        surveys.tellCampaign(key);
    }

    public void markUnanswered(long key) {
        surveys.markUnanswered(key);
    }

    public void sayClosed(long key) {
        surveys.sayClosed(key);
    }
}
