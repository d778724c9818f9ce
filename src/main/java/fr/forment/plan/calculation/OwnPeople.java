package fr.forment.plan.calculation;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The circonscription's own people, trained in the sessions that seat no school: nobody is in two places at once. */
public final class OwnPeople {

    private OwnPeople() {}

    /** Whether a person is expected at a session of the training of trainers. */
    public static boolean expects(PlanFacts facts, String module, Set<Profile> profiles, long person) {
        return facts.people().stream()
                .anyMatch(each -> each.id() == person
                        && functions(profiles).contains(each.function())
                        && isExpected(each, module));
    }

    /** Whether the same people are expected at both; groups of one module are different people. */
    public static boolean meet(
            PlanFacts facts, String module, Set<Profile> profiles, String otherModule, Set<Profile> otherProfiles) {
        if (module.equals(otherModule)) {
            return false;
        }
        Set<AgentFunction> both = functions(profiles);
        both.retainAll(functions(otherProfiles));
        List<Person> known = facts.people().stream()
                .filter(person -> person.isOfCirconscription() && both.contains(person.function()))
                .toList();
        return !both.isEmpty()
                && (known.isEmpty()
                        || known.stream()
                                .anyMatch(person -> isExpected(person, module) && isExpected(person, otherModule)));
    }

    /** Whether both can be held at once, whatever places they take. */
    static boolean canBothCome(PlanFacts facts, Draft one, Draft other) {
        boolean samePeople = one.vagueRank() == null
                && other.vagueRank() == null
                && meet(
                        facts,
                        one.module().code(),
                        one.profiles(),
                        other.module().code(),
                        other.profiles());
        return !samePeople && !leadAndFollow(facts, one, other);
    }

    /** Whoever leads one of them is expected at the other. */
    static boolean leadAndFollow(PlanFacts facts, Draft one, Draft other) {
        return leads(facts, one, other) || leads(facts, other, one);
    }

    private static boolean leads(PlanFacts facts, Draft led, Draft followed) {
        return led.trainerId() != null && isExpected(facts, followed, led.module(), led.trainerId());
    }

    static boolean isExpected(PlanFacts facts, Draft followed, ModuleFacts led, long person) {
        return followed.vagueRank() == null
                && !followed.module().code().equals(led.code())
                && expects(facts, followed.module().code(), followed.profiles(), person);
    }

    /** Who was trained already is not asked again. */
    private static boolean isExpected(Person person, String module) {
        return person.isOfCirconscription() && !person.trained().contains(module);
    }

    private static Set<AgentFunction> functions(Set<Profile> profiles) {
        Set<AgentFunction> functions = new HashSet<>();
        profiles.forEach(profile -> functions.addAll(profile.functions()));
        return functions;
    }
}
