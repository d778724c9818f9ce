package fr.forment.plan.conditions;

import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.Opened;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Busy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The time and rooms that a plan finds taken: what others plan, or hold where it stands by now, on each of its dates
 * and of who gives it; and of its own sessions what no line says.
 */
@Component
@RequiredArgsConstructor
public class TakenElsewhere {

    private final PlanFollowUp followUp;

    /** A line of another plan. @param inForce its session may be open already, and stand elsewhere */
    public record Booked(Opened line, boolean inForce, Busy busy) {

        /** The same line, with more people who are expected. */
        public Booked and(Booked more) {
            Map<String, Integer> seats = new HashMap<>(busy.seats());
            seats.putAll(more.busy.seats());
            return new Booked(line, inForce, busy.seating(seats));
        }
    }

    /** @param base lines of the plan in force that this one amends */
    public List<Busy> of(
            long projectId, List<PlannedSession> base, List<Booked> planned, Collection<Long> people, LocalDate since) {
        Set<Long> projects = planned.stream()
                .filter(Booked::inForce)
                .map(booked -> booked.line().projectId())
                .collect(Collectors.toSet());
        if (!base.isEmpty()) {
            projects.add(projectId);
        }
        PlanFollowUp.Taken taken = followUp.taken(projectId, projects, people, since);
        Map<Opened, List<Busy>> opened = taken.sessions();
        return Stream.of(
                        planned.stream().flatMap(booked -> standing(booked, opened)),
                        base.stream()
                                .flatMap(line -> besides(
                                        line, opened.getOrDefault(new Opened(projectId, line.line()), List.of()))),
                        taken.people().stream())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Busy> standing(Booked booked, Map<Opened, List<Busy>> opened) {
        return booked.inForce() && opened.containsKey(booked.line())
                ? opened.get(booked.line()).stream()
                        .map(busy -> busy.seating(booked.busy().seats()))
                : Stream.of(booked.busy());
    }

    /** Further dates of a session of this plan, and who stands in at its own: a line has one date and one trainer. */
    private static Stream<Busy> besides(PlannedSession line, List<Busy> stands) {
        return stands.stream()
                .filter(busy -> busy.day().equals(line.day()) ? isStandIn(line, busy) : stands.size() > 1)
                .map(busy -> busy.day().equals(line.day())
                        ? new Busy(busy.trainerId(), "", busy.day(), busy.start(), busy.end())
                        : busy.seating(line.seats()));
    }

    private static boolean isStandIn(PlannedSession line, Busy busy) {
        return busy.trainerId() != null && !busy.trainerId().equals(line.trainerAgentId());
    }
}
