package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same facts with one thing more: what is possible then, and was not before, that thing frees. */
public final class AgainWith {

    /** Nobody's number. */
    public static final long SOMEBODY = -1;

    private AgainWith() {}

    /** Somebody more who may lead a module, with all the time there is. */
    public static PlanFacts oneMoreTrainer(PlanFacts facts, ModuleFacts module) {
        List<Person> people = new ArrayList<>(facts.people());
        people.add(new Person(SOMEBODY, Trainers.functions(module.trainerKind()).get(0), null, 0, Set.of()));
        Map<Long, Set<String>> qualified = new HashMap<>(facts.conditions().qualified());
        qualified.put(SOMEBODY, Set.of(module.code()));
        Conditions known = facts.conditions();
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                facts.vagues(),
                facts.schools(),
                people,
                facts.needs(),
                facts.busy(),
                facts.pace(),
                facts.inForce(),
                new Conditions(
                        known.absences(),
                        known.halfDays(),
                        qualified,
                        known.closed(),
                        known.wishes(),
                        known.priorities(),
                        known.held(),
                        known.rooms()));
    }
}
