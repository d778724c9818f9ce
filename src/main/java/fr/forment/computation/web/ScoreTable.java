package fr.forment.computation.web;

import fr.forment.computation.GoalWords;
import fr.forment.french.French;
import fr.forment.plan.Means;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a plan that was found is worth beside the one that stands, in words. */
final class ScoreTable {

    /**
     * @param now amount in the plan that stands; « – » where it was not counted
     * @param change « 1 165 de moins »
     * @param good the change is for the better; null when nothing changes
     */
    record Row(String title, String found, String now, String change, Boolean good, boolean counts) {

        /** Nothing to tell: neither plan has any. */
        boolean isEmpty() {
            return found.startsWith("0 ") && now.equals("0");
        }
    }

    private ScoreTable() {}

    /** People and sessions first, then the goals, what weighs most before the rest. */
    static List<Row> of(
            List<PlannedSession> found, List<PlannedSession> now, Score worth, Score before, Weights weights) {
        Means means = Means.of(found);
        Means there = Means.of(now);
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "Personnes placées",
                French.count(means.expected(), "inscription prévue"),
                French.number(there.expected()),
                means.expected() - there.expected(),
                true));
        rows.add(row(
                "Sessions",
                French.count(means.sessions(), "session"),
                French.number(there.sessions()),
                means.sessions() - there.sessions(),
                null));
        Arrays.stream(Goal.values())
                .filter(goal -> worth.goals().containsKey(goal))
                .sorted(Comparator.comparingInt((Goal goal) -> weights.of(goal) == 0 ? 1 : 0))
                .forEach(goal -> rows.add(goal(goal, worth, before, weights.of(goal) > 0)));
        return rows;
    }

    private static Row goal(Goal goal, Score worth, Score before, boolean counts) {
        long found = worth.goals().get(goal);
        String amount = GoalWords.amount(goal, found);
        if (before == null || !before.goals().containsKey(goal)) {
            return new Row(goal.title(), amount, "–", "", null, counts);
        }
        long now = before.goals().get(goal);
        Row row = row(goal.title(), amount, French.number(now), found - now, false);
        return new Row(row.title(), row.found(), row.now(), row.change(), row.good(), counts);
    }

    /** @param more whether more is better; null: neither */
    private static Row row(String title, String found, String now, long difference, Boolean more) {
        String change = difference == 0
                ? "inchangé"
                : French.number(Math.abs(difference)) + (difference > 0 ? " de plus" : " de moins");
        Boolean good = difference == 0 || more == null ? null : difference > 0 == more;
        return new Row(title, found, now, change, good, true);
    }
}
