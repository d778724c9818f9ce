package fr.forment.framing;

import fr.forment.french.French;
import fr.forment.project.FramingCourse;
import fr.forment.project.Project;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class ProjectFraming implements FramingCourse {

    private final FramingDecisions decisions;

    @Override
    public List<Answer> answers(Project project) {
        Map<FramingQuestion, FramingDecision> known = decisions.of(project.id());
        return Arrays.stream(FramingQuestion.values())
                .map(question -> answer(question, known.get(question)))
                .toList();
    }

    private static Answer answer(FramingQuestion question, FramingDecision decision) {
        return decision == null
                ? new Answer(question.wording(), null, null, null, null, "Sans réponse", false)
                : new Answer(
                        question.wording(),
                        decision.text(),
                        decision.owner(),
                        decision.dueOn(),
                        decision.figure(),
                        decision.isDecided()
                                ? "Décidée le " + French.date(decision.decidedOn())
                                : "Proposée, pas décidée",
                        decision.isDecided());
    }
}
