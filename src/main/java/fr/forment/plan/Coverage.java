package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the people of a school (or of the circonscription) find a seat in the sessions of a module. The one count of
 * who has none: every page, paper and form that says a number has it from here.
 */
public record Coverage(String schoolUai, String moduleCode, int needed, int seated) {

    private record Seats(String moduleCode, Map<String, Integer> bySchool, int expected) {}

    public boolean isComplete() {
        return seated >= needed;
    }

    /** People without a seat: a free seat in another school is none of theirs. */
    public int missing() {
        return Math.max(0, needed - seated);
    }

    /** « 27 personnes sans place » and how they are counted, of all that is without a seat. */
    public static String inFrench(int missing) {
        return missing == 0
                ? "Chaque personne à former a une place."
                : "En tout : " + French.count(missing, "personne sans place", "personnes sans place")
                        + ", comptées une fois par module.";
    }

    /** Whoever lacks two modules counts twice. */
    public static int missing(Collection<Coverage> some) {
        return some.stream().mapToInt(Coverage::missing).sum();
    }

    /**
     * @param trainsTrainers whether the module of a code does; @param serves whether a school is in one of the vagues
     */
    public static List<Coverage> of(
            Collection<Need> needs,
            Collection<PlannedSession> sessions,
            Predicate<String> trainsTrainers,
            Predicate<String> serves) {
        return of(
                needs,
                sessions.stream()
                        .map(session -> new Seats(session.moduleCode(), session.seats(), session.expected()))
                        .toList(),
                trainsTrainers,
                serves);
    }

    public static List<Coverage> ofDrafts(PlanFacts facts, Collection<Draft> sessions) {
        return of(
                facts.needs(),
                sessions.stream()
                        .map(draft -> new Seats(draft.module().code(), draft.seats(), draft.expected()))
                        .toList(),
                code -> facts.module(code)
                        .filter(module -> module.trainsTrainers())
                        .isPresent(),
                serves(facts));
    }

    private static List<Coverage> of(
            Collection<Need> needs, List<Seats> sessions, Predicate<String> trainsTrainers, Predicate<String> serves) {
        Map<List<String>, Integer> needed = new LinkedHashMap<>();
        Map<List<String>, Integer> seated = new LinkedHashMap<>();
        needs.stream().filter(need -> isSeated(need, trainsTrainers, serves)).forEach(need -> {
            List<String> key = List.of(need.schoolUai(), need.moduleCode());
            needed.merge(key, need.people(), Integer::sum);
            seated.computeIfAbsent(key, none -> sessions.stream()
                    .filter(session -> session.moduleCode().equals(need.moduleCode()))
                    .mapToInt(session -> seats(session, need))
                    .sum());
        });
        return needed.entrySet().stream()
                .map(each -> new Coverage(
                        each.getKey().get(0), each.getKey().get(1), each.getValue(), seated.get(each.getKey())))
                .toList();
    }

    /**
     * Publics that are only counted ask for no seat; trainings of trainers are for the circonscription's own people.
     */
    private static boolean isSeated(Need need, Predicate<String> trainsTrainers, Predicate<String> serves) {
        return !need.profile().isOnlyCounted()
                && trainsTrainers.test(need.moduleCode()) == need.profile().isOfOffice()
                && (need.profile().isOfOffice() || serves.test(need.schoolUai()));
    }

    public static Predicate<String> serves(PlanFacts facts) {
        Set<String> served = facts.vagues().stream()
                .flatMap(vague -> vague.schoolUais().stream())
                .collect(Collectors.toSet());
        return served::contains;
    }

    private static int seats(Seats session, Need need) {
        return !need.profile().isOfOffice()
                ? session.bySchool().getOrDefault(need.schoolUai(), 0)
                : session.bySchool().isEmpty() ? session.expected() : 0;
    }
}
