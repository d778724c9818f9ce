package fr.forment.plan;

import fr.forment.plan.calculation.Busy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What has become of the sessions of a plan in force; answered by the room that holds them. */
public interface PlanFollowUp {

    /**
     * By line; those whose session is not open yet are left out, meetings of parents too.
     *
     * @param lines of that version
     */
    List<LineFollowUp> of(Plan plan, List<PlannedSession> lines);

    /**
     * Minutes of a school year by person, in sessions of the project's plan that are still to come. A plan that counts
     * its sessions anew gives these back first, or each would count twice.
     */
    Map<Long, Integer> booked(long projectId, String schoolYear);

    /** A session opened from a line of a plan of a project. */
    record Opened(long projectId, int line) {}

    /**
     * @param sessions what those take that were opened from plans, as they stand; nothing of those called off
     * @param people what sessions of other projects, or of none, take of the time of people, whoever leads or follows
     *     them
     */
    record Taken(Map<Opened, List<Busy>> sessions, List<Busy> people) {}

    /**
     * @param projectId of the plan that asks
     * @param projectIds whose sessions are asked for
     * @param people whose time counts, from a day on
     */
    Taken taken(long projectId, Collection<Long> projectIds, Collection<Long> people, LocalDate from);

    /** The sessions of a plan in force as they stand, for those that are open already; by line. */
    Map<Integer, Present> present(Plan plan);

    /**
     * A session that was opened from a line.
     *
     * @param sequence higher than that of any version and of any earlier state: agendas take it for the newer
     */
    record Present(LocalDateTime startsAt, String place, Long trainerId, int sequence, boolean cancelled) {

        public boolean isElsewhere(PlannedSession line) {
            return !startsAt.equals(line.startsAt())
                    || !place.equals(line.place())
                    || !Objects.equals(trainerId, line.trainerAgentId());
        }

        public PlannedSession of(PlannedSession line) {
            return new SessionChange(startsAt.toLocalDate(), startsAt.toLocalTime(), place, trainerId, line.capacity())
                    .on(line);
        }
    }

    /** The lines of a plan with the day, place and trainer their sessions have now, without those called off. */
    default List<PlannedSession> asHeld(Plan plan, List<PlannedSession> lines) {
        return of(present(plan), lines, false);
    }

    /** The same, and those called off. */
    static List<PlannedSession> asTheyStand(Map<Integer, Present> present, List<PlannedSession> lines) {
        return of(present, lines, true);
    }

    private static List<PlannedSession> of(
            Map<Integer, Present> present, List<PlannedSession> lines, boolean cancelledToo) {
        return lines.stream()
                .filter(line -> cancelledToo
                        || !present.containsKey(line.line())
                        || !present.get(line.line()).cancelled())
                .map(line -> present.containsKey(line.line())
                        ? present.get(line.line()).of(line)
                        : line)
                .sorted(Comparator.comparing(PlannedSession::startsAt).thenComparingInt(PlannedSession::line))
                .toList();
    }
}
