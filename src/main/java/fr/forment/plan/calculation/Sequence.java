package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes before a session, and what waits for it: between which days it can be held. */
public final class Sequence {

    private final PlanFacts facts;
    private final Map<Integer, Draft> standing;

    /** @param standing all sessions by their numbers; may change meanwhile */
    Sequence(PlanFacts facts, Map<Integer, Draft> standing) {
        this.facts = facts;
        this.standing = standing;
    }

    /** The last day before its vague opens; the plan's last where there is no vague. */
    public LocalDate eve(Draft was) {
        return Optional.ofNullable(was.vagueRank())
                .flatMap(facts::vague)
                .map(vague -> vague.opensOn().minusDays(1))
                .filter(day -> day.isBefore(facts.until()))
                .orElse(facts.until());
    }

    /** After what must come first. */
    public LocalDate firstDay(Draft was) {
        LocalDate trained = standing.values().stream()
                .filter(draft -> draft.vagueRank() == null)
                .map(Draft::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate start = Optional.ofNullable(was.vagueRank())
                .flatMap(facts::vague)
                .map(vague -> EarliestStart.ofVague(facts, vague, trained).day())
                .orElse(facts.from());
        return others(was)
                .filter(other ->
                        was.module().prerequisites().contains(other.module().code()))
                .filter(other -> other.vagueRank() == null || sharesSchool(was, other))
                .map(other -> other.day().plusDays(1))
                .filter(day -> day.isAfter(start))
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    /** Before what needs it; trainers are trained in time for all that follows. */
    public LocalDate lastDay(Draft was, LocalDate last) {
        LocalDate before = others(was)
                .filter(other ->
                        other.module().prerequisites().contains(was.module().code()))
                .filter(other -> was.vagueRank() == null || sharesSchool(was, other))
                .map(other -> other.day().minusDays(1))
                .filter(day -> day.isBefore(last))
                .min(Comparator.naturalOrder())
                .orElse(last);
        if (was.vagueRank() != null) {
            return before;
        }
        LocalDate limit = before;
        while (!limit.isBefore(facts.from()) && !leavesTime(limit)) {
            limit = limit.minusDays(1);
        }
        return limit;
    }

    private boolean leavesTime(LocalDate trained) {
        return standing.values().stream()
                .filter(draft -> draft.vagueRank() != null)
                .allMatch(draft -> facts.vague(draft.vagueRank())
                        .map(vague -> !draft.day()
                                        .isBefore(EarliestStart.ofVague(facts, vague, trained)
                                                .day())
                                || draft.day()
                                        .isBefore(EarliestStart.ofVague(facts, vague, null)
                                                .day()))
                        .orElse(true));
    }

    private Stream<Draft> others(Draft was) {
        return standing.values().stream().filter(other -> !Objects.equals(other.line(), was.line()));
    }

    private static boolean sharesSchool(Draft one, Draft other) {
        return one.seats().keySet().stream().anyMatch(other.seats()::containsKey);
    }
}
