package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Slot;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.search.Course.Rhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** From the sessions of a plan to a {@link Timetable} in which better ones are looked for. */
final class Drafting {

    /** People of one school are seated in pieces of at most so many, so that a school can be cut where it must. */
    private static final int LARGEST_PARTY = 4;

    private final PlanFacts facts;
    private final Basis basis;
    private final List<Draft> start;
    private final Invitations invitations;
    private final List<Course> courses = new ArrayList<>();
    private final List<Sitting> sittings = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    private Drafting(Basis basis, List<Draft> start) {
        this.facts = basis.facts();
        this.basis = basis;
        this.start = start;
        this.invitations = new Invitations(facts);
    }

    static Timetable of(Basis basis, List<Draft> start, Weights weights) {
        return new Drafting(basis, start).timetable(weights);
    }

    private Timetable timetable(Weights weights) {
        Map<Course, List<Draft>> sessions = new LinkedHashMap<>();
        for (VagueFacts vague : facts.vagues()) {
            for (ModuleFacts module : facts.modules()) {
                List<Draft> those = start.stream()
                        .filter(draft -> Objects.equals(draft.vagueRank(), vague.rank())
                                && draft.module().code().equals(module.code()))
                        .sorted(Comparator.comparing(Draft::day).thenComparing(Draft::start))
                        .toList();
                if (!those.isEmpty() || invitations.anyOf(vague, module)) {
                    sessions.put(course(vague, module), those);
                }
            }
        }
        Set<Integer> ranks = facts.vagues().stream().map(VagueFacts::rank).collect(Collectors.toSet());
        List<Draft> others = start.stream()
                .filter(draft -> !ranks.contains(draft.vagueRank()))
                .toList();
        Map<Course, List<Moment>> moments = new HashMap<>();
        start.forEach(this::moment);
        facts.conditions().held().forEach(held -> moment(held.session()));
        sessions.forEach((course, drafts) -> moments.put(course, moments(course, drafts)));
        others.forEach(draft -> fixed(course(null, draft.module()), draft));
        sessions.forEach((course, drafts) -> new Seating(course, drafts, moments.get(course)).seat());
        return new Timetable(sittings, parties, basis.partners(), overrides(weights));
    }

    private Course course(VagueFacts vague, ModuleFacts module) {
        LocalDate trained = start.stream()
                .filter(draft -> draft.vagueRank() == null)
                .map(Draft::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        LocalDate from = vague == null
                ? facts.from()
                : Stream.concat(
                                Stream.of(EarliestStart.ofVague(facts, vague, trained)
                                        .day()),
                                start.stream()
                                        .filter(draft -> draft.vagueRank() == null
                                                && module.prerequisites()
                                                        .contains(draft.module().code()))
                                        .map(draft -> draft.day().plusDays(1)))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        var course = new Course(
                courses.size(),
                vague,
                module,
                (int) from.toEpochDay(),
                vague == null ? Integer.MAX_VALUE : (int) vague.opensOn().toEpochDay(),
                vague == null ? Rhythm.PART_OF_A_DAY : rhythm(vague));
        courses.add(course);
        return course;
    }

    /** As far apart as the sessions stand at the start. */
    private Rhythm rhythm(VagueFacts vague) {
        return Stream.of(Rhythm.WEEK, Rhythm.DAY)
                .filter(rhythm -> start.stream()
                        .filter(draft -> Objects.equals(draft.vagueRank(), vague.rank()))
                        .flatMap(draft -> draft.seats().keySet().stream()
                                .map(uai -> List.of(uai, draft.module().code(), rhythm.of(moment(draft)))))
                        .distinct()
                        .collect(Collectors.groupingBy(one -> List.of(one.get(0), one.get(2)), Collectors.counting()))
                        .values()
                        .stream()
                        .allMatch(number -> number == 1))
                .findFirst()
                .orElse(Rhythm.PART_OF_A_DAY);
    }

    private Moment moment(Draft draft) {
        LocalTime late = draft.start().equals(Slot.AFTERNOON) && draft.vagueRank() != null
                ? Slot.AFTER_WEDNESDAY_CLASS
                : draft.start();
        return draft.start().equals(Slot.AFTER_WEDNESDAY_CLASS) && draft.vagueRank() != null
                ? basis.moment(draft.day(), Slot.AFTERNOON, Slot.AFTER_WEDNESDAY_CLASS, minutes(draft))
                : basis.moment(draft.day(), draft.start(), late, minutes(draft));
    }

    private static int minutes(Draft draft) {
        return draft.module().minutes();
    }

    /** Days between the first one possible and the eve of the opening, unless the start had to go beyond it. */
    private List<Moment> moments(Course course, List<Draft> drafts) {
        LocalDate from = LocalDate.ofEpochDay(course.from());
        LocalDate eve = course.vague().opensOn().minusDays(1);
        boolean inTime = !from.isAfter(eve)
                && drafts.stream().noneMatch(draft -> draft.day().isAfter(eve));
        LocalDate last = inTime && eve.isBefore(facts.until()) ? eve : facts.until();
        List<Moment> found = new ArrayList<>();
        List<Slot> slots = Slot.choices(course.module(), wishedSlots(course));
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            if (facts.schoolDay().test(day)) {
                for (Slot slot : slots) {
                    if (slot.isOn(day)) {
                        LocalTime late =
                                slot.start().equals(Slot.AFTERNOON) ? Slot.AFTER_WEDNESDAY_CLASS : slot.start();
                        found.add(basis.moment(
                                day, slot.start(), late, course.module().minutes()));
                    }
                }
            }
        }
        return found;
    }

    private Set<String> wishedSlots(Course course) {
        return course.vague().schoolUais().stream()
                .map(basis::team)
                .filter(Objects::nonNull)
                .flatMap(team -> team.slots().stream())
                .collect(Collectors.toSet());
    }

    static ConstraintWeightOverrides<HardMediumSoftLongScore> overrides(Weights weights) {
        Map<String, HardMediumSoftLongScore> known = new HashMap<>();
        for (Goal goal : Goal.values()) {
            known.put(goal.name(), HardMediumSoftLongScore.ofSoft(weights.of(goal)));
        }
        return ConstraintWeightOverrides.of(known);
    }

    private Gathering fixed(Course course, Draft draft) {
        var gathering = new Gathering(
                sittings.size(),
                course,
                Math.max(draft.capacity(), draft.expected()),
                List.of(moment(draft)),
                List.of(leader(draft)),
                List.of(basis.venue(draft.place())),
                draft,
                true);
        sit(gathering, moment(draft), leader(draft), basis.venue(draft.place()));
        if (draft.seats().isEmpty()) {
            party(basis.team(facts.circonscriptionUai()), course, draft.expected(), false, 1, gathering, null);
        }
        draft.seats().forEach((uai, people) -> {
            int compulsory = invitations.takeCompulsory(uai, course.module(), people);
            int priority = invitations.priority(basis.team(uai), course.module());
            if (compulsory > 0) {
                party(basis.team(uai), course, compulsory, true, priority, gathering, null);
            }
            if (people > compulsory) {
                party(basis.team(uai), course, people - compulsory, false, priority, gathering, null);
            }
        });
        return gathering;
    }

    private void party(
            Team team, Course course, int people, boolean compulsory, int priority, Gathering where, Moment announced) {
        parties.add(new Party(
                parties.size(), team, course, people, compulsory, priority, List.of(where), announced, where));
    }

    private void sit(Gathering gathering, Moment moment, Leader leader, Venue venue) {
        sittings.add(new Sitting(gathering, moment, leader, venue));
    }

    private Leader leader(Draft draft) {
        return facts.people().stream()
                .filter(person -> Objects.equals(person.id(), draft.trainerId()))
                .findFirst()
                .map(person -> basis.leader(person, Leader.key(person.id())))
                .orElseGet(() -> basis.leader(null, nobody(draft)));
    }

    private String nobody(Draft draft) {
        return draft.trainerId() != null
                ? Leader.key(draft.trainerId())
                : draft.module().isHeldBySchool()
                        ? draft.place()
                        : draft.module().trainerKind().name();
    }

    /** Puts the people of one course into its sessions as they sit at the start. */
    private final class Seating {

        private final Course course;
        private final List<Draft> drafts;
        private final List<Moment> moments;
        private final List<Gathering> gatherings = new ArrayList<>();
        private final Map<Gathering, Draft> from = new LinkedHashMap<>();
        private final List<Gathering> choices = new ArrayList<>();

        Seating(Course course, List<Draft> drafts, List<Moment> moments) {
            this.course = course;
            this.drafts = drafts;
            this.moments = moments;
        }

        void seat() {
            drafts.stream().filter(Drafting.this::isFixed).forEach(draft -> fixed(course, draft));
            drafts.stream().filter(draft -> !isFixed(draft)).forEach(this::open);
            from.forEach((gathering, draft) -> draft.seats().forEach((uai, people) -> {
                int compulsory = invitations.takeCompulsory(uai, course.module(), people);
                Moment announced = announced(draft);
                pieces(uai, compulsory, true, gathering, announced);
                pieces(uai, people - compulsory, false, gathering, announced);
            }));
            int left = 0;
            for (String uai : course.vague().schoolUais()) {
                left += basis.team(uai) == null ? 0 : invitations.left(uai, course.module());
            }
            if (!course.module().isHeldBySchool() && left > 0 && !moments.isEmpty()) {
                int more = (left + course.module().groupSize() - 1)
                        / course.module().groupSize();
                IntStream.range(0, more).forEach(n -> openAnew());
            }
            for (String uai : course.vague().schoolUais()) {
                if (basis.team(uai) != null) {
                    int all = invitations.left(uai, course.module());
                    int compulsory = invitations.takeCompulsory(uai, course.module(), all);
                    pieces(uai, compulsory, true, null, null);
                    pieces(uai, all - compulsory, false, null, null);
                }
            }
        }

        private void open(Draft draft) {
            boolean bound = course.module().isHeldBySchool();
            Moment moment = moment(draft);
            Venue venue = basis.venue(draft.place());
            var gathering = new Gathering(
                    sittings.size(),
                    course,
                    Math.max(course.module().groupSize(), draft.expected()),
                    with(moment, moments),
                    bound ? List.of(leader(draft)) : with(leader(draft), leaders()),
                    bound ? List.of(venue) : with(venue, venues()),
                    draft,
                    false);
            sit(gathering, moment, leader(draft), venue);
            from.put(gathering, draft);
            choices.add(gathering);
        }

        private void openAnew() {
            List<Venue> venues = venues();
            if (!venues.isEmpty()) {
                var gathering = new Gathering(
                        sittings.size(), course, course.module().groupSize(), moments, leaders(), venues, null, false);
                sit(gathering, moments.get(0), leaders().get(0), venues.get(0));
                choices.add(gathering);
            }
        }

        private List<Leader> leaders() {
            List<Leader> known = Trainers.of(
                            facts, course.module(), Set.copyOf(course.vague().schoolUais()))
                    .stream()
                    .map(person -> basis.leader(person, Leader.key(person.id())))
                    .toList();
            return known.isEmpty()
                    ? List.of(basis.leader(null, course.module().trainerKind().name()))
                    : known;
        }

        /** Schools with a room and the towns of the vague. */
        private List<Venue> venues() {
            if (course.module().format() == Format.DISTANCE) {
                return List.of(basis.venue(PlanCalculator.ONLINE));
            }
            Set<Venue> found = new LinkedHashSet<>();
            List<SchoolFacts> schools = course.vague().schoolUais().stream()
                    .map(basis::team)
                    .filter(Objects::nonNull)
                    .map(Team::school)
                    .filter(Objects::nonNull)
                    .toList();
            schools.stream()
                    .map(school -> basis.venue(school.uai()))
                    .filter(venue -> venue.room() < Integer.MAX_VALUE && venue.room() >= PlanCalculator.FEWEST)
                    .forEach(found::add);
            facts.roomsElsewhere().stream()
                    .filter(room ->
                            schools.stream().anyMatch(school -> school.commune().equals(room.commune())))
                    .forEach(room -> found.add(basis.venue(room.place())));
            schools.forEach(school -> found.add(basis.venue(school.commune())));
            return List.copyOf(found);
        }

        private Moment announced(Draft draft) {
            return facts.conditions().held().stream()
                    .filter(held -> held.published() && Objects.equals(held.line(), draft.line()))
                    .findFirst()
                    .map(held -> moment(held.session()))
                    .orElse(null);
        }

        private void pieces(String uai, int people, boolean compulsory, Gathering where, Moment announced) {
            Team team = basis.team(uai);
            boolean movable = !course.module().isHeldBySchool()
                    && team.school() != null
                    && Slot.isPossible(course.module(), team.school());
            for (int left = people; left > 0; ) {
                int piece = course.module().isHeldBySchool() ? left : piece(left);
                parties.add(new Party(
                        parties.size(),
                        team,
                        course,
                        piece,
                        compulsory,
                        invitations.priority(team, course.module()) * (compulsory ? Invitations.COMPULSORY : 1),
                        movable ? choices : where == null ? List.of() : List.of(where),
                        announced,
                        where));
                left -= piece;
            }
        }
    }

    /** 7 = 4 + 2 + 1: any number of a school's people can be taken out of its pieces. */
    private static int piece(int left) {
        return left >= 2 * LARGEST_PARTY - 1 ? LARGEST_PARTY : left > 2 ? 2 : 1;
    }

    private boolean isFixed(Draft draft) {
        return facts.conditions().held().stream()
                .anyMatch(held -> held.fixed() && Objects.equals(held.line(), draft.line()));
    }

    private static <T> List<T> with(T one, List<T> all) {
        if (all.contains(one)) {
            return all;
        }
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    private static int capacity(Sitting sitting, ModuleFacts module, int people) {
        int size = Math.max(module.groupSize(), people);
        return module.isHeldBySchool() ? size : Math.min(size, sitting.venue().room(sitting.moment()));
    }

    /** The plan as it stands in a timetable: sessions with people, in the order of the start. */
    static List<Draft> drafts(Basis basis, Timetable timetable) {
        var invitations = new Invitations(basis.facts());
        Map<Gathering, Map<String, Integer>> seats = new HashMap<>();
        timetable.parties().stream()
                .filter(party -> party.gathering() != null)
                .sorted(Comparator.comparingInt(party -> party.team().index()))
                .forEach(party -> seats.computeIfAbsent(party.gathering(), k -> new LinkedHashMap<>())
                        .merge(party.team().uai(), party.people(), Integer::sum));
        return timetable.sittings().stream()
                .filter(sitting -> seats.containsKey(sitting.gathering()))
                .map(sitting -> draft(sitting, seats.get(sitting.gathering()), basis, invitations))
                .toList();
    }

    private static Draft draft(Sitting sitting, Map<String, Integer> seats, Basis basis, Invitations invitations) {
        Gathering gathering = sitting.gathering();
        Draft stands = gathering.stands();
        if (gathering.fixed()) {
            return stands;
        }
        ModuleFacts module = gathering.course().module();
        int people = seats.values().stream().mapToInt(Integer::intValue).sum();
        boolean late = seats.keySet().stream().map(basis::team).anyMatch(Team::teachesOnWednesday);
        Set<Profile> profiles = invitations.profiles(seats.keySet(), module);
        return new Draft(
                gathering.course().vagueRank(),
                module,
                sitting.moment().date(),
                late ? sitting.moment().late() : sitting.moment().start(),
                sitting.venue().name(),
                capacity(sitting, module, people),
                sitting.leader().id(),
                profiles.isEmpty() && stands != null ? stands.profiles() : profiles,
                seats,
                people,
                stands == null ? null : stands.line());
    }
}
