package fr.forment.needs.process;

import java.util.Map;

import fr.forment.engine.ProcessSteps;
import fr.forment.needs.SurveyFacts;
import fr.forment.needs.SurveyService;

/** What {@code needsSurvey} asks. */
@ProcessSteps
public class NeedsSurveySteps {

    private final SurveyService surveys;
    private final SurveyFacts facts;

    NeedsSurveySteps(SurveyService surveys, SurveyFacts facts) {
        this.surveys = surveys;
        this.facts = facts;
    }

    public String recipients(String key) {
        return facts.recipients(id(key));
    }

    public String dueDate(String key) {
        return facts.dueDate(id(key));
    }

    public String schoolName(String key) {
        return facts.schoolName(id(key));
    }

    public String schoolSheet(String key) {
        return facts.schoolSheet(id(key));
    }

    /** A number or a code that pre-fills a question; null where nothing is known. */
    public Object known(String key, String question) {
        return facts.known(id(key), question);
    }

    /** What a school may wish for; the same for all, so no key. */
    public String modules() {
        return facts.modules();
    }

    public String sectionsOff(String key) {
        return facts.sectionsOff(id(key));
    }

    public String ownQuestions(String key) {
        return facts.ownQuestions(id(key));
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
