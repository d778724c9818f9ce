package fr.forment.plan.calculation;

import fr.forment.catalogue.Profile;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what a plan asks of each person. Who goes to which of two sessions of a module is settled at enrolment; for
 * the hours it is enough to seat the people of a school in a fixed order.
 */
public final class TraineeHours {

    private final Map<Long, Integer> planned = new HashMap<>();
    private final Map<String, Set<Long>> seated = new HashMap<>();
    private final Map<String, List<Person>> people;

    public TraineeHours(Collection<Person> people) {
        this.people = people.stream()
                .filter(person -> person.schoolUai() != null)
                .collect(Collectors.groupingBy(Person::schoolUai));
    }

    /** Seats so many people of a school; those the staff list does not know count nowhere. */
    public void seat(String schoolUai, ModuleFacts module, Set<Profile> profiles, int number) {
        Set<Long> already = seated.computeIfAbsent(module.code(), code -> new HashSet<>());
        candidates(schoolUai, module, profiles)
                .filter(person -> !already.contains(person.id()))
                .sorted(Comparator.comparing(
                                (Person person) -> person.profileIn(module).orElseThrow())
                        .thenComparing(person -> !hasTime(person, module))
                        .thenComparingLong(Person::id))
                .limit(number)
                .forEach(person -> {
                    already.add(person.id());
                    planned.merge(person.id(), module.minutes(), Integer::sum);
                });
    }

    public int plannedOf(long personId) {
        return planned.getOrDefault(personId, 0);
    }

    /**
     * How many people of a school still have the time for a module. Of people nobody listed, nothing is known: they
     * count as free.
     */
    int free(String schoolUai, ModuleFacts module, Profile profile, int people) {
        List<Person> candidates = candidates(schoolUai, module, Set.of(profile)).toList();
        long exhausted =
                candidates.stream().filter(person -> !hasTime(person, module)).count();
        return (int) Math.min(people, Math.max(candidates.size(), people) - exhausted);
    }

    private boolean hasTime(Person person, ModuleFacts module) {
        return !person.function().isTeacher() || person.minutesLeft() - plannedOf(person.id()) >= module.minutes();
    }

    private Stream<Person> candidates(String schoolUai, ModuleFacts module, Set<Profile> profiles) {
        return people.getOrDefault(schoolUai, List.of()).stream()
                .filter(person -> !person.trained().contains(module.code()))
                .filter(person ->
                        person.profileIn(module).filter(profiles::contains).isPresent());
    }
}
