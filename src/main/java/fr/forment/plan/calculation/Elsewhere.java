package fr.forment.plan.calculation;

import fr.forment.catalogue.Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of the people a plan is for is expected elsewhere, and when. */
public final class Elsewhere {

    private final PlanFacts facts;
    private final Map<LocalDate, List<Busy>> days;

    public Elsewhere(PlanFacts facts) {
        this.facts = facts;
        this.days = facts.busy().stream()
                .filter(busy -> !busy.seats().isEmpty() || !busy.people().isEmpty())
                .collect(Collectors.groupingBy(Busy::day));
    }

    /** Whether somebody, whoever it is, is expected that day. */
    public boolean knows(LocalDate day) {
        return days.containsKey(day);
    }

    /**
     * People of a school (UAI; or of the circonscription) who can come to a module at an hour: of those it is for, all
     * but those who are enrolled elsewhere; none where a school is expected without names, as in one plan.
     */
    public int free(String uai, ModuleFacts module, LocalDate day, LocalTime start, LocalTime end) {
        if (module.isHeldBySchool() || !knows(day)) {
            return Integer.MAX_VALUE;
        }
        List<Busy> then = days.get(day).stream()
                .filter(busy -> busy.overlaps(day, start, end))
                .toList();
        if (then.stream().anyMatch(busy -> busy.seats().getOrDefault(uai, 0) > 0)) {
            return 0;
        }
        List<Need> needs = facts.needs().stream()
                .filter(need ->
                        need.schoolUai().equals(uai) && need.moduleCode().equals(module.code()))
                .toList();
        Set<Long> taken = then.stream().flatMap(busy -> busy.people().stream()).collect(Collectors.toSet());
        if (taken.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Set<Profile> meant = needs.isEmpty()
                ? module.profiles()
                : needs.stream().map(Need::profile).collect(Collectors.toSet());
        List<Person> candidates = facts.people().stream()
                .filter(person ->
                        uai.equals(person.isOfCirconscription() ? facts.circonscriptionUai() : person.schoolUai()))
                .filter(person -> !person.trained().contains(module.code()) && isMeant(person, module, meant))
                .toList();
        int busy = (int) candidates.stream()
                .filter(person -> taken.contains(person.id()))
                .count();
        int needed = needs.stream().mapToInt(Need::people).sum();
        return busy == 0 ? Integer.MAX_VALUE : Math.max(0, Math.max(candidates.size(), needed) - busy);
    }

    private static boolean isMeant(Person person, ModuleFacts module, Set<Profile> meant) {
        return person.isOfCirconscription()
                ? meant.stream().anyMatch(profile -> profile.functions().contains(person.function()))
                : person.profileIn(module).filter(meant::contains).isPresent();
    }

    /** Whether all the people a session expects can come. */
    boolean canCome(Draft session, LocalDate day, LocalTime start, LocalTime end) {
        Map<String, Integer> seats =
                session.seats().isEmpty() ? Map.of(facts.circonscriptionUai(), session.expected()) : session.seats();
        return !knows(day)
                || seats.entrySet().stream()
                        .allMatch(seat -> seat.getValue() <= free(seat.getKey(), session.module(), day, start, end));
    }
}
