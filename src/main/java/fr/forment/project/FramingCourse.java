package fr.forment.project;

import java.time.LocalDate;
import java.util.List;

/** What became of the questions of the framing, told by the feature that keeps them: the bilans repeat them. */
public interface FramingCourse {

    /**
     * @param question as the fiche says it
     * @param text null where nobody answered
     * @param figure as typed, or as it stood on the day of the decision; may be null
     * @param figureNow as it stood when the bilan was compiled; null before, and where nothing is counted
     * @param countedOn the day of {@code figureNow}
     * @param state in French: decided on a day, proposed, without answer
     * @param isDecided false: stays unanswered
     */
    record Answer(
            String question,
            String text,
            String owner,
            LocalDate dueOn,
            String figure,
            String figureNow,
            LocalDate countedOn,
            String state,
            boolean isDecided) {}

    /** All thirteen, in the fiche's order. @param vagueId of whose bilan; null: of the whole project's */
    List<Answer> answers(Project project, Long vagueId);
}
