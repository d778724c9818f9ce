package fr.forment.incident;

import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The facts of a plan with what happened in them, before anything of it is written down. */
final class HappeningFacts {

    private HappeningFacts() {}

    /** @param standing what takes place as far as is known: a room whose size nobody told holds what it holds now */
    static PlanFacts of(PlanFacts facts, Happening happening, List<PlannedSession> standing) {
        // nobody asks for sessions of schools that did not just come
        PlanFacts calm = facts.needing(List.of());
        return switch (happening.what()) {
            case RESSOURCES, RETARD -> calm;
            case ABSENCE, FERMETURE, GREVE -> calm.with(away(facts, happening));
            case SALLE -> calm.with(lost(facts, happening, standing));
            case DEPART -> without(calm, happening.schools().get(0));
            case ARRIVEE ->
                facts.needing(facts.needs().stream()
                        .filter(need -> happening.schools().contains(need.schoolUai()))
                        .toList());
        };
    }

    private static Conditions away(PlanFacts facts, Happening happening) {
        Conditions said = facts.conditions();
        List<Absence> absences = new ArrayList<>(said.absences());
        happening.people().forEach(id -> absences.add(Absence.wholeDays(id, happening.from(), happening.lastDay())));
        Map<String, Set<LocalDate>> closed = new HashMap<>();
        said.closed().forEach((uai, days) -> closed.put(uai, new HashSet<>(days)));
        Collection<String> shut = happening.everywhere()
                ? facts.schools().stream().map(SchoolFacts::uai).toList()
                : happening.schools();
        List<LocalDate> days =
                happening.from().datesUntil(happening.lastDay().plusDays(1)).toList();
        shut.forEach(uai -> closed.computeIfAbsent(uai, none -> new HashSet<>()).addAll(days));
        return new Conditions(
                absences,
                said.halfDays(),
                said.qualified(),
                closed,
                said.wishes(),
                said.priorities(),
                said.held(),
                said.rooms(),
                said.towns(),
                said.beyondHours());
    }

    /** The rooms of the place end the day before, and begin again after the last day where one is known. */
    private static Conditions lost(PlanFacts facts, Happening happening, List<PlannedSession> standing) {
        Conditions said = facts.conditions();
        String place = happening.place();
        Predicate<RoomFacts> there = room -> room.place().equals(place);
        List<RoomFacts> rooms = said.rooms().stream().anyMatch(there)
                ? said.rooms().stream().filter(there).toList()
                : facts.schools().stream()
                        .filter(school -> school.uai().equals(place))
                        .map(school -> room(school, most(school.uai(), standing)))
                        .toList();
        return new Conditions(
                said.absences(),
                said.halfDays(),
                said.qualified(),
                said.closed(),
                said.wishes(),
                said.priorities(),
                said.held(),
                Stream.concat(
                                said.rooms().stream().filter(there.negate()),
                                rooms.stream().flatMap(room -> around(room, happening)))
                        .toList(),
                said.towns(),
                said.beyondHours());
    }

    private static int most(String place, List<PlannedSession> standing) {
        return standing.stream()
                .filter(session -> session.place().equals(place))
                .mapToInt(PlannedSession::expected)
                .max()
                .orElse(1);
    }

    private static RoomFacts room(SchoolFacts school, int held) {
        return new RoomFacts(
                school.uai(),
                school.commune(),
                school.latitude(),
                school.longitude(),
                school.room() > 0 ? school.room() : Math.max(1, held),
                null,
                null);
    }

    private static Stream<RoomFacts> around(RoomFacts room, Happening happening) {
        RoomFacts before = between(
                room,
                room.from(),
                room.until() == null || room.until().isAfter(happening.from())
                        ? happening.from().minusDays(1)
                        : room.until());
        return happening.until() == null
                ? Stream.of(before)
                : Stream.of(before, between(room, happening.until().plusDays(1), room.until()));
    }

    private static RoomFacts between(RoomFacts room, LocalDate from, LocalDate until) {
        return new RoomFacts(
                room.place(), room.commune(), room.latitude(), room.longitude(), room.capacity(), from, until);
    }

    private static PlanFacts without(PlanFacts facts, String uai) {
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                facts.vagues().stream()
                        .map(vague -> new VagueFacts(
                                vague.rank(),
                                vague.opensOn(),
                                vague.lastOpening(),
                                vague.begun(),
                                vague.schoolUais().stream()
                                        .filter(school -> !school.equals(uai))
                                        .toList()))
                        .toList(),
                facts.schools().stream()
                        .filter(school -> !school.uai().equals(uai))
                        .toList(),
                facts.people(),
                facts.needs(),
                facts.busy(),
                facts.pace(),
                facts.inForce(),
                facts.conditions());
    }
}
