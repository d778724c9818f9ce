package fr.forment.session.guard;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trainers, director, users, then parents: what a plan holds in that order for a school stays in it when one of its
 * sessions is moved by hand, be it the meeting or the training.
 */
public final class FamilyOrder {

    private final Map<Integer, PlannedSession> lines;
    private final Map<Integer, TrainingSession> opened;

    /** @param lines of the plan in force by number, @param opened the sessions of its project */
    public FamilyOrder(Map<Integer, PlannedSession> lines, Collection<TrainingSession> opened) {
        this.lines = lines;
        this.opened = opened.stream()
                .filter(session -> session.planLine() != null && session.state() != SessionState.ANNULEE)
                .collect(Collectors.toMap(TrainingSession::planLine, Function.identity(), (one, later) -> later));
    }

    /** What the days asked for would break, in French; empty: nothing. @param days in order */
    public Optional<String> broken(PlannedSession line, List<LocalDate> days) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        return line.isForParents()
                ? of(line).filter(other -> !other.isForParents() && other.day().isBefore(line.day()))
                        .map(this::lastDay)
                        .max(LocalDate::compareTo)
                        .filter(trained -> !trained.isBefore(first))
                        .map(trained -> "les parents seraient réunis avant la formation de qui leur présente l'ENT,"
                                + " qui finit le " + French.day(trained))
                : of(line).filter(other -> other.isForParents() && other.day().isAfter(line.day()))
                        .map(this::firstDay)
                        .min(LocalDate::compareTo)
                        .filter(meeting -> !meeting.isAfter(last))
                        .map(meeting -> "les parents seraient réunis avant cette formation : leur réunion est le "
                                + French.day(meeting));
    }

    private Stream<PlannedSession> of(PlannedSession line) {
        return lines.values().stream()
                .filter(other -> other.line() != line.line())
                .filter(other -> other.schoolUais().stream().anyMatch(line.schoolUais()::contains));
    }

    private LocalDate lastDay(PlannedSession line) {
        return opened.containsKey(line.line())
                ? opened.get(line.line()).endsAt().toLocalDate()
                : line.day();
    }

    private LocalDate firstDay(PlannedSession line) {
        return opened.containsKey(line.line()) ? opened.get(line.line()).day() : line.day();
    }
}
