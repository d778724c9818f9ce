package fr.forment.plan.calculation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Prerequisites first, then what is compulsory before the opening, then the order of the grid. */
public final class ModuleOrder {

    private static final Comparator<ModuleFacts> USUAL = Comparator.comparing(ModuleFacts::isCompulsory)
            .reversed()
            .thenComparingInt(ModuleFacts::position)
            .thenComparing(ModuleFacts::code);

    private ModuleOrder() {}

    /**
     * A prerequisite that is not among the modules does not hold anything up; a circle is broken at its first module.
     */
    public static List<ModuleFacts> of(Collection<ModuleFacts> modules) {
        List<ModuleFacts> waiting =
                new ArrayList<>(modules.stream().sorted(USUAL).toList());
        Set<String> open = new HashSet<>(waiting.stream().map(ModuleFacts::code).toList());
        List<ModuleFacts> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            ModuleFacts next = waiting.stream()
                    .filter(module -> module.prerequisites().stream().noneMatch(open::contains))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            open.remove(next.code());
            ordered.add(next);
        }
        return ordered;
    }
}
