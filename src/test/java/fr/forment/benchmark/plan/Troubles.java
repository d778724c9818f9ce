package fr.forment.benchmark.plan;

import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.Wish;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What people said a plan rests on, drawn: rights to lead that begin and end, half-days school year by school year,
 * absences, people who are expected elsewhere, and schools that wish to meet.
 */
final class Troubles {

    private Troubles() {}

    static PlanFacts drawn(PlanFacts facts, Random random) {
        Conditions said = facts.conditions();
        List<Absence> absences = new ArrayList<>(said.absences());
        Map<Long, List<Bound>> halfDays = new HashMap<>(said.halfDays());
        Map<Long, Set<Certified>> qualified = new HashMap<>(said.qualified());
        for (Person person : facts.people()) {
            if (person.isOfCirconscription()) {
                if (random.nextInt(4) == 0) {
                    LocalDate from = day(facts, random);
                    absences.add(Absence.wholeDays(person.id(), from, from.plusDays(random.nextInt(40))));
                }
                if (random.nextInt(4) == 0) {
                    LocalDate summer = day(facts, random);
                    halfDays.put(
                            person.id(),
                            List.of(
                                    new Bound(null, summer, random.nextInt(6)),
                                    new Bound(summer.plusDays(1), null, random.nextInt(6))));
                }
                if (random.nextInt(3) == 0 && !said.qualified().containsKey(person.id())) {
                    qualified.put(person.id(), rights(facts, person, random));
                }
            }
        }
        List<Wish> wishes = new ArrayList<>(said.wishes());
        facts.schools().stream().filter(school -> random.nextInt(3) == 0).forEach(school -> {
            SchoolFacts other =
                    facts.schools().get(random.nextInt(facts.schools().size()));
            if (!other.equals(school)) {
                wishes.add(new Wish(school.uai(), Wish.Kind.PARTNER, other.uai()));
            }
        });
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                facts.vagues(),
                facts.schools(),
                facts.people(),
                facts.needs(),
                elsewhere(facts, random),
                facts.pace(),
                facts.inForce(),
                new Conditions(
                        absences,
                        halfDays,
                        qualified,
                        said.closed(),
                        wishes,
                        said.priorities(),
                        said.held(),
                        said.rooms(),
                        said.towns()));
    }

    /** Of the modules of the function, some for a time only, a few never. */
    private static Set<Certified> rights(PlanFacts facts, Person person, Random random) {
        Set<Certified> rights = new HashSet<>();
        for (ModuleFacts module : facts.modules()) {
            if (Trainers.functions(module.trainerKind()).contains(person.function())) {
                switch (random.nextInt(4)) {
                    case 0 -> rights.add(new Certified(module.code(), day(facts, random), null));
                    case 1 -> rights.add(new Certified(module.code(), null, day(facts, random)));
                    case 2 -> rights.add(new Certified(module.code(), null, null));
                    default -> {}
                }
            }
        }
        return rights;
    }

    /** Enrolled in sessions of others, or their school is expected there. */
    private static List<Busy> elsewhere(PlanFacts facts, Random random) {
        List<Busy> busy = new ArrayList<>(facts.busy());
        for (SchoolFacts school : facts.schools()) {
            if (random.nextInt(3) == 0) {
                LocalDate day = day(facts, random);
                LocalTime start = LocalTime.of(random.nextBoolean() ? 9 : 14, 0);
                Set<Long> people = new HashSet<>();
                facts.people().stream()
                        .filter(person -> school.uai().equals(person.schoolUai()) && random.nextBoolean())
                        .forEach(person -> people.add(person.id()));
                busy.add(
                        random.nextBoolean()
                                ? new Busy(null, "Ailleurs", day, start, start.plusHours(3), Map.of(), people)
                                : new Busy(
                                        null,
                                        "Ailleurs",
                                        day,
                                        start,
                                        start.plusHours(3),
                                        Map.of(school.uai(), 1),
                                        Set.of()));
            }
        }
        return busy;
    }

    /** Most of them Wednesdays, where most sessions are. */
    private static LocalDate day(PlanFacts facts, Random random) {
        LocalDate day =
                facts.from().plusDays(random.nextInt((int) facts.from().until(facts.until(), ChronoUnit.DAYS) + 1));
        return random.nextInt(4) == 0 ? day : day.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }
}
