package fr.forment.plan.web;

import fr.forment.catalogue.Format;
import fr.forment.engine.Shown;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.TypedHours;
import fr.forment.plan.NewPlannedSession;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.SessionChange;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The fields of the two editing pages.
 *
 * @param vague "" or null: training of trainers
 * @param duration as typed, « 1 h 30 »; empty: as long as before, of a new session as the catalogue says
 */
record SessionForm(
        String module,
        Integer vague,
        Set<String> schools,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime start,
        String place,
        Format format,
        Long trainer,
        Integer capacity,
        String duration) {

    static final String DAY = "Date";
    static final String START = "Heure de début";
    static final String DURATION = "Durée";
    static final String PLACE = "Lieu";
    static final String FORMAT = "Format";
    static final String TRAINER = "Formation assurée par";
    static final String CAPACITY = "Nombre de places";

    static SessionForm of(PlannedSession session) {
        return new SessionForm(
                session.moduleCode(),
                session.vagueRank(),
                session.schoolUais(),
                session.day(),
                session.start(),
                session.place(),
                session.format(),
                session.trainerAgentId(),
                session.capacity(),
                French.duration(session.minutes()));
    }

    /** The same, with what now stands wherever the page is as it was shown. @param said also of what was chosen here */
    SessionForm over(Shown seen, PlannedSession now, PlanNames.Of said) {
        return new SessionForm(
                module,
                vague,
                schools,
                day != null && seen.says(DAY, French.day(day)) ? now.day() : day,
                start != null && seen.says(START, French.time(start)) ? now.start() : start,
                place != null && seen.says(PLACE, said.place(place)) ? now.place() : place,
                format != null && seen.says(FORMAT, format.label()) ? now.format() : format,
                seen.says(TRAINER, said.trainer(trainer)) ? now.trainerAgentId() : trainer,
                seen.says(CAPACITY, capacity) ? Integer.valueOf(now.capacity()) : capacity,
                seen.says(DURATION, duration) ? French.duration(now.minutes()) : duration);
    }

    List<String> places() {
        return place == null ? List.of() : List.of(place);
    }

    List<Long> trainers() {
        return trainer == null ? List.of() : List.of(trainer);
    }

    SessionChange change() {
        if (day == null) {
            throw new Refusal("Indiquez la date.", "day");
        }
        if (start == null) {
            throw new Refusal(TypedHours.advice(""), "start");
        }
        return new SessionChange(
                day,
                start,
                place,
                format,
                trainer,
                capacity == null ? 0 : capacity,
                TypedHours.minutes(duration == null ? "" : duration, DURATION));
    }

    NewPlannedSession added() {
        return new NewPlannedSession(
                module == null ? "" : module, vague, schools == null ? Set.of() : schools, change());
    }
}
