package fr.forment.plan.calculation;

import fr.forment.catalogue.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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

    private final PlanFacts facts;
    private final VagueFacts vague;
    private final LocalDate from;
    private final Agenda agenda;
    private final Trainers trainers;
    private final Allotment allotment;
    private final List<ModuleFacts> order;
    private final List<SchoolFacts> schools;
    private final Map<String, SchoolFacts> byUai;

    VaguePhase(PlanFacts facts, VagueFacts vague, LocalDate from, Agenda agenda, Trainers trainers) {
        this.facts = facts;
        this.vague = vague;
        this.from = from;
        this.agenda = agenda;
        this.trainers = trainers;
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

    List<Draft> propose() {
        List<Draft> drafts = new ArrayList<>();
        schools.forEach(school -> allotment.share(
                order.stream().flatMap(module -> needs(school.uai(), module)).toList()));
        for (ModuleFacts module : order) {
            groups(module).stream()
                    .filter(group -> module.isCompulsory() || group.people() >= MINIMUM)
                    .map(group -> place(module, group))
                    .flatMap(Optional::stream)
                    .forEach(drafts::add);
        }
        return drafts;
    }

    private List<Group> groups(ModuleFacts module) {
        Map<String, Integer> people = new LinkedHashMap<>();
        schools.forEach(school -> {
            int needing = needs(school.uai(), module).mapToInt(allotment::of).sum();
            if (needing > 0) {
                people.put(school.uai(), needing);
            }
        });
        return module.isHeldBySchool()
                ? people.entrySet().stream()
                        .flatMap(one -> Group.evenly(one.getKey(), one.getValue(), module.groupSize()).stream())
                        .toList()
                : Group.of(people, module.groupSize());
    }

    private Stream<Need> needs(String uai, ModuleFacts module) {
        return facts.needs().stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(module.code()));
    }

    /** Before the opening at one session a week and school; else before the opening; else the first day there is. */
    private Optional<Draft> place(ModuleFacts module, Group group) {
        LocalDate earliest = group.seats().keySet().stream()
                .flatMap(uai -> module.prerequisites().stream().flatMap(code -> agenda.lastDay(uai, code).stream()))
                .max(Comparator.naturalOrder())
                .map(day -> day.plusDays(1))
                .filter(day -> day.isAfter(from))
                .orElse(from);
        LocalDate eve = vague.opensOn().isAfter(facts.until())
                ? facts.until()
                : vague.opensOn().minusDays(1);
        return search(module, group, earliest, eve, agenda::isSchoolFreeInWeek)
                .or(() -> search(module, group, earliest, eve, agenda::isSchoolFree))
                .or(() -> search(module, group, earliest, facts.until(), agenda::isSchoolFreeInWeek));
    }

    private Optional<Draft> search(
            ModuleFacts module, Group group, LocalDate first, LocalDate last, BiPredicate<String, LocalDate> free) {
        List<SchoolFacts> there =
                group.seats().keySet().stream().map(byUai::get).toList();
        Slot slot = Slot.ofSchools(module, there);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate that = day;
            if (slot.isOn(day)
                    && facts.schoolDay().test(day)
                    && group.seats().keySet().stream().allMatch(uai -> free.test(uai, that))) {
                Optional<Draft> draft = at(module, group, there, day, slot);
                if (draft.isPresent()) {
                    return draft;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> at(ModuleFacts module, Group group, List<SchoolFacts> there, LocalDate day, Slot slot) {
        List<Person> known = trainers.of(module, group.seats().keySet());
        Optional<Person> trainer = known.stream()
                .filter(person -> agenda.isFree(Agenda.trainer(person.id()), day, slot.start(), slot.end(module)))
                .findFirst();
        String key = trainer.map(person -> Agenda.trainer(person.id()))
                .orElse(
                        module.isHeldBySchool()
                                ? there.get(0).uai()
                                : module.trainerKind().name());
        if (trainer.isEmpty() && (!known.isEmpty() || !agenda.isFree(key, day, slot.start(), slot.end(module)))) {
            return Optional.empty();
        }
        Meeting meeting = Meeting.of(
                module, group, there, facts, day, place -> agenda.isFree(place, day, slot.start(), slot.end(module)));
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        group.seats().keySet().forEach(uai -> needs(uai, module)
                .filter(need -> allotment.of(need) > 0)
                .map(Need::profile)
                .forEach(profiles::add));
        var draft = new Draft(
                vague.rank(),
                module,
                day,
                slot.start(),
                meeting.place(),
                meeting.capacity(),
                trainer.map(Person::id).orElse(null),
                profiles,
                group.seats(),
                group.people());
        agenda.book(draft, key);
        return Optional.of(draft);
    }
}
