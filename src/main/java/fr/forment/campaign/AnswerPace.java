package fr.forment.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How answers come in.
 *
 * @param days those on which there were any, in order
 * @param medianDelay calendar days from the invitation to the answer, for the school in the middle; -1 while there is
 *     none
 */
public record AnswerPace(List<Day> days, int medianDelay) {

    /** @param percent of the schools asked that have answered by the evening, rounded down */
    public record Day(LocalDate day, int answers, int together, int percent) {}

    static AnswerPace of(int expected, List<FollowUp.Answered> answered) {
        List<Day> days = new ArrayList<>();
        SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
        SortedMap<Long, Integer> byDelay = new TreeMap<>();
        answered.forEach(each -> {
            byDay.merge(each.answeredOn(), each.schools(), Integer::sum);
            byDelay.merge(
                    Math.max(0, ChronoUnit.DAYS.between(each.invitedOn(), each.answeredOn())),
                    each.schools(),
                    Integer::sum);
        });
        int together = 0;
        for (var day : byDay.entrySet()) {
            together += day.getValue();
            days.add(new Day(
                    day.getKey(),
                    day.getValue(),
                    together,
                    expected == 0 ? 100 : Math.min(100, together * 100 / expected)));
        }
        return new AnswerPace(days, median(byDelay, together));
    }

    private static int median(SortedMap<Long, Integer> byDelay, int answers) {
        int passed = 0;
        for (var each : byDelay.entrySet()) {
            passed += each.getValue();
            if (passed * 2 >= answers) {
                return each.getKey().intValue();
            }
        }
        return -1;
    }
}
