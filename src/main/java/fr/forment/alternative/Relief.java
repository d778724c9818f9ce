package fr.forment.alternative;

import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Trainers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something more that a plan could rest on, and the facts as they would be with it: what is possible then, and was not
 * before, that thing frees.
 *
 * @param amount half-days, places, the most minutes for one person, or schools that come; 1 for a day
 * @param people who get it: people of a school for hours, else 1
 * @param who a trainer of the plan; {@link #SOMEBODY} for one it does not know; null where none is meant
 * @param place null where none is meant
 * @param year within which somebody gives half-days more; null where they are not bounded by years, or none are meant
 */
public record Relief(
        Kind kind, int amount, int people, Long who, LocalDate day, String place, Bound year, PlanFacts facts) {

    public enum Kind {
        /** Half-days more of somebody who leads already, up to a bound. */
        DEMI_JOURNEES_DE,
        /** Somebody of the circonscription who may lead the module from then on. */
        HABILITATION,
        /** Half-days of somebody more who may lead the module. */
        DEMI_JOURNEES,
        /** A day more on which people can come. */
        JOUR,
        /** Schools that are closed on a day come all the same. */
        ECOLE_OUVERTE,
        /** A room for so many people. */
        SALLE,
        /** Time of trainees. */
        HEURES
    }

    /** Nobody's number. */
    public static final long SOMEBODY = -1;

    /** @param year the one bound that is raised: those of other years stay */
    static Relief halfDaysOf(PlanFacts facts, long trainer, Bound year, int more) {
        Map<Long, List<Bound>> bounds = new HashMap<>(facts.conditions().halfDays());
        bounds.computeIfPresent(trainer, (who, said) -> said.stream()
                .map(bound -> bound.equals(year) ? new Bound(bound.from(), bound.until(), bound.most() + more) : bound)
                .toList());
        return new Relief(
                Kind.DEMI_JOURNEES_DE,
                more,
                1,
                trainer,
                null,
                null,
                year.from() == null && year.until() == null ? null : year,
                facts.with(facts.conditions().withHalfDays(bounds)));
    }

    /** Somebody who is there already may lead the module too. */
    static Relief certified(PlanFacts facts, ModuleFacts module, Person person) {
        Map<Long, Set<Certified>> qualified = new HashMap<>(facts.conditions().qualified());
        Set<Certified> may = new HashSet<>(qualified.getOrDefault(
                person.id(),
                Certified.always(facts.modules().stream()
                        .filter(other -> Trainers.mayLead(facts, person, other, facts.from()))
                        .map(ModuleFacts::code)
                        .toArray(String[]::new))));
        may.addAll(Certified.always(module.code()));
        qualified.put(person.id(), may);
        return new Relief(
                Kind.HABILITATION,
                1,
                1,
                person.id(),
                null,
                null,
                null,
                facts.with(facts.conditions().withQualified(qualified)));
    }

    /** Somebody who may lead the module, so many half-days and no more. */
    static Relief somebody(PlanFacts facts, ModuleFacts module, int halfDays) {
        List<Person> people = new ArrayList<>(facts.people());
        people.add(new Person(SOMEBODY, Trainers.functions(module.trainerKind()).get(0), null, 0, Set.of()));
        Map<Long, Set<Certified>> qualified = new HashMap<>(facts.conditions().qualified());
        qualified.put(SOMEBODY, Certified.always(module.code()));
        Map<Long, List<Bound>> bounds = new HashMap<>(facts.conditions().halfDays());
        bounds.put(SOMEBODY, Bound.of(halfDays));
        return new Relief(
                Kind.DEMI_JOURNEES,
                halfDays,
                1,
                SOMEBODY,
                null,
                null,
                null,
                facts.knowing(people)
                        .with(facts.conditions().withQualified(qualified).withHalfDays(bounds)));
    }

    static Relief schoolOn(PlanFacts facts, LocalDate day) {
        return new Relief(
                Kind.JOUR,
                1,
                1,
                null,
                day,
                null,
                null,
                facts.on(other -> other.equals(day) || facts.schoolDay().test(other)));
    }

    static Relief comingOn(PlanFacts facts, LocalDate day, Set<String> uais) {
        Conditions said = facts.conditions();
        Map<String, Set<LocalDate>> closed = new HashMap<>(said.closed());
        long shut = uais.stream()
                .filter(uai -> closed.getOrDefault(uai, Set.of()).contains(day))
                .count();
        uais.forEach(uai -> closed.computeIfPresent(uai, (school, days) -> {
            Set<LocalDate> fewer = new HashSet<>(days);
            fewer.remove(day);
            return fewer;
        }));
        return new Relief(
                Kind.ECOLE_OUVERTE,
                Math.toIntExact(shut),
                1,
                null,
                day,
                null,
                null,
                facts.with(said.withClosed(closed)));
    }

    static Relief room(PlanFacts facts, String place, int capacity) {
        SchoolFacts host = facts.schoolsByUai().get(place);
        List<RoomFacts> rooms = new ArrayList<>(facts.conditions().rooms());
        if (host != null) {
            rooms.add(new RoomFacts(place, host.commune(), host.latitude(), host.longitude(), capacity, null, null));
        }
        return new Relief(
                Kind.SALLE,
                capacity,
                1,
                null,
                null,
                place,
                null,
                facts.with(facts.conditions().withRooms(rooms)));
    }

    /** @param minutes that each of these people gets */
    static Relief hours(PlanFacts facts, Map<Long, Integer> minutes) {
        return new Relief(
                Kind.HEURES,
                minutes.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                minutes.size(),
                null,
                null,
                null,
                null,
                facts.knowing(facts.people().stream()
                        .map(person ->
                                person.withMinutesLeft(person.minutesLeft() + minutes.getOrDefault(person.id(), 0)))
                        .toList()));
    }
}
