package fr.forment.framing;

import fr.forment.framing.FramingMeasureService.Measured;
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

    private static final Measured NOTHING = new Measured(null, null);

    private final FramingDecisions decisions;
    private final FramingMeasureService measures;

    @Override
    public List<Answer> answers(Project project, Long vagueId) {
        Map<FramingQuestion, FramingDecision> known = decisions.of(project.id());
        Map<FramingQuestion, Measured> now = measures.of(project.id(), vagueId);
        return Arrays.stream(FramingQuestion.values())
                .map(question -> answer(question, known.get(question), now.getOrDefault(question, NOTHING)))
                .toList();
    }

    private static Answer answer(FramingQuestion question, FramingDecision decision, Measured now) {
        return decision == null
                ? new Answer(question.wording(), null, null, null, null, now.figure(), now.on(), "Sans réponse", false)
                : new Answer(
                        question.wording(),
                        decision.text(),
                        decision.owner(),
                        decision.dueOn(),
                        decision.figure(),
                        now.figure(),
                        now.on(),
                        decision.isDecided()
                                ? "Décidée le " + French.date(decision.decidedOn())
                                : "Proposée, pas décidée",
                        decision.isDecided());
    }
}
