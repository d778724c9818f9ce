package fr.forment.plan.conditions;

import fr.forment.french.French;
import fr.forment.plan.Coverage;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.hours.SharedHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * People of a school who have no seat in a module and whose hours would not be enough for one: each lacks so many
 * minutes, the sessions of the plan taking what they take. The one count of hours that are missing.
 */
public record Lack(String schoolUai, String moduleCode, int minutes, int people) {

    private static final int AMOUNTS_TOLD = 3;

    /** By school and module, as {@link Coverage}; who lacks least first. */
    public static List<Lack> of(PlanFacts facts, Collection<Draft> sessions) {
        List<Lack> found = new ArrayList<>();
        people(facts, sessions).forEach((cell, lacking) -> new TreeMap<>(lacking.values().stream()
                        .collect(Collectors.groupingBy(minutes -> minutes, Collectors.counting())))
                .forEach((minutes, people) ->
                        found.add(new Lack(cell.schoolUai(), cell.moduleCode(), minutes, people.intValue()))));
        return found;
    }

    /** Who they would be, with the minutes each lacks: of those without a seat, as few as can be. */
    public static Map<Coverage, Map<Long, Integer>> people(PlanFacts facts, Collection<Draft> sessions) {
        Map<Coverage, Map<Long, Integer>> found = new LinkedHashMap<>();
        Set<String> listed = facts.people().stream()
                .filter(person -> !person.isOfCirconscription())
                .map(Person::schoolUai)
                .collect(Collectors.toSet());
        for (Coverage cell : Coverage.ofDrafts(facts, sessions)) {
            if (cell.missing() > 0 && listed.contains(cell.schoolUai())) {
                facts.module(cell.moduleCode())
                        .ifPresent(module -> found.put(cell, people(facts, sessions, cell, module)));
            }
        }
        return found;
    }

    private static Map<Long, Integer> people(
            PlanFacts facts, Collection<Draft> sessions, Coverage cell, ModuleFacts module) {
        Map<ModuleFacts, Integer> seats = new HashMap<>();
        sessions.stream()
                .filter(draft -> draft.seats().containsKey(cell.schoolUai()))
                .forEach(draft -> seats.merge(draft.module(), draft.seats().get(cell.schoolUai()), Integer::sum));
        return SharedHours.of(facts, cell.schoolUai()).lacking(seats, module, cell.missing());
    }

    /** Of some that were counted, those of one school and module: never more of them than are without a seat. */
    public static List<Lack> of(Collection<Lack> counted, String uai, String module, int missing) {
        List<Lack> found = new ArrayList<>();
        for (Lack lack : counted) {
            int people = Math.min(lack.people(), missing - people(found));
            if (people > 0 && lack.schoolUai().equals(uai) && lack.moduleCode().equals(module)) {
                found.add(new Lack(uai, module, lack.minutes(), people));
            }
        }
        return found;
    }

    public static int people(Collection<Lack> some) {
        return some.stream().mapToInt(Lack::people).sum();
    }

    /** « 4 personnes n'ont plus assez d'heures cette année : il leur manque 1 h 30 chacune ». */
    public static String inFrench(Collection<Lack> some) {
        int people = people(some);
        return French.count(
                        people,
                        "personne n'a plus assez d'heures cette année",
                        "personnes n'ont plus assez d'heures cette année")
                + ", compte tenu des sessions prévues : "
                + amounts(some, people);
    }

    private static String amounts(Collection<Lack> some, int people) {
        Map<Integer, Integer> byAmount = new TreeMap<>();
        some.forEach(lack -> byAmount.merge(lack.minutes(), lack.people(), Integer::sum));
        if (byAmount.size() == 1) {
            String each = French.duration(byAmount.keySet().iterator().next());
            return people == 1 ? "il lui manque " + each : "il leur manque " + each + " chacune";
        }
        if (byAmount.size() <= AMOUNTS_TOLD) {
            return "il manque "
                    + byAmount.entrySet().stream()
                            .map(amount -> French.duration(amount.getKey()) + " à "
                                    + French.count(amount.getValue(), "personne"))
                            .collect(Collectors.joining(", "));
        }
        int least = byAmount.keySet().stream().mapToInt(Integer::intValue).min().orElseThrow();
        int most = byAmount.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return "il leur manque de " + French.duration(least) + " à " + French.duration(most) + " chacune, "
                + French.duration(some.stream()
                        .mapToLong(lack -> (long) lack.minutes() * lack.people())
                        .sum())
                + " en tout";
    }
}
