package fr.forment.phase;

import fr.forment.plan.PlannedSession;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.function.Function;

/**
 * A line of the plan as it was and as the amendment has it. What the amendment leaves alone stays as people have
 * changed it by hand.
 */
record AmendedLine(PlannedSession before, PlannedSession after) {

    boolean changes(Function<PlannedSession, Object> fact) {
        return !Objects.equals(fact.apply(before), fact.apply(after));
    }

    boolean changesMoment() {
        return changes(AmendedLine::start) || changes(PlannedSession::minutes);
    }

    boolean changesPublic() {
        return changes(PlannedSession::seats) || changes(PlannedSession::profiles) || changes(PlannedSession::expected);
    }

    boolean changesTrainer() {
        return changes(PlannedSession::trainerAgentId);
    }

    /** Only day, hours, place or who gives it: one who gives it, not nobody. */
    boolean isSmall() {
        return changesAnything()
                && !changesPublic()
                && !changes(PlannedSession::minutes)
                && !changes(PlannedSession::capacity)
                && !changes(PlannedSession::moduleCode)
                && !changes(PlannedSession::format)
                && !changes(PlannedSession::trainerKind)
                && !(changesTrainer() && after.trainerAgentId() == null);
    }

    boolean changesAnything() {
        return changesMoment()
                || changesPublic()
                || changesTrainer()
                || changes(PlannedSession::place)
                || changes(PlannedSession::capacity)
                || changes(PlannedSession::moduleCode)
                || changes(PlannedSession::format)
                || changes(PlannedSession::trainerKind);
    }

    static LocalDateTime start(PlannedSession line) {
        return line.startsAt();
    }
}
