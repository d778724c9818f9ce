package fr.forment.plan.calculation.hours;

import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the people of one school have the time for what they are invited to, whoever goes where: that is settled at
 * enrolment, so it is enough that they can share it out. What must be followed before the opening comes first, and
 * takes hours whatever is left where a person chose so ({@link PlanFacts#goesBeyondHours}); then long modules, each by
 * who has most time. Nobody knows the hours of people who are on no list: they have the time.
 */
public final class SharedHours {

    private static final int ALL_THE_TIME = Integer.MAX_VALUE / 2;
    private static final Comparator<ModuleFacts> LONG_FIRST =
            Comparator.comparingInt(ModuleFacts::minutes).reversed().thenComparing(ModuleFacts::code);

    private final List<Person> people;
    private final Map<ModuleFacts, Integer> compulsory;
    private final Map<ModuleFacts, Integer> others;
    private final boolean beyond;
    private final boolean reserving;

    private SharedHours(
            List<Person> people,
            Map<ModuleFacts, Integer> compulsory,
            Map<ModuleFacts, Integer> others,
            boolean beyond,
            boolean reserving) {
        this.people = people;
        this.compulsory = compulsory;
        this.others = others;
        this.beyond = beyond;
        this.reserving = reserving;
    }

    /** Of the people of a school, and of what they need. */
    public static SharedHours of(PlanFacts facts, String uai) {
        Map<ModuleFacts, Integer> compulsory = new TreeMap<>(LONG_FIRST);
        Map<ModuleFacts, Integer> others = new TreeMap<>(LONG_FIRST);
        facts.needs().stream()
                .filter(need -> need.schoolUai().equals(uai) && !need.profile().isOnlyCounted())
                .forEach(need -> facts.module(need.moduleCode())
                        .ifPresent(module -> (mayWait(module, need) ? others : compulsory)
                                .merge(module, need.people(), Integer::sum)));
        return new SharedHours(
                facts.people().stream()
                        .filter(person -> uai.equals(person.schoolUai()))
                        .toList(),
                compulsory,
                others,
                facts.goesBeyondHours(),
                false);
    }

    private static boolean mayWait(ModuleFacts module, Need need) {
        return module.isDeferrable(need.profile());
    }

    /** The same, where what must be followed before the opening takes its hours though nobody sits in it yet. */
    public SharedHours reserving() {
        return new SharedHours(people, compulsory, others, beyond, true);
    }

    private int compulsory(String code) {
        return needed(compulsory, code);
    }

    /** @param seats by module, of those too who must follow it */
    public boolean areEnough(Map<ModuleFacts, Integer> seats) {
        return tooMany(seats).isEmpty();
    }

    /** Seats for which nobody has the time left, beyond those of what stands anyhow. */
    public int excess(Map<ModuleFacts, Integer> seats, Map<ModuleFacts, Integer> standing) {
        Map<ModuleFacts, Integer> known = tooMany(standing);
        return tooMany(seats).entrySet().stream()
                .mapToInt(each -> Math.max(0, each.getValue() - known.getOrDefault(each.getKey(), 0)))
                .sum();
    }

    /** Of so many people more in a module, as many as have the time. */
    public int fit(Map<ModuleFacts, Integer> seats, ModuleFacts module, int more) {
        Map<ModuleFacts, Integer> known = tooMany(seats);
        int before = seats.getOrDefault(module, 0);
        int fit = more;
        while (fit > 0 && isWorse(tooMany(with(seats, module, before + fit)), known)) {
            fit--;
        }
        return fit;
    }

    /** Seats for which nobody has the time left, by module. */
    public Map<ModuleFacts, Integer> tooMany(Map<ModuleFacts, Integer> seats) {
        return new Sharing(seats).tooMany;
    }

    /** Minutes that each person follows; whoever has most time goes beyond where seats are more than hours allow. */
    public Map<Long, Integer> followed(Map<ModuleFacts, Integer> seats) {
        var sharing = new Sharing(seats);
        sharing.tooMany.forEach((module, number) -> sharing.follow(
                module,
                Stream.of(false, true)
                        .flatMap(mayWait -> able(module, mayWait, sharing.left))
                        .filter(person -> !sharing.isIn(module, person))
                        .limit(number)
                        .toList()));
        return sharing.followed;
    }

    /**
     * Of so many people more in a module, those whose hours are not enough, with the minutes that each of them lacks:
     * as few people as can be, who lack least.
     */
    public Map<Long, Integer> lacking(Map<ModuleFacts, Integer> seats, ModuleFacts module, int more) {
        int before = seats.getOrDefault(module, 0);
        int fit = fit(seats, module, more);
        var sharing = new Sharing(with(seats, module, before + fit));
        Map<Long, Integer> found = new LinkedHashMap<>();
        (beyond ? Stream.of(true) : Stream.of(false, true))
                .flatMap(mayWait -> able(module, mayWait, sharing.left))
                .filter(person -> !sharing.isIn(module, person))
                .limit(more - fit)
                .filter(person -> sharing.left.get(person.id()) < module.minutes())
                .forEach(person -> found.put(person.id(), module.minutes() - sharing.left.get(person.id())));
        return enough(found, with(seats, module, before + more), tooMany(seats));
    }

    /**
     * Whoever gets hours has most of them and is asked first, for other modules too: they get what they lack then.
     *
     * @param known seats for which nobody has the time anyhow
     */
    private Map<Long, Integer> enough(
            Map<Long, Integer> given, Map<ModuleFacts, Integer> seats, Map<ModuleFacts, Integer> known) {
        Map<Long, Integer> found = new LinkedHashMap<>(given);
        boolean more = true;
        while (more) {
            Map<Long, Integer> before = Map.copyOf(found);
            Sharing sharing = with(found).new Sharing(seats);
            sharing.raise(found, known, given.keySet());
            if (found.equals(before)) {
                sharing.raise(found, known, people.stream().map(Person::id).collect(Collectors.toSet()));
            }
            more = !found.equals(before);
        }
        return found;
    }

    private static boolean isWorse(Map<ModuleFacts, Integer> now, Map<ModuleFacts, Integer> before) {
        return now.entrySet().stream().anyMatch(each -> each.getValue() > before.getOrDefault(each.getKey(), 0));
    }

    private SharedHours with(Map<Long, Integer> minutes) {
        return new SharedHours(
                people.stream()
                        .map(person ->
                                person.withMinutesLeft(person.minutesLeft() + minutes.getOrDefault(person.id(), 0)))
                        .toList(),
                compulsory,
                others,
                beyond,
                reserving);
    }

    private static Map<ModuleFacts, Integer> with(Map<ModuleFacts, Integer> seats, ModuleFacts module, int number) {
        Map<ModuleFacts, Integer> changed = new LinkedHashMap<>(seats);
        changed.put(module, number);
        return changed;
    }

    /** Who has most time left first. */
    private Stream<Person> able(ModuleFacts module, boolean mayWait, Map<Long, Integer> left) {
        return people.stream()
                .filter(person -> !person.trained().contains(module.code()))
                .filter(person -> person.profileIn(module)
                        .filter(profile -> module.isDeferrable(profile) == mayWait)
                        .isPresent())
                .sorted(Comparator.comparingInt((Person person) -> -left.get(person.id()))
                        .thenComparingLong(Person::id));
    }

    private static int needed(Map<ModuleFacts, Integer> people, String code) {
        return people.entrySet().stream()
                .filter(each -> each.getKey().code().equals(code))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Seats of one module may last longer in one session than in another: nobody follows it twice. */
    private final class Sharing {

        private final Map<Long, Integer> left = new HashMap<>();
        private final Map<Long, Integer> followed = new HashMap<>();
        private final Map<String, Set<Long>> seated = new HashMap<>();
        private final Map<ModuleFacts, Integer> first = new HashMap<>();
        private final Map<String, Integer> rest = new HashMap<>();
        private final Map<String, Integer> beside = new HashMap<>();
        private final Map<ModuleFacts, Integer> tooMany = new TreeMap<>(LONG_FIRST);

        Sharing(Map<ModuleFacts, Integer> seats) {
            people.forEach(person ->
                    left.put(person.id(), person.function().isTeacher() ? person.minutesLeft() : ALL_THE_TIME));
            List<ModuleFacts> all = seats.keySet().stream().sorted(LONG_FIRST).toList();
            compulsory.forEach((module, needed) -> before(module, needed, all, seats));
            all.forEach(module -> after(module, seats));
        }

        /** Those who may wait, then whoever else sits where the school asked for fewer. */
        private void after(ModuleFacts module, Map<ModuleFacts, Integer> seats) {
            String code = module.code();
            int asked = Math.max(0, seats.get(module) - first.getOrDefault(module, 0));
            int found = seat(
                    module, able(module, true, left), false, asked, needed(others, code) - rest.getOrDefault(code, 0));
            rest.merge(code, found, Integer::sum);
            int unasked = needed(seats, code) - compulsory(code) - needed(others, code) - beside.getOrDefault(code, 0);
            int more = seat(
                    module,
                    Stream.of(true, false).flatMap(mayWait -> able(module, mayWait, left)),
                    false,
                    Math.max(0, Math.min(asked - found, unasked)),
                    unasked);
            beside.merge(code, more, Integer::sum);
            if (asked > found + more) {
                tooMany.put(module, asked - found - more);
            }
        }

        /** Those who must follow it before the opening. */
        private void before(ModuleFacts module, int needed, List<ModuleFacts> all, Map<ModuleFacts, Integer> seats) {
            int left = needed;
            for (ModuleFacts other : all) {
                if (other.code().equals(module.code())) {
                    int there =
                            seat(other, able(other, false, this.left), beyond, Math.min(left, seats.get(other)), left);
                    first.put(other, there);
                    left -= there;
                }
            }
            if (reserving) {
                seat(module, able(module, false, this.left), beyond, left, left);
            }
        }

        /** Gives more to those of these people who have too few hours where seats are too many. */
        void raise(Map<Long, Integer> given, Map<ModuleFacts, Integer> known, Set<Long> those) {
            tooMany.forEach((module, number) -> Stream.of(false, true)
                    .flatMap(mayWait -> able(module, mayWait, left))
                    .filter(person -> those.contains(person.id()) && !isIn(module, person))
                    .filter(person -> left.get(person.id()) < module.minutes())
                    .limit(Math.max(0, number - known.getOrDefault(module, 0)))
                    .forEach(person ->
                            given.merge(person.id(), module.minutes() - left.get(person.id()), Integer::sum)));
        }

        boolean isIn(ModuleFacts module, Person person) {
            return seated.getOrDefault(module.code(), Set.of()).contains(person.id());
        }

        /** Of those asked, as many as have the time: people on the list, then such as are on none. */
        private int seat(ModuleFacts module, Stream<Person> those, boolean whatever, int asked, int needed) {
            List<Person> able = those.filter(person -> !isIn(module, person)).toList();
            List<Person> free = able.stream()
                    .filter(person -> whatever || left.get(person.id()) >= module.minutes())
                    .limit(Math.max(0, asked))
                    .toList();
            follow(module, free);
            return Math.min(asked, free.size() + Math.max(0, needed - able.size()));
        }

        private void follow(ModuleFacts module, List<Person> some) {
            some.forEach(person -> {
                left.merge(person.id(), -module.minutes(), Integer::sum);
                followed.merge(person.id(), module.minutes(), Integer::sum);
                seated.computeIfAbsent(module.code(), none -> new HashSet<>()).add(person.id());
            });
        }
    }
}
