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

    public String recipients(String key) {
        return facts.recipients(id(key));
    }

    public String dueDate(String key) {
        return facts.dueDate(id(key));
    }

    public String campaignTitle(String key) {
        return facts.campaignTitle(id(key));
    }

    public String schoolName(String key) {
        return facts.schoolName(id(key));
    }

    /** The whole form at once: its questions may change without the model. */
    public void recordAnswer(String key, Map<String, Object> form) {
        surveys.record(id(key), form);
    }

    public void thank(String key) {
        surveys.thank(id(key));
    }

    public void tellCampaign(String key) {
        surveys.tellCampaign(id(key));
    }

    public void markUnanswered(String key) {
        surveys.markUnanswered(id(key));
    }

    public void sayClosed(String key) {
        surveys.sayClosed(id(key));
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
