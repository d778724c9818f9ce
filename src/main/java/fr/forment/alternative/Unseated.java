package fr.forment.alternative;

import fr.forment.plan.Coverage;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.ModuleOrder;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.conditions.Lack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * People of one vague who need a module and have no seat.
 *
 * @param free by school: those who have the time for it
 * @param lacking those whose hours are not enough
 */
public record Unseated(VagueFacts vague, ModuleFacts module, Map<String, Integer> free, List<Lack> lacking) {

    public Unseated {
        lacking = List.copyOf(lacking);
    }

    /** By school: those whose hours are not enough. */
    public Map<String, Integer> exhausted() {
        Map<String, Integer> people = new TreeMap<>();
        lacking.forEach(lack -> people.merge(lack.schoolUai(), lack.people(), Integer::sum));
        return people;
    }

    /** The same people, were their hours enough. */
    Unseated withTheTime() {
        Map<String, Integer> all = exhausted();
        free.forEach((uai, people) -> all.merge(uai, people, Integer::sum));
        return new Unseated(vague, module, all, List.of());
    }

    public int people() {
        return sum(free) + Lack.people(lacking);
    }

    static int sum(Map<String, Integer> people) {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * In the order of vagues and modules; none where everybody has a seat. Who has none is {@link Coverage}'s count,
     * whose hours are not enough {@link Lack}'s.
     */
    public static List<Unseated> of(PlanFacts facts, List<Draft> sessions) {
        return counted(facts, Coverage.ofDrafts(facts, sessions), Lack.of(facts, sessions));
    }

    public static List<Unseated> counted(PlanFacts facts, Collection<Coverage> coverage, Collection<Lack> lacks) {
        Map<List<String>, Integer> missing = coverage.stream()
                .collect(Collectors.toMap(each -> List.of(each.schoolUai(), each.moduleCode()), Coverage::missing));
        List<ModuleFacts> order = order(facts);
        Set<String> open = facts.schoolsByUai().keySet();
        List<Unseated> found = new ArrayList<>();
        for (VagueFacts vague : facts.vagues()) {
            List<String> uais =
                    vague.schoolUais().stream().filter(open::contains).toList();
            for (ModuleFacts module : order) {
                Map<String, Integer> free = new TreeMap<>();
                List<Lack> lacking = new ArrayList<>();
                for (String uai : uais) {
                    int left = missing.getOrDefault(List.of(uai, module.code()), 0);
                    List<Lack> theirs = Lack.of(lacks, uai, module.code(), left);
                    lacking.addAll(theirs);
                    if (left > Lack.people(theirs)) {
                        free.put(uai, left - Lack.people(theirs));
                    }
                }
                if (!free.isEmpty() || !lacking.isEmpty()) {
                    found.add(new Unseated(vague, module, free, lacking));
                }
            }
        }
        return found;
    }

    private static List<ModuleFacts> order(PlanFacts facts) {
        return ModuleOrder.of(facts.modules().stream()
                .filter(module -> !module.trainsTrainers())
                .toList());
    }
}
