package fr.forment.plan.calculation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many people of a school are invited to which module: all for whom it is compulsory; to the rest as far as
 * people's hours go, what the school asked for first.
 */
public final class Allotment {

    private static final int NOT_ASKED_FOR = 9;

    private final List<ModuleFacts> order;
    private final TraineeHours hours;
    private final Map<Need, Integer> people = new HashMap<>();

    /** @param order of the modules, prerequisites first */
    public Allotment(PlanFacts facts, List<ModuleFacts> order) {
        this.order = order;
        this.hours = new TraineeHours(facts.people());
    }

    /** @param needs of one school */
    public void share(List<Need> needs) {
        needs.stream().filter(need -> !isDeferrable(need)).forEach(need -> invite(need, need.people()));
        needs.stream()
                .filter(this::isDeferrable)
                .sorted(Comparator.comparingInt((Need need) -> wish(need, needs))
                        .thenComparingInt(need -> order.indexOf(module(need)))
                        .thenComparing(Need::profile))
                .forEach(need ->
                        invite(need, hours.free(need.schoolUai(), module(need), need.profile(), need.people())));
    }

    public int of(Need need) {
        return people.getOrDefault(need, 0);
    }

    private void invite(Need need, int number) {
        people.put(need, number);
        hours.seat(need.schoolUai(), module(need), Set.of(need.profile()), number);
    }

    /** Whoever asks for a module asks for what must come before it. */
    private int wish(Need need, List<Need> needs) {
        return needs.stream()
                .filter(other -> other.wish() > 0 && leadsTo(need.moduleCode(), other.moduleCode(), new HashSet<>()))
                .mapToInt(Need::wish)
                .min()
                .orElse(NOT_ASKED_FOR);
    }

    private boolean leadsTo(String code, String wanted, Set<String> seen) {
        return code.equals(wanted)
                || seen.add(wanted)
                        && order.stream()
                                .filter(module -> module.code().equals(wanted))
                                .flatMap(module -> module.prerequisites().stream())
                                .anyMatch(before -> leadsTo(code, before, seen));
    }

    private boolean isDeferrable(Need need) {
        return module(need).isDeferrable(need.profile());
    }

    private ModuleFacts module(Need need) {
        return order.stream()
                .filter(module -> module.code().equals(need.moduleCode()))
                .findFirst()
                .orElseThrow();
    }
}
