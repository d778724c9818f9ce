package fr.forment.campaign.process;

import fr.forment.campaign.NeedsProcess;
import fr.forment.campaign.SurveyFacts;
import fr.forment.engine.FormMemory;
import fr.forment.engine.OpenTask;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Fills the survey with what is known of the school on the day it is opened. */
@Component
@RequiredArgsConstructor
class SurveyMemory implements FormMemory {

    private final SurveyFacts facts;

    @Override
    public Map<String, Object> remembered(OpenTask task) {
        return task.is(NeedsProcess.SURVEY, NeedsProcess.ANSWER) ? facts.remembered(task.caseId()) : Map.of();
    }
}
