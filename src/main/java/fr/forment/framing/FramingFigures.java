package fr.forment.framing;

import fr.forment.project.Project;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** All that the house counts of the framing's questions. */
@Component
@RequiredArgsConstructor
public class FramingFigures {

    private final List<FramingSource> sources;

    /** By question; those of which nothing can be counted yet are left out. */
    public Map<FramingQuestion, String> of(Project project) {
        Map<FramingQuestion, String> told = new EnumMap<>(FramingQuestion.class);
        sources.forEach(source -> source.figures(project)
                .forEach((question, sentence) -> told.merge(question, sentence, (one, more) -> one + " " + more)));
        return told;
    }
}
