package fr.forment.plan.conditions;

import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.Present;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Warning;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.conditions.SessionOrder.Days;
import fr.forment.project.Projects;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a reader of a version must know, as it was last looked at. Of the one in force, what depends on openings and on
 * the order of sessions is judged by where both now are.
 */
@Component
@RequiredArgsConstructor
public class PlanAlerts {

    private final Plans plans;
    private final Projects projects;
    private final SchoolCalendar calendar;
    private final Circonscriptions circonscriptions;
    private final Clock clock;

    /**
     * What weighs most first.
     *
     * @param circonscriptionUai of its project
     * @param catalogue read already, or a part of it that holds the modules of the lines
     * @param lines of the version
     * @param present what {@link PlanFollowUp#present} says of it
     * @param people whether the reader sees people of the circonscription
     */
    public List<Warning> of(
            Plan plan,
            String circonscriptionUai,
            Collection<TrainingModule> catalogue,
            Collection<PlannedSession> lines,
            Map<Integer, Present> present,
            boolean people) {
        return Warning.readBy(people, all(plan, circonscriptionUai, catalogue, lines, present));
    }

    private List<Warning> all(
            Plan plan,
            String circonscriptionUai,
            Collection<TrainingModule> catalogue,
            Collection<PlannedSession> lines,
            Map<Integer, Present> present) {
        if (plan.state() != PlanState.APPROUVE) {
            return plans.warnings(plan.id());
        }
        List<Warning> all = new ArrayList<>(plans.lastingWarnings(plan.id()));
        List<ModuleFacts> modules = ModuleFacts.inOrder(catalogue.stream()
                .filter(TrainingModule::isHeldInSessions)
                .map(ModuleFacts::of)
                .toList());
        all.addAll(openings(plan, circonscriptionUai, modules, PlanFollowUp.lastDates(present, lines)));
        all.addAll(order(modules, lines, present));
        all.sort(Comparator.comparing(Warning::weight));
        return all;
    }

    private List<Warning> openings(
            Plan plan, String circonscriptionUai, List<ModuleFacts> modules, List<PlannedSession> held) {
        // asked for only where something is late
        Supplier<Zone> zone = SingletonSupplier.of(
                () -> circonscriptions.find(circonscriptionUai).orElseThrow().zone());
        var check = new OpeningCheck(
                modules.stream().collect(Collectors.toMap(ModuleFacts::code, Function.identity())),
                day -> calendar.isSchoolDay(zone.get(), day),
                LocalDate.now(clock));
        return projects.vagues(plan.projectId()).stream()
                .flatMap(vague -> check.of(vague.rank(), vague.opensOn(), held).stream())
                .toList();
    }

    private List<Warning> order(
            List<ModuleFacts> modules, Collection<PlannedSession> lines, Map<Integer, Present> present) {
        SessionOrder order = new SessionOrder(modules, lines);
        Function<PlannedSession, Optional<Days>> days = line -> days(line, present.get(line.line()));
        return order.broken(days, LocalDate.now(clock)).stream()
                .map(pair -> Warning.important(
                        pair.then().line(),
                        order.why(pair, days.apply(pair.first()).orElseThrow().last()) + ". La session de la ligne "
                                + pair.then().line() + ", " + order.quoted(pair.then()) + ", a lieu le "
                                + French.day(
                                        days.apply(pair.then()).orElseThrow().first())
                                + " : déplacez l'une des deux sessions."))
                .toList();
    }

    /** Of one that is called off, or looks for a date, nothing. */
    public static Optional<Days> days(PlannedSession line, Present present) {
        if (present == null) {
            return Optional.of(new Days(line.day(), line.day()));
        }
        List<LocalDate> all =
                present.halfDays(line).stream().map(PlannedSession::day).toList();
        return present.isNowhere() ? Optional.empty() : Optional.of(Days.of(all));
    }
}
