package fr.forment.alternative;

import fr.forment.plan.calculation.Allotment;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.ModuleOrder;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** In the order of vagues and modules; none where everybody has a seat. */
    public static List<Unseated> of(PlanFacts facts, List<Draft> sessions) {
        List<ModuleFacts> order = order(facts);
        var allotment = new Allotment(facts, order);
        List<Unseated> found = new ArrayList<>();
        for (VagueFacts vague : facts.vagues()) {
            List<String> uais = vague.schoolUais().stream()
                    .filter(facts.schoolsByUai()::containsKey)
                    .toList();
            uais.forEach(uai -> allotment.share(needs(facts, order, uai)));
            for (ModuleFacts module : order) {
                Map<String, Integer> free = new TreeMap<>();
                Map<String, Integer> exhausted = new TreeMap<>();
                for (String uai : uais) {
                    List<Need> needs = needs(facts, List.of(module), uai);
                    int needed = needs.stream().mapToInt(Need::people).sum();
                    int invited = needs.stream().mapToInt(allotment::of).sum();
                    int missing = needed - seated(sessions, module, uai);
                    int without = Math.max(0, Math.min(missing, needed - invited));
                    put(exhausted, uai, without);
                    put(free, uai, missing - without);
                }
                if (!free.isEmpty() || !exhausted.isEmpty()) {
                    found.add(new Unseated(vague, module, free, exhausted));
                }
            }
        }
        return found;
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

    private static int seated(List<Draft> sessions, ModuleFacts module, String uai) {
        return sessions.stream()
                .filter(draft -> draft.module().code().equals(module.code()))
                .mapToInt(draft -> draft.seats().getOrDefault(uai, 0))
                .sum();
    }
}
