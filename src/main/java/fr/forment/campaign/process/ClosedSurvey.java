package fr.forment.campaign.process;

import fr.forment.campaign.LateAnswerService;
import fr.forment.campaign.NeedsProcess;
import fr.forment.engine.GoneTask;
import fr.forment.engine.OpenTask;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells who sends a survey that is over whether the answer counts. */
@Component
@RequiredArgsConstructor
class ClosedSurvey implements GoneTask {

    private final LateAnswerService late;

    @Override
    public Optional<String> told(OpenTask gone, Map<String, Object> sent) {
        boolean mine = gone.is(NeedsProcess.SURVEY, NeedsProcess.ANSWER) && gone.businessKey() != null;
        return mine ? late.refuse(gone.caseId(), sent) : Optional.empty();
    }
}
