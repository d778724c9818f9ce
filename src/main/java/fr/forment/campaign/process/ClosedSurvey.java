package fr.forment.campaign.process;

import java.util.Map;
import java.util.Optional;

import fr.forment.engine.GoneTask;
import fr.forment.engine.OpenTask;
import fr.forment.campaign.LateAnswerService;
import org.springframework.stereotype.Component;
import lombok.RequiredArgsConstructor;

/** Tells who sends a survey that is over whether the answer counts. */
@Component
@RequiredArgsConstructor
class ClosedSurvey implements GoneTask {

    private final LateAnswerService late;

    @Override
    public Optional<String> told(OpenTask gone, Map<String, Object> sent) {
        boolean mine = NeedsModel.SURVEY.equals(gone.processId()) && NeedsModel.ANSWER.equals(gone.taskKey()) && gone.businessKey() != null;
        return mine ? late.refuse(Long.parseLong(gone.businessKey()), sent) : Optional.empty();
    }
}
