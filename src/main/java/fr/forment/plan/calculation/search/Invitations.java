package fr.forment.plan.calculation.search;

import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Allotment;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.ModuleOrder;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is invited to what ({@link Allotment}), school by school: those who must come before the opening first. */
final class Invitations {

    /** People who must be trained before the opening weigh so much more than others while they have no session. */
    static final int COMPULSORY = 10;

    private final Map<String, List<Need>> needs;
    private final Allotment allotment;
    private final Map<String, Integer> compulsory = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();

    Invitations(PlanFacts facts) {
        List<ModuleFacts> order = ModuleOrder.of(facts.modules().stream()
                .filter(module -> !module.trainsTrainers())
                .toList());
        this.needs =
                facts.needs().stream().collect(Collectors.groupingBy(need -> need.schoolUai() + need.moduleCode()));
        this.allotment = new Allotment(facts, order);
        Set<String> known = facts.schoolsByUai().keySet();
        facts.vagues().stream()
                .flatMap(vague -> vague.schoolUais().stream())
                .filter(known::contains)
                .forEach(uai -> {
                    allotment.share(
                            order.stream().flatMap(module -> needs(uai, module)).toList());
                    order.forEach(module -> needs(uai, module)
                            .forEach(need -> (module.isDeferrable(need.profile()) ? others : compulsory)
                                    .merge(uai + module.code(), allotment.of(need), Integer::sum)));
                });
    }

    private Stream<Need> needs(String uai, ModuleFacts module) {
        return needs.getOrDefault(uai + module.code(), List.of()).stream();
    }

    boolean anyOf(VagueFacts vague, ModuleFacts module) {
        return vague.schoolUais().stream().anyMatch(uai -> left(uai, module) > 0);
    }

    /** Not seated yet. */
    int left(String uai, ModuleFacts module) {
        return compulsory.getOrDefault(uai + module.code(), 0) + others.getOrDefault(uai + module.code(), 0);
    }

    /** Seats so many people of a school; returns how many of them must come before the opening. */
    int takeCompulsory(String uai, ModuleFacts module, int people) {
        String key = uai + module.code();
        int first = Math.min(people, compulsory.getOrDefault(key, 0));
        compulsory.merge(key, -first, Integer::sum);
        others.computeIfPresent(key, (k, left) -> Math.max(0, left - (people - first)));
        return first;
    }

    /** Of one person without a session: what the school asked for, and schools served first, weigh more. */
    int priority(Team team, ModuleFacts module) {
        boolean wished = needs(team.uai(), module).anyMatch(need -> need.wish() > 0);
        return (wished ? 2 : 1) * (1 + team.urgency());
    }

    Set<Profile> profiles(Collection<String> uais, ModuleFacts module) {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        uais.forEach(uai -> needs(uai, module)
                .filter(need -> allotment.of(need) > 0)
                .map(Need::profile)
                .forEach(profiles::add));
        return profiles;
    }
}
