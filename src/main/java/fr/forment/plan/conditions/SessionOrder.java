package fr.forment.plan.conditions;

import fr.forment.french.French;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.ModuleFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a plan holds one after the other because the one needs the other: trainers, director, users, then parents, and
 * level after level. Judges the days on which the sessions now are: whoever moves one of them by hand moves no other.
 * Pure.
 */
public final class SessionOrder {

    /** The first and the last day of a session. */
    public record Days(LocalDate first, LocalDate last) {

        public static Days of(Collection<LocalDate> days) {
            return new Days(Collections.min(days), Collections.max(days));
        }
    }

    /** Two lines of a plan that it holds in this order. */
    public record Pair(PlannedSession first, PlannedSession then) {

        public boolean concerns(int line) {
            return first.line() == line || then.line() == line;
        }
    }

    private final Map<String, ModuleFacts> modules;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * @param modules as {@link ModuleFacts#inOrder} says: meetings with parents need what their school is trained for
     * @param lines of the version
     */
    public SessionOrder(Collection<ModuleFacts> modules, Collection<PlannedSession> lines) {
        this.modules = modules.stream().collect(Collectors.toMap(ModuleFacts::code, Function.identity()));
        for (PlannedSession then : lines) {
            for (PlannedSession first : lines) {
                if (first.day().isBefore(then.day()) && isNeeded(first, then)) {
                    pairs.add(new Pair(first, then));
                }
            }
        }
    }

    private boolean isNeeded(PlannedSession first, PlannedSession then) {
        boolean ofTrainers = first.phase() == Phase.FORMATEURS;
        boolean together = first.schoolUais().stream().anyMatch(then.schoolUais()::contains);
        Set<String> needed = Optional.ofNullable(modules.get(then.moduleCode()))
                .map(ModuleFacts::prerequisites)
                .orElse(Set.of());
        return needed.contains(first.moduleCode()) && (together || ofTrainers)
                || ofTrainers && then.phase() == Phase.VAGUE && trainsTrainers(first);
    }

    private boolean trainsTrainers(PlannedSession session) {
        return Optional.ofNullable(modules.get(session.moduleCode()))
                .filter(ModuleFacts::trainsTrainers)
                .isPresent();
    }

    /**
     * Those that no longer stand in the plan's order.
     *
     * @param standing when a session is; empty of one that is called off, or still looks for a date
     * @param today what was to come second and has begun by then can no longer be mended
     */
    public List<Pair> broken(Function<PlannedSession, Optional<Days>> standing, LocalDate today) {
        return pairs.stream()
                .filter(pair -> standing.apply(pair.then())
                        .filter(then -> then.first().isAfter(today))
                        .flatMap(then -> standing.apply(pair.first())
                                .filter(first -> !first.last().isBefore(then.first())))
                        .isPresent())
                .toList();
    }

    /** What must come after a line. */
    public List<PlannedSession> after(int line) {
        return pairs.stream()
                .filter(pair -> pair.first().line() == line)
                .map(Pair::then)
                .toList();
    }

    /** Why the second may not be before the first, in French. @param last day of the first */
    public String why(Pair pair, LocalDate last) {
        String first = quoted(pair.first()) + " (ligne " + pair.first().line() + " du plan)";
        String end = " n'aura pas encore eu lieu : elle finit le " + French.day(last);
        return pair.then().isForParents()
                ? "les parents seraient réunis avant la formation de qui leur présente l'ENT : " + first + " finit le "
                        + French.day(last)
                : isPrerequisite(pair)
                        ? "la session de son prérequis, " + first + "," + end
                        : "la formation de formateurs " + first + end;
    }

    private boolean isPrerequisite(Pair pair) {
        return Optional.ofNullable(modules.get(pair.then().moduleCode()))
                .filter(module -> module.prerequisites().contains(pair.first().moduleCode()))
                .isPresent();
    }

    /** The title of its module, as sentences name it. */
    public String quoted(PlannedSession session) {
        return Optional.ofNullable(modules.get(session.moduleCode()))
                .map(ModuleFacts::quoted)
                .orElse("formation");
    }
}
