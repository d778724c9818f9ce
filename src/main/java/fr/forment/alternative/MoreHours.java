package fr.forment.alternative;

import fr.forment.plan.calculation.Allotment;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fewest hours, for the fewest people, with which all who need a module have the time for it. */
final class MoreHours {

    private static final int STEP = 30;
    /** More than that would be another year. */
    private static final int MOST = 1_080;

    private MoreHours() {}

    /** Empty where no such hours help. */
    static Optional<Relief> of(PlanFacts facts, Unseated group) {
        List<Person> all = facts.people().stream()
                .filter(person ->
                        !person.isOfCirconscription() && group.exhausted().containsKey(person.schoolUai()))
                .filter(person -> person.function().isTeacher()
                        && !person.trained().contains(group.module().code()))
                .toList();
        PlanFacts theirs = facts.knowing(all);
        Set<Long> people = new TreeSet<>(all.stream().map(Person::id).toList());
        for (int minutes = STEP; minutes <= MOST; minutes += STEP) {
            if (suffices(theirs, group, people, minutes)) {
                Set<Long> fewest = fewest(theirs, group, people, minutes);
                return Optional.of(Relief.hours(facts, fewest, minutes));
            }
        }
        return Optional.empty();
    }

    private static Set<Long> fewest(PlanFacts theirs, Unseated group, Set<Long> people, int minutes) {
        Set<Long> left = new TreeSet<>(people);
        for (Long person : people) {
            Set<Long> fewer = new HashSet<>(left);
            fewer.remove(person);
            if (suffices(theirs, group, fewer, minutes)) {
                left = new TreeSet<>(fewer);
            }
        }
        return left;
    }

    /** Also where they sit in other modules, which they are given first. */
    private static boolean suffices(PlanFacts theirs, Unseated group, Set<Long> people, int minutes) {
        PlanFacts more = Relief.hours(theirs, people, minutes).facts();
        List<ModuleFacts> order = Unseated.order(theirs);
        var allotment = new Allotment(more, order);
        return group.exhausted().keySet().stream().allMatch(uai -> {
            allotment.share(Unseated.needs(more, order, uai));
            return Unseated.needs(more, List.of(group.module()), uai).stream()
                    .allMatch(need -> allotment.of(need) >= need.people());
        });
    }
}
