package fr.forment.session.web;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.resource.Closure;
import fr.forment.resource.Closures;
import fr.forment.resource.MeetingRoom;
import fr.forment.resource.Presence;
import fr.forment.resource.Rooms;
import fr.forment.resource.Skills;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What a session no longer keeps to of what people said of trainers, rooms and schools: told, for people to decide. */
@Component
@RequiredArgsConstructor
class ResourceWarnings {

    private final DayFaults faults;
    private final Rooms rooms;
    private final Closures closures;

    /**
     * In French, each a sentence.
     *
     * @param parts its half-days
     * @param schoolUais of those who are expected
     * @param people read already, the trainer perhaps among them
     * @param skills theirs
     * @param presences theirs, from the first day of the session on
     */
    List<String> of(
            TrainingSession session,
            List<HalfDay> parts,
            Collection<String> schoolUais,
            Collection<Agent> people,
            Skills skills,
            Map<Long, Presence> presences) {
        List<Closure> closed = closures.of(session.circonscriptionUai());
        List<String> found = new ArrayList<>(faults.of(session, parts, people, closed, skills, presences));
        List<LocalDate> days = parts.stream()
                .map(part -> part.startsAt().toLocalDate())
                .distinct()
                .toList();
        List<MeetingRoom> known = rooms.withThoseLost(session.circonscriptionUai());
        found.removeAll(List.of(
                DayFaults.NO_LINK,
                DayFaults.NO_ROOM,
                DayFaults.NO_TRAINER)); // stands with what is missing, SessionGate
        for (LocalDate day : days) {
            MeetingRoom.capacity(known, session.place(), day)
                    .ifPresent(seats -> found.addAll(seats(session, seats, day)));
            long shut = schoolUais.stream()
                    .distinct()
                    .filter(uai -> closed.stream()
                            .anyMatch(
                                    each -> each.concerns(uai) && each.period().covers(day)))
                    .count();
            if (shut > 0) {
                found.add(
                        French.capital(French.count(shut, "école attendue est fermée", "écoles attendues sont fermées"))
                                + " le " + French.day(day) + ".");
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<String> seats(TrainingSession session, int seats, LocalDate day) {
        if (seats == 0) {
            return List.of("La salle n'est pas disponible le " + French.day(day) + " : vérifiez le lieu.");
        }
        return session.booked() > seats
                ? List.of("La salle accueille " + French.count(seats, "personne") + " ; places prises : "
                        + session.booked() + ".")
                : List.of();
    }
}
