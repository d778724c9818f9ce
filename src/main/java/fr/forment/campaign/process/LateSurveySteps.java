package fr.forment.campaign.process;

import fr.forment.campaign.JoinedSchoolService;
import fr.forment.campaign.SurveyFacts;
import fr.forment.engine.ProcessSteps;
import lombok.RequiredArgsConstructor;

/** What {@code lateSurvey} asks; its key is the survey. */
@ProcessSteps
@RequiredArgsConstructor
public class LateSurveySteps {

    private final JoinedSchoolService joined;
    private final SurveyFacts facts;

    /** @param rank in the policy of {@code needsSurvey}: 2 the reminder, 3 the end */
    public String reminderDate(long key, int rank) {
        return facts.reminderDate(key, rank);
    }

    public void recall(long key) {
        joined.recall(key);
    }

    public void closeApart(long key) {
        joined.closeApart(key);
    }
}
