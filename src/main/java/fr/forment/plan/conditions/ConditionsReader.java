package fr.forment.plan.conditions;

import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.Conditions.TownFacts;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Wish;
import fr.forment.resource.Closures;
import fr.forment.resource.GivenHalfDays;
import fr.forment.resource.LostPlace;
import fr.forment.resource.MeetingRoom;
import fr.forment.resource.Presence;
import fr.forment.resource.Room;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.survey.SchoolWishes;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What people said a plan rests on, in a handful of statements whatever the number of schools and trainers. */
@Component
@RequiredArgsConstructor
public class ConditionsReader {

    private final TrainerResources resources;
    private final TrainerList trainers;
    private final Closures closures;
    private final SchoolCalendar calendar;

    /**
     * What the facts were made from, read once for both.
     *
     * @param modules active ones
     * @param trained codes of modules by person
     * @param around open schools of the circonscription
     * @param rooms of the circonscription, and the places it lost
     */
    public record Ground(
            Collection<Agent> people,
            Collection<TrainingModule> modules,
            Map<Long, Set<String>> trained,
            Collection<School> around,
            Collection<MeetingRoom> rooms) {}

    public Conditions of(
            PlanFacts facts,
            Ground ground,
            Map<String, SchoolWishes> wishes,
            Map<String, Integer> priorities,
            List<Held> held) {
        List<Agent> known = ground.people().stream()
                .collect(Collectors.toMap(Agent::id, agent -> agent, (one, same) -> one))
                .values()
                .stream()
                .toList();
        List<Presence> presences = presences(known, facts.from(), facts.circonscriptionUai());
        return new Conditions(
                presences.stream()
                        .flatMap(presence -> presence.away(facts.from(), facts.until()).stream())
                        .map(away -> new Absence(
                                away.agentId(), away.from(), away.until(), away.start(), away.end(), away.gone()))
                        .toList(),
                halfDays(facts, presences),
                qualified(trainers.skills(known, ground.modules(), ground.trained())
                        .besidesFunctions(known, facts.from(), facts.until())),
                closures.days(
                        facts.circonscriptionUai(),
                        facts.schools().stream().map(SchoolFacts::uai).toList(),
                        facts.from(),
                        facts.until()),
                wishes.values().stream().flatMap(ConditionsReader::wishes).toList(),
                priorities,
                held,
                ground.rooms().stream().map(room -> room(room, facts.schools())).toList(),
                towns(facts, ground.around()));
    }

    /** Of the circonscription, where no school of the plan is; each lies where its first school does. */
    private static List<TownFacts> towns(PlanFacts facts, Collection<School> around) {
        Set<String> known = facts.schools().stream().map(SchoolFacts::commune).collect(Collectors.toSet());
        Map<String, TownFacts> towns = new TreeMap<>();
        around.stream()
                .filter(school -> school.latitude() != null && school.longitude() != null)
                .filter(school -> !known.contains(school.commune()))
                .sorted(Comparator.comparing(School::uai))
                .forEach(school -> towns.putIfAbsent(
                        school.commune(), new TownFacts(school.commune(), school.latitude(), school.longitude())));
        return List.copyOf(towns.values());
    }

    private List<Presence> presences(List<Agent> people, LocalDate from, String circonscriptionUai) {
        List<Long> ids = people.stream().map(Agent::id).toList();
        var weeks = resources.weeks(ids);
        var absences = resources.absences(ids, from, circonscriptionUai);
        return ids.stream()
                .filter(id -> weeks.containsKey(id) || absences.containsKey(id))
                .map(id -> new Presence(id, weeks.getOrDefault(id, List.of()), absences.getOrDefault(id, List.of())))
                .toList();
    }

    /** What other plans take of the same school years is not given twice. */
    private Map<Long, List<Bound>> halfDays(PlanFacts facts, List<Presence> presences) {
        Map<Long, List<Bound>> left = new HashMap<>();
        for (Presence presence : presences) {
            List<Presence.Quota> quotas = presence.quotas(facts.from(), facts.until(), this::endOfYear);
            for (Presence.Quota quota : quotas) {
                int taken = GivenHalfDays.of(facts.busy().stream()
                        .filter(busy -> busy.trainerId() != null && busy.trainerId() == presence.agentId())
                        .filter(busy -> quota.days().covers(busy.day()))
                        .map(busy -> new GivenHalfDays.Taken(busy.day(), busy.start(), busy.end())));
                left.computeIfAbsent(presence.agentId(), none -> new ArrayList<>())
                        .add(new Bound(quota.days().from(), quota.days().until(), Math.max(0, quota.most() - taken)));
            }
        }
        return left;
    }

    private static Map<Long, Set<Certified>> qualified(Map<Long, Map<String, List<Skills.Spell>>> rights) {
        Map<Long, Set<Certified>> qualified = new HashMap<>();
        rights.forEach((person, modules) -> qualified.put(
                person,
                modules.entrySet().stream()
                        .flatMap(module -> module.getValue().stream()
                                .map(spell -> new Certified(module.getKey(), spell.from(), spell.until())))
                        .collect(Collectors.toSet())));
        return qualified;
    }

    private LocalDate endOfYear(LocalDate day) {
        return LocalDate.of(Integer.parseInt(calendar.schoolYear(day).substring(5)), 7, 31);
    }

    private static Stream<Wish> wishes(SchoolWishes told) {
        return Stream.of(
                        told.slots().stream().map(slot -> new Wish(told.schoolUai(), Wish.Kind.SLOT, slot)),
                        told.formats().stream().map(format -> new Wish(told.schoolUai(), Wish.Kind.FORMAT, format)),
                        told.partners().stream().map(uai -> new Wish(told.schoolUai(), Wish.Kind.PARTNER, uai)),
                        Stream.ofNullable(told.maxTravelMinutes())
                                .map(minutes -> new Wish(told.schoolUai(), Wish.Kind.TRAVEL, String.valueOf(minutes))))
                .flatMap(some -> some);
    }

    /** Where nobody said where a room stands, it is where its school is, or where its commune's schools are. */
    private static RoomFacts room(MeetingRoom one, List<SchoolFacts> schools) {
        if (one instanceof LostPlace lost) {
            return new RoomFacts(lost.place(), lost.commune(), null, null, 0, lost.lostFrom(), null);
        }
        Room room = (Room) one;
        List<SchoolFacts> near = schools.stream()
                .filter(school -> school.latitude() != null && school.longitude() != null)
                .filter(school -> room.schoolUai() == null
                        ? school.commune().equalsIgnoreCase(room.commune())
                        : school.uai().equals(room.schoolUai()))
                .toList();
        boolean said = room.latitude() != null || near.isEmpty();
        return new RoomFacts(
                room.place(),
                room.commune(),
                said
                        ? room.latitude()
                        : Double.valueOf(near.stream()
                                .mapToDouble(SchoolFacts::latitude)
                                .average()
                                .orElseThrow()),
                said
                        ? room.longitude()
                        : Double.valueOf(near.stream()
                                .mapToDouble(SchoolFacts::longitude)
                                .average()
                                .orElseThrow()),
                room.capacity(),
                room.fromDay(),
                room.untilDay());
    }
}
