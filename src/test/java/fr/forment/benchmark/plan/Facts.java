package fr.forment.benchmark.plan;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Facts with a part of them changed. */
final class Facts {

    private Facts() {}

    static PlanFacts with(PlanFacts facts, List<Person> people, List<Need> needs, List<Busy> busy) {
        return with(facts, facts.schools(), people, needs, busy);
    }

    static PlanFacts with(
            PlanFacts facts, List<SchoolFacts> schools, List<Person> people, List<Need> needs, List<Busy> busy) {
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                facts.vagues(),
                schools,
                people,
                needs,
                busy,
                facts.pace(),
                facts.inForce(),
                facts.conditions());
    }

    /** The same schools with other invented people: one more or fewer in some, and hours of their own. */
    static PlanFacts drawnAnew(PlanFacts facts, long seed) {
        var random = new Random(seed);
        int[] hours = {360, 360, 360, 450, 540, 270};
        Map<String, Integer> change = new HashMap<>();
        facts.schools()
                .forEach(school ->
                        change.put(school.uai(), school.classes() > 2 ? random.nextInt(3) - 1 : random.nextInt(2)));
        List<Person> people = new ArrayList<>();
        Map<String, Integer> kept = new HashMap<>();
        long next = facts.people().stream().mapToLong(Person::id).max().orElse(0) + 1;
        for (Person person : facts.people()) {
            if (person.schoolUai() == null) {
                people.add(person);
                continue;
            }
            boolean leaves = person.function() == AgentFunction.ADJOINT
                    && change.get(person.schoolUai()) < 0
                    && kept.merge(person.schoolUai(), 1, Integer::sum) == 1;
            if (!leaves) {
                people.add(new Person(
                        person.id(),
                        person.function(),
                        person.schoolUai(),
                        hours[random.nextInt(hours.length)],
                        person.trained()));
            }
        }
        for (SchoolFacts school : facts.schools()) {
            if (change.get(school.uai()) > 0) {
                people.add(new Person(
                        next++,
                        AgentFunction.ADJOINT,
                        school.uai(),
                        hours[random.nextInt(hours.length)],
                        java.util.Set.of()));
            }
        }
        List<Need> needs = facts.needs().stream()
                .map(need -> need.profile() == Profile.ENSEIGNANT
                        ? new Need(
                                need.schoolUai(),
                                need.moduleCode(),
                                need.profile(),
                                Math.max(0, need.people() + change.getOrDefault(need.schoolUai(), 0)),
                                need.wish())
                        : need)
                .filter(need -> need.people() > 0)
                .toList();
        return with(facts, people, needs, facts.busy());
    }
}
