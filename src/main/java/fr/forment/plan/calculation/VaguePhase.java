package fr.forment.plan.calculation;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The schools that open together: each module they need, in the order of the prerequisites, in groups of neighbours.
 */
final class VaguePhase {

    /**
     * Fewer people are better served in the continuous phase than by a session of their own, unless they must be
     * trained now.
     */
    static final int MINIMUM = 4;

    /** Part of a full group that makes a session worth the while of its trainer. */
    private static final int PART_OF_A_GROUP = 4;

    private final PlanFacts facts;
    private final VagueFacts vague;
    private final LocalDate from;
    private final Agenda agenda;
    private final Trainers trainers;
    private final Candidates candidates;
    private final Grouping grouping;
    private final Allotment allotment;
    private final List<ModuleFacts> order;
    private final List<SchoolFacts> schools;
    private final Map<String, SchoolFacts> byUai;
    private final Map<String, Integer> seated = new HashMap<>();

    VaguePhase(PlanFacts facts, VagueFacts vague, LocalDate from, Agenda agenda, Trainers trainers, Grouping grouping) {
        this.facts = facts;
        this.vague = vague;
        this.from = from;
        this.agenda = agenda;
        this.trainers = trainers;
        this.candidates = new Candidates(facts);
        this.grouping = grouping;
        this.byUai = facts.schoolsByUai();
        this.order = ModuleOrder.of(facts.modules().stream()
                .filter(module -> !module.trainsTrainers())
                .toList());
        this.allotment = new Allotment(facts, order);
        this.schools = Neighbours.order(vague.schoolUais().stream()
                .map(byUai::get)
                .filter(Objects::nonNull)
                .toList());
    }

    static int wellFilled(int groupSize) {
        return Math.max(MINIMUM, groupSize / PART_OF_A_GROUP);
    }

    List<Draft> propose() {
        List<Draft> drafts = new ArrayList<>();
        schools.forEach(school -> allotment.share(
                order.stream().flatMap(module -> needs(school.uai(), module)).toList()));
        for (ModuleFacts module : order) {
            standing(module).forEach(held -> keep(held).ifPresent(drafts::add));
            groups(module).stream()
                    .filter(group -> module.isCompulsory() || group.people() >= MINIMUM)
                    .map(group -> place(module, group, null))
                    .flatMap(Optional::stream)
                    .forEach(drafts::add);
        }
        return drafts;
    }

    /** What stands keeps its number, and its day, place and trainer while they can be had. */
    private Optional<Draft> keep(Held held) {
        Map<String, Integer> seats = stillNeeded(held.session());
        if (seats.isEmpty()) {
            return Optional.empty();
        }
        Draft was = held.reducedTo(seats);
        var group = new Group(seats);
        seats.forEach((uai, people) -> seated.merge(uai + was.module().code(), people, Integer::sum));
        boolean sameDay = facts.schoolDay().test(was.day())
                && (!was.day().isBefore(earliest(was.module(), group)) || isInForce(was))
                && seats.keySet().stream().allMatch(uai -> agenda.isSchoolFree(uai, was.day()));
        List<SchoolFacts> there = seats.keySet().stream().map(byUai::get).toList();
        return (sameDay ? at(was.module(), group, there, was.day(), was.start(), was) : Optional.<Draft>empty())
                .or(() -> place(was.module(), group, was));
    }

    private boolean isInForce(Draft was) {
        return facts.isInForce(was.line(), was.day().atTime(was.start()));
    }

    private Map<String, Integer> stillNeeded(Draft was) {
        Map<String, Integer> seats = new LinkedHashMap<>();
        schools.forEach(school -> {
            int people = Math.min(was.seats().getOrDefault(school.uai(), 0), waiting(school.uai(), was.module()));
            if (people > 0) {
                seats.put(school.uai(), people);
            }
        });
        return seats;
    }

    private int waiting(String uai, ModuleFacts module) {
        return needs(uai, module).mapToInt(allotment::of).sum() - seated.getOrDefault(uai + module.code(), 0);
    }

    private Stream<Held> held(ModuleFacts module) {
        return facts.conditions().held().stream()
                .filter(held -> Objects.equals(held.session().vagueRank(), vague.rank())
                        && held.session().module().code().equals(module.code()));
    }

    private List<Held> standing(ModuleFacts module) {
        held(module).filter(Held::fixed).forEach(held -> held.session()
                .seats()
                .forEach((uai, people) -> seated.merge(uai + module.code(), people, Integer::sum)));
        return held(module)
                .filter(held -> !held.fixed())
                .sorted(Comparator.comparing((Held held) -> held.session().day())
                        .thenComparingInt(Held::line))
                .toList();
    }

    private List<Group> groups(ModuleFacts module) {
        Map<String, Integer> people = new LinkedHashMap<>();
        schools.stream().filter(school -> Slot.isPossible(module, school)).forEach(school -> {
            int needing = waiting(school.uai(), module);
            int most = candidates.most(school.uai(), module, trainers.of(module, Set.of(school.uai())));
            if (Math.min(needing, most) > 0) {
                people.put(school.uai(), Math.min(needing, most));
            }
        });
        return module.isHeldBySchool()
                ? people.entrySet().stream()
                        .flatMap(one -> Group.evenly(one.getKey(), one.getValue(), module.groupSize()).stream())
                        .toList()
                : grouping.of(module, people);
    }

    private Stream<Need> needs(String uai, ModuleFacts module) {
        return facts.needs().stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(module.code()));
    }

    /** After what must come first, for each of the schools and for the people of the circonscription. */
    private LocalDate earliest(ModuleFacts module, Group group) {
        return module.prerequisites().stream()
                .flatMap(code -> Stream.concat(
                        agenda.lastDayOfTrainers(code).stream(),
                        group.seats().keySet().stream().flatMap(uai -> agenda.lastDay(uai, code).stream())))
                .max(Comparator.naturalOrder())
                .map(day -> day.plusDays(1))
                .filter(day -> day.isAfter(from))
                .orElse(from);
    }

    /** Before the opening at one session a week and school; else before the opening; else the first day there is. */
    private Optional<Draft> place(ModuleFacts module, Group group, Draft was) {
        LocalDate earliest = earliest(module, group);
        LocalDate eve = vague.opensOn().isAfter(facts.until())
                ? facts.until()
                : vague.opensOn().minusDays(1);
        return search(module, group, earliest, eve, agenda::isSchoolFreeInWeek, was)
                .or(() -> search(module, group, earliest, eve, agenda::isSchoolFree, was))
                .or(() -> search(module, group, earliest, facts.until(), agenda::isSchoolFreeInWeek, was))
                .or(() -> search(module, group, earliest, facts.until(), agenda::isSchoolFree, was));
    }

    private Optional<Draft> search(
            ModuleFacts module,
            Group group,
            LocalDate first,
            LocalDate last,
            BiPredicate<String, LocalDate> free,
            Draft was) {
        List<SchoolFacts> there =
                group.seats().keySet().stream().map(byUai::get).toList();
        Slot slot = Slot.ofSchools(module, there);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate that = day;
            if (slot.isOn(day)
                    && facts.schoolDay().test(day)
                    && group.seats().keySet().stream().allMatch(uai -> free.test(uai, that))) {
                Optional<Draft> draft = at(module, group, there, day, slot.start(), was);
                if (draft.isPresent()) {
                    return draft;
                }
            }
        }
        return Optional.empty();
    }

    /** @param was the session that stood before it; null for a new one */
    private Optional<Draft> at(
            ModuleFacts module, Group group, List<SchoolFacts> there, LocalDate day, LocalTime start, Draft was) {
        LocalTime end = MiddayBreak.end(start, module.minutes());
        Meeting meeting = Optional.ofNullable(was)
                .flatMap(before -> Meeting.kept(
                        before, group.people(), facts, day, place -> agenda.isFree(place, day, start, end)))
                .orElseGet(() ->
                        Meeting.of(module, group, there, facts, day, place -> agenda.isFree(place, day, start, end)));
        if (module.isHeldBySchool()
                && meeting.place().equals(there.get(0).uai())
                && !agenda.isFree(meeting.place(), day, start, end)) {
            return Optional.empty();
        }
        List<Person> known = trainers.of(module, group.seats().keySet());
        Optional<Person> trainer = trainers.of(module, group.seats().keySet(), day).stream()
                .filter(person -> agenda.canLead(person, day, start, end, meeting.place()))
                .filter(person -> group.seats().entrySet().stream()
                        .allMatch(seat -> seat.getValue() <= candidates.most(seat.getKey(), module, person)))
                .min(Comparator.comparing(person -> was == null || !Objects.equals(was.trainerId(), person.id())));
        String key = trainer.map(person -> Agenda.trainer(person.id()))
                .orElse(
                        module.isHeldBySchool()
                                ? there.get(0).uai()
                                : module.trainerKind().name());
        if (trainer.isEmpty() && (!known.isEmpty() || !agenda.isFree(key, day, start, end))) {
            return Optional.empty();
        }
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        group.seats().keySet().forEach(uai -> needs(uai, module)
                .filter(need -> allotment.of(need) > 0)
                .map(Need::profile)
                .forEach(profiles::add));
        var draft = new Draft(
                vague.rank(),
                module,
                day,
                start,
                meeting.place(),
                meeting.capacity(),
                trainer.map(Person::id).orElse(null),
                profiles,
                group.seats(),
                group.people(),
                was == null ? null : was.line());
        if (!agenda.canCome(draft, day, start, draft.place())) {
            return Optional.empty();
        }
        agenda.book(draft, key);
        return Optional.of(draft);
    }
}
