package fr.forment.project;

import java.time.LocalDate;
import java.util.List;

/** What became of the questions of the framing, told by the feature that keeps them: the bilans repeat them. */
public interface FramingCourse {

    /**
     * @param question as the fiche says it
     * @param text null where nobody answered
     * @param figure as typed, or as it stood on the day of the decision; may be null
     * @param state in French: decided on a day, proposed, without answer
     * @param isDecided false: stays unanswered
     */
    record Answer(
            String question,
            String text,
            String owner,
            LocalDate dueOn,
            String figure,
            String state,
            boolean isDecided) {}

    /** All thirteen, in the fiche's order. */
    List<Answer> answers(Project project);
}
