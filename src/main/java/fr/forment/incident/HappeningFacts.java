package fr.forment.incident;

import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.resource.MeetingPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The facts of a plan with what happened in them, before anything of it is written down. */
final class HappeningFacts {

    private HappeningFacts() {}

    static PlanFacts of(PlanFacts facts, Happening happening) {
        // nobody asks for sessions of schools that did not just come
        PlanFacts calm = facts.needing(List.of());
        return switch (happening.what()) {
            case RESSOURCES, RETARD -> calm;
            case ABSENCE, FERMETURE, GREVE -> calm.with(away(facts, happening));
            case SALLE -> calm.with(lost(facts, happening));
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
    private static Conditions lost(PlanFacts facts, Happening happening) {
        Conditions said = facts.conditions();
        String place = happening.place();
        boolean listed = said.rooms().stream().anyMatch(room -> room.place().equals(place) && !room.takesNobody());
        return said.withRooms(
                listed
                        ? said.rooms().stream()
                                .flatMap(room -> room.place().equals(place) ? around(room, happening) : Stream.of(room))
                                .toList()
                        : Stream.concat(said.rooms().stream(), Stream.of(gone(facts, happening)))
                                .toList());
    }

    /** What nobody listed is what people knew until then. */
    private static RoomFacts gone(PlanFacts facts, Happening happening) {
        String place = happening.place();
        SchoolFacts school = facts.schoolsByUai().get(place);
        return new RoomFacts(
                place,
                school == null ? MeetingPlace.commune(place) : school.commune(),
                null,
                null,
                0,
                happening.from(),
                happening.until());
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
