package fr.forment.project;

import java.util.List;

/**
 * What was planned and what was done, as compiled at one moment.
 *
 * @param traineeMinutes training received, added up over the people present
 * @param trainerMinutes training given, added up over the trainers
 * @param hotSatisfaction mean of 1 to 4; null below five answers
 * @param weeklyUse share (0 to 1) of the cold answers that speak of a use at least weekly; null below five answers
 * @param findings French sentences
 */
public record Bilan(int sessionsPlanned, int sessionsHeld, int placesOffered, int enrolled, int present, int traineeMinutes,
        int trainerMinutes, int schoolsReady, int schoolsOpened, int schoolsPostponed, int hotAnswers, Double hotSatisfaction,
        int coldAnswers, Double weeklyUse, List<String> findings) {
}
