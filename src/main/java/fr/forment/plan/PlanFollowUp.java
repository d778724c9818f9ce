package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.words.LineFollowUp;
import fr.forment.plan.words.PlanDifference;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has become of the sessions of a plan in force; answered by the room that holds them. */
public interface PlanFollowUp {

    /**
     * By line; those whose session is not open yet are left out, meetings of parents too.
     *
     * @param lines of that version
     */
    List<LineFollowUp> of(Plan plan, List<PlannedSession> lines);

    /** Both at once of a plan in force, from the same rows; nothing of another. */
    record Standing(List<LineFollowUp> lines, Map<Integer, Present> present) {

        /** As {@link HeldPlan#sessions}. */
        public List<PlannedSession> held(List<PlannedSession> all) {
            return HeldPlan.of(present, all).sessions();
        }
    }

    /** @param lines as for {@link #of} */
    Standing standing(Plan plan, List<PlannedSession> lines);

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
     * What a plan can collide with. Others hold thousands of sessions it never meets: they are not read.
     *
     * @param people whose time counts
     * @param schools UAIs of schools whose people are expected
     * @param places schools, towns and rooms in which it may meet
     * @param from what was before this day counts no more
     */
    record Ground(Set<Long> people, Set<String> schools, Set<String> places, LocalDate from) {

        public Ground {
            people = Set.copyOf(people);
            schools = Set.copyOf(schools);
            places = Set.copyOf(places);
        }

        Ground with(Set<Long> more) {
            return new Ground(
                    Stream.concat(people.stream(), more.stream()).collect(Collectors.toSet()), schools, places, from);
        }
    }

    /**
     * @param projectId of the plan that asks
     * @param lines whose sessions are asked for, wherever they stand by now; others come with them where they stand in
     *     one of the places
     */
    Taken taken(long projectId, Set<Opened> lines, Ground ground);

    /**
     * The sessions of a plan in force as they stand, for those that are open already; by line. Of an amendment that is
     * not decided on, as they will stand with it: what it leaves alone stays where people have moved it since.
     */
    Map<Integer, Present> present(Plan plan);

    /**
     * What a version changes for people. Where one of both is an amendment that is not decided on, it is compared with
     * what stands today; one that was, with what stood then.
     *
     * @param before lines of the one version, {@code after} of the other, which came later
     */
    PlanDifference difference(Plan one, List<PlannedSession> before, Plan other, List<PlannedSession> after);

    /**
     * A session that was opened from a line.
     *
     * @param sequence higher than that of any version and of any earlier state: agendas take it for the newer
     * @param undated another date is looked for
     * @param over it was held, or its day went by without anybody: no place in it is to come
     * @param dates of one on several dates each half-day, in order of time; of others none
     */
    record Present(
            LocalDateTime startsAt,
            String place,
            Long trainerId,
            int sequence,
            boolean cancelled,
            boolean undated,
            boolean over,
            List<HeldHalfDay> dates) {

        /** Nobody can take a place in it any more. */
        public boolean isPast() {
            return cancelled || over;
        }

        /** No day can be counted on. */
        public boolean isNowhere() {
            return cancelled || undated;
        }

        public boolean isElsewhere(PlannedSession line) {
            return !startsAt.equals(line.startsAt())
                    || !place.equals(line.place())
                    || !Objects.equals(trainerId, line.trainerAgentId());
        }

        /** With what an amendment changes in the line, and no more. */
        public Present amended(PlannedSession before, PlannedSession after) {
            Duration by = Duration.between(before.startsAt(), after.startsAt());
            boolean moves = !by.isZero();
            boolean entrusts = !Objects.equals(before.trainerAgentId(), after.trainerAgentId());
            return new Present(
                    moves && dates.isEmpty() ? after.startsAt() : startsAt.plus(by),
                    before.place().equals(after.place()) ? place : after.place(),
                    entrusts ? after.trainerAgentId() : trainerId,
                    sequence,
                    cancelled,
                    undated && !moves,
                    over,
                    dates.stream()
                            .map(half -> new HeldHalfDay(
                                    half.startsAt().plus(by),
                                    half.minutes(),
                                    entrusts && Objects.equals(half.trainerId(), trainerId)
                                            ? after.trainerAgentId()
                                            : half.trainerId()))
                            .toList());
        }

        public PlannedSession of(PlannedSession line) {
            return new SessionChange(startsAt.toLocalDate(), startsAt.toLocalTime(), place, trainerId, line.capacity())
                    .on(line);
        }

        public List<PlannedSession> halfDays(PlannedSession line) {
            return dates.isEmpty()
                    ? List.of(of(line))
                    : dates.stream()
                            .map(half -> new SessionChange(
                                            half.startsAt().toLocalDate(),
                                            half.startsAt().toLocalTime(),
                                            place,
                                            half.trainerId(),
                                            line.capacity())
                                    .on(line.lasting(half.minutes())))
                            .toList();
        }
    }

    /** @param minutes of training, @param trainerId who gives it; null while nobody is named */
    record HeldHalfDay(LocalDateTime startsAt, int minutes, Long trainerId) {}

    /** The same as {@link #asHeld}, with every date. */
    default HeldPlan held(Plan plan, List<PlannedSession> lines) {
        return HeldPlan.of(present(plan), lines);
    }

    /** The lines of a plan with the day, place and trainer their sessions have now, without those called off. */
    default List<PlannedSession> asHeld(Plan plan, List<PlannedSession> lines) {
        return of(present(plan), lines, false);
    }

    /** The same, and those called off. */
    static List<PlannedSession> asTheyStand(Map<Integer, Present> present, List<PlannedSession> lines) {
        return of(present, lines, true);
    }

    /** The same, of those on several dates each. */
    static List<PlannedSession> allDates(Map<Integer, Present> present, List<PlannedSession> lines) {
        return lines.stream()
                .flatMap(line -> present.containsKey(line.line())
                        ? present.get(line.line()).halfDays(line).stream()
                        : Stream.of(line))
                .sorted(Comparator.comparing(PlannedSession::startsAt).thenComparingInt(PlannedSession::line))
                .toList();
    }

    /** Those that a day can be counted on for, each on its last date. */
    static List<PlannedSession> lastDates(Map<Integer, Present> present, Collection<PlannedSession> lines) {
        return lines.stream()
                .filter(line -> !present.containsKey(line.line())
                        || !present.get(line.line()).isNowhere())
                .map(line -> present.containsKey(line.line())
                        ? present.get(line.line()).halfDays(line).stream()
                                .max(Comparator.comparing(PlannedSession::startsAt))
                                .orElseThrow()
                        : line)
                .toList();
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

    /**
     * The lines of a plan as their sessions stand, without those called off.
     *
     * @param sessions each once, on its first date
     * @param halfDays the same, and of a session on several dates each of them under the number of its line
     */
    record HeldPlan(List<PlannedSession> sessions, List<PlannedSession> halfDays) {

        /** @param present by line */
        public static HeldPlan of(Map<Integer, Present> present, List<PlannedSession> lines) {
            List<PlannedSession> held = lines.stream()
                    .filter(line -> !present.containsKey(line.line())
                            || !present.get(line.line()).cancelled())
                    .toList();
            return new HeldPlan(PlanFollowUp.asTheyStand(present, held), PlanFollowUp.allDates(present, held));
        }

        /** Of a session on several dates all of them, in French; of others nothing. */
        public String dates(PlannedSession session) {
            List<PlannedSession> all = of(session);
            return all.size() < 2
                    ? ""
                    : all.stream()
                            .map(half -> French.day(half.day()) + ", " + French.hours(half.start(), half.end()))
                            .collect(Collectors.joining(" ; "));
        }

        /** When its first date ends. */
        public LocalTime end(PlannedSession session) {
            return of(session).get(0).end();
        }

        private List<PlannedSession> of(PlannedSession session) {
            return halfDays.stream()
                    .filter(half -> half.line() == session.line())
                    .toList();
        }
    }
}
