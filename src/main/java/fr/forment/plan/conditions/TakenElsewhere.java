package fr.forment.plan.conditions;

import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.Opened;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.resource.MeetingRoom;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
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

    /**
     * What a plan can collide with.
     *
     * @param known schools of the circonscription and of the vagues: a line may be held there, or in their towns
     * @param schools those whose people are expected
     */
    public static PlanFollowUp.Ground ground(
            Circonscription circonscription,
            Collection<School> known,
            List<SchoolFacts> schools,
            List<MeetingRoom> rooms,
            Stream<Long> people,
            LocalDate from) {
        return new PlanFollowUp.Ground(
                people.collect(Collectors.toSet()),
                schools.stream().map(SchoolFacts::uai).collect(Collectors.toSet()),
                Stream.of(
                                Stream.of(circonscription.shortName()), // a plan takes it for a town
                                known.stream().flatMap(school -> Stream.of(school.uai(), school.commune())),
                                rooms.stream().map(MeetingRoom::place))
                        .flatMap(each -> each)
                        .collect(Collectors.toSet()),
                from);
    }

    /**
     * @param busy the time and rooms that are taken
     * @param stands by line of the plan in force, where a session of it on one date stands by now
     */
    public record Found(List<Busy> busy, Map<Integer, Busy> stands) {}

    /**
     * @param base lines of the plan in force that this one amends
     * @param planned lines of others that touch the ground
     */
    public Found of(long projectId, List<PlannedSession> base, List<Booked> planned, PlanFollowUp.Ground ground) {
        Set<Opened> lines = Stream.concat(
                        planned.stream().filter(Booked::inForce).map(Booked::line),
                        base.stream().map(line -> new Opened(projectId, line.line())))
                .collect(Collectors.toSet());
        PlanFollowUp.Taken taken = followUp.taken(projectId, lines, ground);
        Map<Opened, List<Busy>> opened = taken.sessions();
        return new Found(
                Stream.of(
                                planned.stream().flatMap(booked -> standing(booked, opened)),
                                base.stream()
                                        .flatMap(line -> besides(
                                                line,
                                                opened.getOrDefault(new Opened(projectId, line.line()), List.of()))),
                                opened.entrySet().stream() // moved into one of the places: no line says so
                                        .filter(each -> !lines.contains(each.getKey()))
                                        .flatMap(each -> each.getValue().stream()),
                                taken.people().stream())
                        .flatMap(each -> each)
                        .toList(),
                stands(projectId, base, opened));
    }

    private static Map<Integer, Busy> stands(
            long projectId, List<PlannedSession> base, Map<Opened, List<Busy>> opened) {
        Map<Integer, Busy> found = new HashMap<>();
        base.forEach(line -> {
            List<Busy> dates = opened.getOrDefault(new Opened(projectId, line.line()), List.of());
            if (dates.size() == 1) {
                found.put(line.line(), dates.get(0));
            }
        });
        return found;
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
