package fr.forment.plan.calculation.hours;

import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the people of one school have the time for what they are invited to, whoever goes where: that is settled at
 * enrolment, so it is enough that they can share it out. What must be followed before the opening takes hours whatever
 * is left; of the rest, long modules are followed first, by who has most time. Nobody knows the hours of people who are
 * on no list: they have the time.
 */
public final class SharedHours {

    private static final int ALL_THE_TIME = Integer.MAX_VALUE / 2;

    private final List<Person> people;
    private final Map<ModuleFacts, Integer> compulsory;

    /** @param compulsory people of the school who must follow a module before the opening */
    public SharedHours(Collection<Person> people, Map<ModuleFacts, Integer> compulsory) {
        this.people = List.copyOf(people);
        this.compulsory = new LinkedHashMap<>(compulsory);
    }

    /** @param seats by module, of those too who must follow it */
    public boolean areEnough(Map<ModuleFacts, Integer> seats) {
        return new Sharing(seats).enough;
    }

    /**
     * Of so many people more in a module, those whose hours are not enough, with the minutes that each of them lacks:
     * as few people as can be, who lack least.
     */
    public Map<Long, Integer> lacking(Map<ModuleFacts, Integer> seats, ModuleFacts module, int more) {
        int before = seats.getOrDefault(module, 0);
        int fit = more;
        while (fit > 0 && !areEnough(with(seats, module, before + fit))) {
            fit--;
        }
        var sharing = new Sharing(with(seats, module, before + fit));
        Map<Long, Integer> found = new LinkedHashMap<>();
        able(module, true, sharing.left)
                .filter(person -> !sharing.isIn(module, person))
                .limit(more - fit)
                .filter(person -> sharing.left.get(person.id()) < module.minutes())
                .forEach(person -> found.put(person.id(), module.minutes() - sharing.left.get(person.id())));
        return found;
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

    private final class Sharing {

        private final Map<Long, Integer> left = new HashMap<>();
        private final Map<ModuleFacts, Set<Long>> seated = new HashMap<>();
        private final boolean enough;

        Sharing(Map<ModuleFacts, Integer> seats) {
            people.forEach(person ->
                    left.put(person.id(), person.function().isTeacher() ? person.minutesLeft() : ALL_THE_TIME));
            compulsory.forEach((module, number) ->
                    follow(module, able(module, false, left).limit(number).toList()));
            this.enough = seats.keySet().stream()
                    .sorted(Comparator.comparingInt(ModuleFacts::minutes)
                            .reversed()
                            .thenComparing(ModuleFacts::code))
                    .filter(module -> !seat(module, seats.get(module) - compulsory.getOrDefault(module, 0)))
                    .toList()
                    .isEmpty();
        }

        boolean isIn(ModuleFacts module, Person person) {
            return seated.getOrDefault(module, Set.of()).contains(person.id());
        }

        private boolean seat(ModuleFacts module, int others) {
            List<Person> able = able(module, true, left).toList();
            List<Person> free = able.stream()
                    .filter(person -> left.get(person.id()) >= module.minutes())
                    .limit(Math.max(0, others))
                    .toList();
            follow(module, free);
            return free.size() >= Math.min(others, able.size());
        }

        private void follow(ModuleFacts module, List<Person> some) {
            some.forEach(person -> {
                left.merge(person.id(), -module.minutes(), Integer::sum);
                seated.computeIfAbsent(module, none -> new HashSet<>()).add(person.id());
            });
        }
    }
}
