package fr.forment.plan.calculation;

import fr.forment.catalogue.Profile;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of a school, or of the circonscription, may be expected at sessions of a module. */
public final class Candidates {

    private final PlanFacts facts;

    public Candidates(PlanFacts facts) {
        this.facts = facts;
    }

    /** @param uai of a school, or of the circonscription */
    public List<Person> of(String uai, ModuleFacts module) {
        Set<Profile> needed = facts.needs().stream()
                .filter(need -> isOf(need, uai, module))
                .map(Need::profile)
                .collect(Collectors.toSet());
        Set<Profile> meant = needed.isEmpty() ? module.profiles() : needed;
        return facts.people().stream()
                .filter(person -> uai.equals(home(person)))
                .filter(person -> !person.trained().contains(module.code()) && isMeant(person, module, meant))
                .toList();
    }

    /** How many, also where the grid counts more than the lists of people name. */
    public int number(String uai, ModuleFacts module, List<Person> known) {
        return Math.max(
                known.size(),
                facts.needs().stream()
                        .filter(need -> isOf(need, uai, module))
                        .mapToInt(Need::people)
                        .sum());
    }

    /**
     * People of a school, or of the circonscription, whom a session can expect at most that this person leads: all but
     * herself, who cannot follow what she leads. {@link Integer#MAX_VALUE} where she is none of them.
     */
    public int most(String uai, ModuleFacts module, Person leader) {
        if (module.isHeldBySchool() || module.profiles().contains(Profile.PARENT) || !uai.equals(home(leader))) {
            return Integer.MAX_VALUE;
        }
        List<Person> known = of(uai, module);
        return known.stream().anyMatch(person -> person.id() == leader.id())
                ? number(uai, module, known) - 1
                : Integer.MAX_VALUE;
    }

    /** Whether nobody whom a session expects has to be the person who leads it. */
    public boolean canLead(Draft session, Person leader) {
        return session.seats().isEmpty()
                ? session.expected() <= most(facts.circonscriptionUai(), session.module(), leader)
                : session.seats().entrySet().stream()
                        .allMatch(seat -> seat.getValue() <= most(seat.getKey(), session.module(), leader));
    }

    /** The most that a session can expect of a school, whoever of these leads it; without anybody all of them. */
    public int most(String uai, ModuleFacts module, List<Person> leaders) {
        return leaders.stream()
                .mapToInt(leader -> most(uai, module, leader))
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    public String home(Person person) {
        return person.isOfCirconscription() ? facts.circonscriptionUai() : person.schoolUai();
    }

    private static boolean isOf(Need need, String uai, ModuleFacts module) {
        return Objects.equals(need.schoolUai(), uai) && need.moduleCode().equals(module.code());
    }

    private static boolean isMeant(Person person, ModuleFacts module, Set<Profile> meant) {
        return person.isOfCirconscription()
                ? meant.stream().anyMatch(profile -> profile.functions().contains(person.function()))
                : person.profileIn(module).filter(meant::contains).isPresent();
    }
}
