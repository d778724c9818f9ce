package fr.forment.alternative;

import fr.forment.plan.Coverage;
import fr.forment.plan.calculation.Allotment;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.ModuleOrder;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
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
 * @param exhausted by school: those whose hours are not enough
 */
public record Unseated(
        VagueFacts vague, ModuleFacts module, Map<String, Integer> free, Map<String, Integer> exhausted) {

    public int people() {
        return sum(free) + sum(exhausted);
    }

    static int sum(Map<String, Integer> people) {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * In the order of vagues and modules; none where everybody has a seat. Who has none is {@link Coverage}'s count.
     */
    public static List<Unseated> of(PlanFacts facts, List<Draft> sessions) {
        return counted(facts, Coverage.ofDrafts(facts, sessions));
    }

    public static List<Unseated> counted(PlanFacts facts, Collection<Coverage> coverage) {
        Map<List<String>, Integer> missing = coverage.stream()
                .collect(Collectors.toMap(each -> List.of(each.schoolUai(), each.moduleCode()), Coverage::missing));
        List<ModuleFacts> order = order(facts);
        var allotment = new Allotment(facts, order);
        Set<String> open = facts.schoolsByUai().keySet();
        List<Unseated> found = new ArrayList<>();
        for (VagueFacts vague : facts.vagues()) {
            List<String> uais =
                    vague.schoolUais().stream().filter(open::contains).toList();
            uais.forEach(uai -> allotment.share(needs(facts, order, uai)));
            for (ModuleFacts module : order) {
                Map<String, Integer> free = new TreeMap<>();
                Map<String, Integer> exhausted = new TreeMap<>();
                for (String uai : uais) {
                    int left = missing.getOrDefault(List.of(uai, module.code()), 0);
                    int without = left == 0 ? 0 : Math.min(left, withoutTime(facts, allotment, module, uai));
                    put(exhausted, uai, without);
                    put(free, uai, left - without);
                }
                if (!free.isEmpty() || !exhausted.isEmpty()) {
                    found.add(new Unseated(vague, module, free, exhausted));
                }
            }
        }
        return found;
    }

    private static int withoutTime(PlanFacts facts, Allotment allotment, ModuleFacts module, String uai) {
        return needs(facts, List.of(module), uai).stream()
                .filter(need -> !need.profile().isOnlyCounted())
                .mapToInt(need -> need.people() - allotment.of(need))
                .sum();
    }

    private static void put(Map<String, Integer> people, String uai, int number) {
        if (number > 0) {
            people.put(uai, number);
        }
    }

    static List<ModuleFacts> order(PlanFacts facts) {
        return ModuleOrder.of(facts.modules().stream()
                .filter(module -> !module.trainsTrainers())
                .toList());
    }

    static List<Need> needs(PlanFacts facts, List<ModuleFacts> modules, String uai) {
        return facts.needs().stream()
                .filter(need -> need.schoolUai().equals(uai))
                .filter(need ->
                        modules.stream().anyMatch(module -> module.code().equals(need.moduleCode())))
                .toList();
    }
}
