package fr.forment.project;

import java.util.List;

/**
 * What was planned and what was done, as compiled at one moment. Parents are told, not trained: only their meetings are
 * counted.
 *
 * @param planned by the plan in force; null where none was
 * @param done in sessions that were held; people: those who stayed to the end
 * @param enrolled everybody of whom the presence was recorded
 * @param inPart who came and did not stay to the end: has not completed the training
 * @param hotSatisfaction mean of 1 to 4; null below five answers
 * @param weeklyUse share (0 to 1) of the cold answers that speak of a use at least weekly; null below five answers
 * @param findings French sentences
 */
public record Bilan(
        Amounts planned,
        Amounts done,
        int enrolled,
        int inPart,
        int schoolsReady,
        int schoolsOpened,
        int schoolsPostponed,
        int hotAnswers,
        Double hotSatisfaction,
        int coldAnswers,
        Double weeklyUse,
        List<String> findings) {

    /**
     * @param sessions meetings with parents left out
     * @param traineeMinutes added up over the people; as attended where it was done
     * @param trainerMinutes added up over the trainers, meetings included
     */
    public record Amounts(
            int sessions, int places, int people, int traineeMinutes, int trainerMinutes, int meetings, int parents) {}
}
