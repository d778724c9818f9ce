package fr.forment.alternative;

import fr.forment.plan.calculation.Allotment;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The fewest hours, for the fewest people, with which all who need a module have the time for it. */
final class MoreHours {

    private static final int STEP = 30;
    /** More than that would be another year. */
    private static final int MOST = 1_080;

    private MoreHours() {}

    /** Empty where no such hours help. */
    static Optional<Relief> of(PlanFacts facts, Unseated group) {
        Map<String, List<Person>> bySchool = facts.people().stream()
                .filter(person ->
                        !person.isOfCirconscription() && group.exhausted().containsKey(person.schoolUai()))
                .collect(Collectors.groupingBy(Person::schoolUai));
        int minutes = 0;
        for (String uai : group.exhausted().keySet()) {
            PlanFacts school = school(facts, uai, bySchool.getOrDefault(uai, List.of()));
            Set<Long> all = able(school, group.module());
            int most = minutes == 0 ? STEP : minutes;
            while (most <= MOST && !suffices(school, group.module(), uai, all, most)) {
                most += STEP;
            }
            if (most > MOST) {
                return Optional.empty();
            }
            minutes = most;
        }
        Set<Long> people = new TreeSet<>();
        for (String uai : group.exhausted().keySet()) {
            people.addAll(
                    fewest(school(facts, uai, bySchool.getOrDefault(uai, List.of())), group.module(), uai, minutes));
        }
        return Optional.of(Relief.hours(facts, people, minutes));
    }

    /** No school takes hours from another. */
    private static PlanFacts school(PlanFacts facts, String uai, List<Person> people) {
        return facts.knowing(people)
                .needing(facts.needs().stream()
                        .filter(need -> need.schoolUai().equals(uai))
                        .toList());
    }

    private static Set<Long> able(PlanFacts school, ModuleFacts module) {
        return school.people().stream()
                .filter(person ->
                        person.function().isTeacher() && !person.trained().contains(module.code()))
                .map(Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> fewest(PlanFacts school, ModuleFacts module, String uai, int minutes) {
        Set<Long> left = able(school, module);
        for (Long person : List.copyOf(left)) {
            left.remove(person);
            if (!suffices(school, module, uai, left, minutes)) {
                left.add(person);
            }
        }
        return left;
    }

    /** Also where they are given other modules first. */
    private static boolean suffices(PlanFacts school, ModuleFacts module, String uai, Set<Long> people, int minutes) {
        PlanFacts more = Relief.hours(school, people, minutes).facts();
        List<ModuleFacts> order = Unseated.order(school);
        var allotment = new Allotment(more, order);
        allotment.share(Unseated.needs(more, order, uai));
        return Unseated.needs(more, List.of(module), uai).stream()
                .allMatch(need -> allotment.of(need) >= need.people());
    }
}
