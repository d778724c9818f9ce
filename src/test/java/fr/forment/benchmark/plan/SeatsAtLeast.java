package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.recount.PlanDocuments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many people of a school that joins could sit where sessions stand at least, none of them moving: for each of its
 * modules, all its people who have the time together, every session and none is tried, and the plan with them in it is
 * judged by rules that know nothing of the repair. It is no maximum: who seats fewer people of one module may seat more
 * in all. Hours that they need for what must be followed before the opening are kept for it, wherever they will follow
 * it.
 */
final class SeatsAtLeast {

    private final PlanFacts facts;
    private final String uai;
    private final List<Draft> standing;
    private final Set<String> before;
    private final Map<ModuleFacts, List<Draft>> alone = new HashMap<>();
    private final List<Map.Entry<ModuleFacts, Integer>> coming = new ArrayList<>();

    private SeatsAtLeast(PlanFacts facts, String uai) {
        this.facts = facts;
        this.uai = uai;
        this.standing = facts.conditions().held().stream().map(Held::session).toList();
        this.before = new HashSet<>(rules(standing));
        for (ModuleFacts module : facts.modules()) {
            int people = facts.needs().stream()
                    .filter(need ->
                            need.schoolUai().equals(uai) && need.moduleCode().equals(module.code()))
                    .mapToInt(Need::people)
                    .sum();
            while (people > 0 && takes(module, people).isEmpty() && someLackHours(module, people)) {
                people--;
            }
            if (people > 0 && !module.isHeldBySchool()) {
                alone.put(module, takes(module, people));
                coming.add(Map.entry(module, people));
            }
        }
    }

    static int of(PlanFacts facts, String uai) {
        var seats = new SeatsAtLeast(facts, uai);
        return seats.most(0, seats.standing);
    }

    private int most(int next, List<Draft> sessions) {
        if (next == coming.size()) {
            return 0;
        }
        int people = coming.get(next).getValue();
        int best = 0;
        int all = coming.subList(next, coming.size()).stream()
                .mapToInt(Map.Entry::getValue)
                .sum();
        for (Draft session : alone.get(coming.get(next).getKey())) {
            if (best < all) {
                List<Draft> with = with(sessions, session, people);
                if (next == 0 || before.containsAll(rules(with))) {
                    best = Math.max(best, people + most(next + 1, with));
                }
            }
        }
        return best == all ? best : Math.max(best, most(next + 1, sessions));
    }

    /** Those that take the people of a module, were they to follow no other. */
    private List<Draft> takes(ModuleFacts module, int people) {
        return of(module)
                .filter(session -> before.containsAll(rules(with(standing, session, people))))
                .toList();
    }

    /** A session would take them all, were it not for their hours. */
    private boolean someLackHours(ModuleFacts module, int people) {
        return of(module).anyMatch(session -> rules(with(standing, session, people)).stream()
                .filter(what -> !before.contains(what))
                .allMatch(what -> what.contains("no hours left")));
    }

    private Stream<Draft> of(ModuleFacts module) {
        return standing.stream()
                .filter(session -> session.module().code().equals(module.code()) && isOfItsVague(session));
    }

    private List<Draft> with(List<Draft> sessions, Draft session, int people) {
        Map<String, Integer> seats = new TreeMap<>(session.seats());
        seats.merge(uai, people, Integer::sum);
        List<Draft> with = new ArrayList<>(sessions);
        with.set(with.indexOf(session), session.with(session.line(), seats, session.expected() + people));
        return with;
    }

    private boolean isOfItsVague(Draft session) {
        return facts.vagues().stream()
                .anyMatch(vague -> Objects.equals(vague.rank(), session.vagueRank())
                        && vague.schoolUais().contains(uai));
    }

    private List<String> rules(List<Draft> sessions) {
        var plan = new Recount(PlanDocuments.json(PlanDocuments.of("joins", facts, sessions, Weights.delivered(), 1L)));
        List<String> broken = new ArrayList<>(HardRules.broken(plan));
        broken.addAll(
                new HoursLeft(plan.plan(), plan.sessions()).reservingFor(uai).exceeded());
        return broken;
    }
}
