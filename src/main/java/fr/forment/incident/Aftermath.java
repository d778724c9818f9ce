package fr.forment.incident;

import fr.forment.alternative.StuckWhy;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What something that happened makes of a plan.
 *
 * @param hits the sessions that it hits, as they stand, by day
 * @param standing the sessions that may still be held, as they stand
 * @param before the lines of the version, {@code after} those of the repaired one
 * @param dates how many sessions change day or hour, {@code people} how many people that touches
 * @param stuck sessions that nothing saves: they stay as they are
 * @param spreads of the sessions that no single line says, those for which something is found
 * @param whys for each of these, what hinders it and what would free it; looked for when asked
 * @param risks openings that the answer puts at risk, and what would free each; looked for when asked
 * @param price of the answer; counted when asked
 * @param prices of each session that changes, comes or goes, by number, each beside those before it: together they are
 *     the price of the answer, unless there are too many of them; counted when asked
 * @param spared where many dates change, what would spare them; looked for when asked
 * @param order what becomes of what must come one after the other, each a sentence
 * @param firstDay for which people may still be convoked in time: nothing is moved before it
 * @param print of the answer: whoever applies it applies what was shown
 */
public record Aftermath(
        List<Hit> hits,
        List<PlannedSession> standing,
        List<PlannedSession> before,
        List<PlannedSession> after,
        int dates,
        int people,
        List<Repaired.Stuck> stuck,
        List<Spread> spreads,
        Supplier<List<StuckWhy>> whys,
        Supplier<List<OpeningRisk>> risks,
        Supplier<AnswerPrice> price,
        Supplier<Map<Integer, AnswerPrice>> prices,
        Supplier<Optional<Spared>> spared,
        List<String> order,
        LocalDate firstDay,
        String print) {

    /**
     * Somebody whom it would do to certify for a module: that was tried.
     *
     * @param sessions that would change then, {@code dates} how many of them their day or hour
     */
    public record Spared(long who, String moduleCode, int sessions, int dates) {}

    /**
     * @param parts its half-days as they stand, where no single line says them; else the session itself
     * @param sessionId null while people were told nothing
     * @param why sentences; empty for a session that only changes with the others
     * @param along what happened does not hit it: it moves because another one does
     */
    public record Hit(
            PlannedSession session, List<PlannedSession> parts, Long sessionId, List<String> why, boolean along) {}

    /**
     * A session on several dates, or given by several people: no version says that, so it changes on its own.
     *
     * @param before its half-days as they stand, {@code after} as they are to be, all in one place
     */
    public record Spread(
            PlannedSession session, long sessionId, List<PlannedSession> before, List<PlannedSession> after) {

        /** People are convoked again. */
        public boolean changesDates() {
            return !times(before).equals(times(after));
        }

        public boolean changesPlace() {
            return !before.get(0).place().equals(after.get(after.size() - 1).place());
        }

        private static List<List<Object>> times(List<PlannedSession> parts) {
            return parts.stream()
                    .map(part -> List.<Object>of(part.startsAt(), part.minutes()))
                    .toList();
        }
    }

    /** What becomes of a session that is hit. */
    public enum Fate {
        /** Its day and hour stay, something else changes. */
        KEPT,
        MOVED,
        /** Nobody needs it any more. */
        GONE,
        /** It changes in the session itself: {@link Spread}. */
        SPREAD,
        /** Nothing was found. */
        LEFT
    }

    /** Each of the sessions hit is counted once, those that only move along apart. */
    public Map<Fate, Integer> fates() {
        Map<Integer, PlannedSession> is = byLine(after);
        Set<Integer> left = stuck.stream().map(Repaired.Stuck::line).collect(Collectors.toSet());
        Set<Integer> spreading =
                spreads.stream().map(spread -> spread.session().line()).collect(Collectors.toSet());
        Map<Fate, Integer> found = new EnumMap<>(Fate.class);
        hits.stream()
                .filter(hit -> !hit.along())
                .map(Hit::session)
                .map(session -> {
                    int line = session.line();
                    if (!is.containsKey(line)) {
                        return Fate.GONE;
                    }
                    if (spreading.contains(line) || left.contains(line)) {
                        return spreading.contains(line) ? Fate.SPREAD : Fate.LEFT;
                    }
                    return is.get(line).startsAt().equals(session.startsAt()) ? Fate.KEPT : Fate.MOVED;
                })
                .forEach(fate -> found.merge(fate, 1, Integer::sum));
        return found;
    }

    private static Map<Integer, PlannedSession> byLine(List<PlannedSession> lines) {
        return lines.stream().collect(Collectors.toMap(PlannedSession::line, line -> line));
    }

    /** The lines of the version, those that change as people know them: their sessions may have moved since. */
    public List<PlannedSession> known() {
        Map<Integer, PlannedSession> stand = byLine(standing);
        Map<Integer, PlannedSession> is = byLine(after);
        return before.stream()
                .map(line -> line.equals(is.get(line.line())) ? line : stand.getOrDefault(line.line(), line))
                .toList();
    }

    /** The lines that change, when none comes or goes. */
    Optional<List<PlannedSession>> onlyMoves() {
        Map<Integer, PlannedSession> was = byLine(before);
        boolean same = was.size() == after.size() && after.stream().allMatch(line -> was.containsKey(line.line()));
        return same
                ? Optional.of(after.stream()
                        .filter(line -> !line.equals(was.get(line.line())))
                        .toList())
                : Optional.empty();
    }

    public boolean changesThePlan() {
        return !before.equals(after);
    }
}
