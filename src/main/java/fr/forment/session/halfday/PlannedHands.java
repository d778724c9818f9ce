package fr.forment.session.halfday;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who gives a session of the plan in force, the whole of it or one half-day, beside whom the plan names. A line without
 * a trainer waits for one: whoever may lead it is welcome.
 */
@Component
@RequiredArgsConstructor
public class PlannedHands {

    private final SessionHalfDays halfDays;
    private final Agents agents;

    /**
     * Those whom a change brings in and whom the plan does not name.
     *
     * @param trainerId of the session; null: stays
     * @param standIns on half-days; null: stay
     */
    public Set<Long> newcomers(TrainingSession session, Long trainerId, Set<Long> standIns, PlannedSession line) {
        if (line.trainerAgentId() == null) {
            return Set.of();
        }
        Set<Long> all = new HashSet<>(standIns == null ? Set.of() : standIns);
        all.removeAll(halfDays.trainers(session));
        if (trainerId != null && !trainerId.equals(session.trainerId())) {
            all.add(trainerId);
        }
        all.remove(line.trainerAgentId());
        return all;
    }

    /** The function the plan provides for, where a newcomer has another one. */
    public Optional<String> unlike(TrainingSession session, Long trainerId, Set<Long> standIns, PlannedSession line) {
        Set<Long> newcomers = newcomers(session, trainerId, standIns, line);
        return newcomers.isEmpty()
                ? Optional.empty()
                : agents.find(line.trainerAgentId())
                        .map(Agent::function)
                        .filter(planned -> agents.all(newcomers).stream().anyMatch(one -> one.function() != planned))
                        .map(planned -> planned.label());
    }

    /** Whether somebody beside the plan's trainer gives a part of it once this is done. */
    public boolean areOthers(TrainingSession session, Long trainerId, Set<Long> standIns, PlannedSession line) {
        Set<Long> all = new HashSet<>(standIns == null ? halfDays.trainers(session) : standIns);
        all.add(trainerId == null ? session.trainerId() : trainerId);
        return areOthers(all, line);
    }

    /** How many of these sessions somebody beside the plan's trainer gives, or a part of them. */
    public long inOthers(Collection<TrainingSession> sessions, Map<Integer, PlannedSession> lines) {
        Map<Long, List<HalfDay>> given = halfDays.of(sessions);
        return sessions.stream()
                .filter(session -> {
                    Set<Long> all = new HashSet<>();
                    all.add(session.trainerId());
                    given.get(session.id()).stream()
                            .map(HalfDay::trainerId)
                            .filter(Objects::nonNull)
                            .forEach(all::add);
                    return areOthers(all, lines.get(session.planLine()));
                })
                .count();
    }

    private static boolean areOthers(Set<Long> all, PlannedSession line) {
        return line.trainerAgentId() != null
                && all.stream().anyMatch(one -> !line.trainerAgentId().equals(one));
    }

    /** Each half-day in other hands, by number: not every reader of a plan's history knows each person by name. */
    public String standIns(TrainingSession session) {
        return halfDays.of(session).stream()
                .filter(half -> half.trainerId() != null)
                .map(half -> " ; " + half.told() + " : " + PlanNames.numbered(half.trainerId()))
                .collect(Collectors.joining());
    }
}
