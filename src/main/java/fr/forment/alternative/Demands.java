package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.Coverage;
import fr.forment.plan.Phase;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Warning;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Slot;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.VagueFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Demands that no plan made from these facts can meet, whatever its sessions, and the least that each would take. */
public final class Demands {

    private Demands() {}

    /** Whole sentences; empty where nothing is asked that cannot be. */
    public static List<String> of(PlanBasis basis, PlanNames.Of called) {
        PlanFacts facts = basis.facts();
        List<String> told = new ArrayList<>();
        boolean several =
                basis.contradictions().stream().map(Warning::line).distinct().count() > 1;
        basis.contradictions().stream()
                .map(warning -> (several
                                ? "Des sessions épinglées se contredisent. Ligne "
                                : "Une session épinglée ne peut pas se tenir ainsi. Ligne ")
                        + warning.line() + " : " + warning.text()
                        + (several
                                ? " Déplacez-en une, ou rendez-la au calcul."
                                : " Déplacez-la, ou rendez-la au calcul."))
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
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY && canCome(facts, facts.schools(), day))) {
            facts.modules().stream()
                    .filter(module -> people(facts, module) > 0 && needsWednesday(module))
                    .forEach(module -> told.add("« " + called.module(module.code()) + " » dure "
                            + French.duration(module.minutes())
                            + " et ne tient que le mercredi ; il ne reste aucun mercredi de classe entre le "
                            + French.day(facts.from()) + " et le " + French.day(facts.until())
                            + " : il suffirait d'un mercredi où les écoles peuvent venir."));
        }
        facts.vagues().forEach(vague -> noDay(basis, vague, called).ifPresent(told::add));
        return told;
    }

    /** Closed schools leave a vague without a day between what must come first and its opening. */
    private static Optional<String> noDay(PlanBasis basis, VagueFacts vague, PlanNames.Of called) {
        PlanFacts facts = basis.facts();
        LocalDate trained = basis.sessions().stream()
                .filter(session -> session.phase() == Phase.FORMATEURS)
                .map(PlannedSession::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate first = EarliestStart.ofVague(facts, vague, trained).day();
        LocalDate eve = vague.opensOn().minusDays(1);
        List<SchoolFacts> schools = facts.schools().stream()
                .filter(school -> vague.schoolUais().contains(school.uai()))
                .toList();
        if (schools.isEmpty()
                || eve.isBefore(first)
                || first.datesUntil(vague.opensOn()).anyMatch(day -> canCome(facts, schools, day))) {
            return Optional.empty();
        }
        List<Unseated> waiting = Unseated.of(facts, drafts(basis)).stream()
                .filter(group -> group.vague().rank() == vague.rank())
                .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of("Vague " + vague.rank() + " : aucun jour possible avant son ouverture ("
                        + French.day(vague.opensOn()) + "). Entre le " + French.day(first) + " et le "
                        + French.day(eve)
                        + ", toutes ses écoles sont fermées les jours de classe. Attendent encore une place : "
                        + waiting.stream()
                                .map(group ->
                                        "« " + called.module(group.module().code()) + " », "
                                                + French.count(group.people(), "personne"))
                                .collect(Collectors.joining(" ; "))
                        + ". Il suffirait d'un jour où ces écoles peuvent venir, ou d'une ouverture plus tardive.");
    }

    private static List<Draft> drafts(PlanBasis basis) {
        return basis.sessions().stream()
                .flatMap(session -> session.draft(basis.facts()).stream())
                .toList();
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
    private static boolean canCome(PlanFacts facts, List<SchoolFacts> schools, LocalDate day) {
        Map<String, Set<LocalDate>> closed = facts.conditions().closed();
        return facts.schoolDay().test(day)
                && schools.stream().anyMatch(school -> !closed.getOrDefault(school.uai(), Set.of())
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
