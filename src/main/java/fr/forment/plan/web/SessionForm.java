package fr.forment.plan.web;

import fr.forment.french.Refusal;
import fr.forment.french.TypedHours;
import fr.forment.plan.NewPlannedSession;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.SessionChange;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The fields of the two editing pages.
 *
 * @param vague "" or null: training of trainers
 */
record SessionForm(
        String module,
        Integer vague,
        Set<String> schools,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime start,
        String place,
        Long trainer,
        Integer capacity) {

    static SessionForm of(PlannedSession session) {
        return new SessionForm(
                session.moduleCode(),
                session.vagueRank(),
                session.schoolUais(),
                session.day(),
                session.start(),
                session.place(),
                session.trainerAgentId(),
                session.capacity());
    }

    SessionChange change() {
        if (day == null) {
            throw new Refusal("Indiquez la date.", "day");
        }
        if (start == null) {
            throw new Refusal(TypedHours.advice(""), "start");
        }
        return new SessionChange(day, start, place, trainer, capacity == null ? 0 : capacity);
    }

    NewPlannedSession added() {
        return new NewPlannedSession(
                module == null ? "" : module, vague, schools == null ? Set.of() : schools, change());
    }
}
