package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.Coverage;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Slot;
import fr.forment.plan.calculation.Trainers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Demands that no plan made from these facts can meet, whatever its sessions, and the least that each would take. */
public final class Demands {

    private Demands() {}

    /** Whole sentences; empty where nothing is asked that cannot be. */
    public static List<String> of(PlanBasis basis, PlanNames.Of called) {
        PlanFacts facts = basis.facts();
        List<String> told = new ArrayList<>();
        basis.contradictions().stream()
                .map(warning -> "Des sessions épinglées se contredisent. Session n° " + warning.line() + " : "
                        + warning.text() + " Déplacez-en une, ou rendez-la au calcul.")
                .distinct()
                .forEach(told::add);
        facts.modules().stream()
                .filter(module -> people(facts, module) > 0 && nobodyLeads(facts, module))
                .forEach(module -> told.add("Personne n'est habilité à assurer « " + called.module(module.code())
                        + " », que " + French.count(people(facts, module), "personne attend", "personnes attendent")
                        + " : il suffirait d'une personne habilitée ("
                        + module.trainerKind().label() + ")."));
        if (facts.from()
                .datesUntil(facts.until().plusDays(1))
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY && canCome(facts, day))) {
            facts.modules().stream()
                    .filter(module -> people(facts, module) > 0 && needsWednesday(module))
                    .forEach(module -> told.add("« " + called.module(module.code()) + " » dure "
                            + French.duration(module.minutes())
                            + " et ne tient que le mercredi ; il ne reste aucun mercredi de classe entre le "
                            + French.day(facts.from()) + " et le " + French.day(facts.until())
                            + " : il suffirait d'un mercredi où les écoles peuvent venir."));
        }
        return told;
    }

    private static boolean nobodyLeads(PlanFacts facts, ModuleFacts module) {
        return !module.isHeldBySchool() && Trainers.of(facts, module, Set.of()).isEmpty();
    }

    private static boolean needsWednesday(ModuleFacts module) {
        return !module.trainsTrainers()
                && Slot.choices(module, Set.of()).stream()
                        .allMatch(slot -> slot.days().equals(Set.of(DayOfWeek.WEDNESDAY)));
    }

    /** A day of class on which one school at least is open. */
    private static boolean canCome(PlanFacts facts, LocalDate day) {
        Map<String, Set<LocalDate>> closed = facts.conditions().closed();
        return facts.schoolDay().test(day)
                && facts.schools().stream().anyMatch(school -> !closed.getOrDefault(school.uai(), Set.of())
                        .contains(day));
    }

    /** Whom the plan has to seat. */
    private static int people(PlanFacts facts, ModuleFacts module) {
        return Coverage.ofDrafts(facts, List.of()).stream()
                .filter(each -> each.moduleCode().equals(module.code()))
                .mapToInt(Coverage::needed)
                .sum();
    }
}
