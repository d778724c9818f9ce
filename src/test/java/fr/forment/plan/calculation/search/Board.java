package fr.forment.plan.calculation.search;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.search.Course.Rhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A few sessions laid out by hand, for one rule at a time. */
final class Board {

    /** A Wednesday. */
    static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 4);

    static final LocalDate OPENING = LocalDate.of(2027, 2, 1);
    private static final int TEAMS = 10;
    private static final int PLACES = 10;
    private static final int MOMENTS = 100;

    private final Map<List<Object>, Moment> moments = new HashMap<>();
    private int teams;
    private int places;
    private int leaders;
    private int courses;
    private int gatherings;
    private int parties;

    Team team(String uai) {
        return team(uai, null, false, Set.of(), Set.of(), Set.of(), Integer.MAX_VALUE, 0);
    }

    Team team(
            String uai,
            String rpi,
            boolean wednesdayMorning,
            Set<LocalDate> closed,
            Set<String> slots,
            Set<String> formats,
            int travel,
            int urgency) {
        return new Team(
                teams++,
                uai,
                new SchoolFacts(uai, uai, "Bruz", rpi, null, null, 5, wednesdayMorning, 20),
                closed,
                slots,
                formats,
                travel,
                new HashMap<>(),
                new OnTheRoad((module, moment, venue) -> 4),
                urgency);
    }

    /** Ten kilometres from every team and half an hour from every other place. */
    Venue venue(String name, boolean single, int room) {
        int[] distances = new int[TEAMS];
        java.util.Arrays.fill(distances, 10 * Basis.KILOMETRE);
        int[] minutes = new int[PLACES];
        java.util.Arrays.fill(minutes, 30);
        minutes[places] = 0;
        return new Venue(places++, name, single, room, null, distances, minutes, new BitSet());
    }

    Leader leader() {
        return leader(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    Leader leader(int halfDays, int fairShare) {
        return leader(halfDays == Integer.MAX_VALUE ? List.of() : Bound.of(halfDays), fairShare);
    }

    Leader leader(List<Bound> halfDays) {
        return leader(halfDays, Integer.MAX_VALUE);
    }

    private Leader leader(List<Bound> halfDays, int fairShare) {
        long id = leaders + 1L;
        return new Leader(
                leaders++,
                new Person(id, AgentFunction.CPC, null, 0, Set.of()),
                Leader.key(id),
                halfDays,
                fairShare,
                new BitSet(),
                new HashMap<>(),
                null,
                Map.of(),
                new HashMap<>());
    }

    /** Who is one of those that a school sends. @param most of them a session can expect that the person leads */
    Leader leaderOf(Team own, Course course, int most) {
        long id = leaders + 1L;
        return new Leader(
                leaders++,
                new Person(id, AgentFunction.ADJOINT, own.uai(), 0, Set.of()),
                Leader.key(id),
                List.of(),
                Integer.MAX_VALUE,
                new BitSet(),
                new HashMap<>(),
                own,
                Map.of(course.module().code(), most),
                new HashMap<>());
    }

    Moment moment(LocalDate day, int hour, int minutes) {
        return moments.computeIfAbsent(
                List.of(day, hour, minutes),
                key -> Moment.of(moments.size(), day, LocalTime.of(hour, 0), LocalTime.of(hour, 0), minutes));
    }

    Course course(String code, int minutes, boolean compulsory, String... prerequisites) {
        return course(code, minutes, compulsory, Rhythm.WEEK, prerequisites);
    }

    Course course(String code, int minutes, boolean compulsory, Rhythm rhythm, String... prerequisites) {
        return course(code, minutes, compulsory, rhythm, TrainerKind.EQUIPE_CIRCONSCRIPTION, prerequisites);
    }

    /** A meeting that a school holds for its parents. */
    Course meeting() {
        return course("PARENTS", 45, false, Rhythm.WEEK, TrainerKind.ENSEIGNANT);
    }

    private Course course(
            String code, int minutes, boolean compulsory, Rhythm rhythm, TrainerKind kind, String... prerequisites) {
        var module = new ModuleFacts(
                code,
                code,
                1,
                0,
                minutes,
                20,
                Format.PRESENTIEL,
                kind,
                ResponsibleBody.EDUCATION_NATIONALE,
                Set.of(Profile.ENSEIGNANT),
                compulsory ? Set.of(Profile.ENSEIGNANT) : Set.of(),
                Set.of(prerequisites),
                false);
        return new Course(
                courses++,
                new VagueFacts(1, OPENING, List.of()),
                module,
                (int) WEDNESDAY.minusDays(2).toEpochDay(),
                (int) OPENING.toEpochDay(),
                rhythm);
    }

    Sitting sitting(Course course, Moment moment, Leader leader, Venue venue) {
        return sitting(course, moment, leader, venue, false);
    }

    Sitting sitting(Course course, Moment moment, Leader leader, Venue venue, boolean pinned) {
        var gathering = new Gathering(
                gatherings++, course, 20, List.of(moment), List.of(leader), List.of(venue), (Draft) null, pinned);
        return new Sitting(gathering, moment, leader, venue);
    }

    Party party(Team team, int people, Sitting where) {
        return party(team, people, where, true, null);
    }

    Party party(Team team, int people, Sitting where, boolean compulsory, Moment announced) {
        return new Party(
                parties++,
                team,
                where.course(),
                people,
                compulsory,
                compulsory ? Invitations.COMPULSORY : 1,
                List.of(where.gathering()),
                announced,
                where.gathering());
    }

    /** The same people, without a session. */
    Party waiting(Team team, int people, Sitting where) {
        return new Party(
                parties++,
                team,
                where.course(),
                people,
                true,
                Invitations.COMPULSORY,
                List.of(where.gathering()),
                where.moment(),
                null);
    }

    Moment some(int number) {
        if (number >= MOMENTS) {
            throw new IllegalArgumentException("Too many moments");
        }
        return moment(WEDNESDAY.plusWeeks(number), 14, 180);
    }
}
