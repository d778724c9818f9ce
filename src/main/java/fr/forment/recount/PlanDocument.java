package fr.forment.recount;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.Wish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts and plan together, in the order and under the names they are written. People have numbers of this document,
 * never names.
 */
@JsonPropertyOrder({"format"})
public record PlanDocument(
        String circonscription,
        String town,
        LocalDate from,
        LocalDate until,
        List<LocalDate> schoolDays,
        Pace pace,
        List<Module> modules,
        List<Vague> vagues,
        List<School> schools,
        List<RoomFacts> rooms,
        List<Trainer> trainers,
        List<Trainee> people,
        List<NeedOf> needs,
        List<Aside> asides,
        List<Wish> wishes,
        boolean beyondHours,
        List<Taken> busy,
        List<Pin> pins,
        List<Point> places,
        List<Session> sessions,
        Map<Goal, Integer> weights,
        Long seed,
        Worth score) {

    /** Rises when a field changes its name or its meaning. */
    public String getFormat() {
        return "forment-plan-1";
    }

    public record Module(
            String code,
            String title,
            int position,
            int level,
            int minutes,
            int groupSize,
            Format format,
            TrainerKind trainerKind,
            ResponsibleBody responsibleBody,
            Set<Profile> profiles,
            Set<Profile> beforeOpening,
            Set<String> prerequisites,
            boolean trainsTrainers) {}

    public record Vague(int rank, LocalDate opensOn, LocalDate lastOpening, boolean begun, List<String> schools) {}

    public record School(
            String uai,
            String name,
            String commune,
            String rpi,
            Double latitude,
            Double longitude,
            int classes,
            boolean wednesdayMorning,
            int room,
            Integer priority,
            Set<LocalDate> closed) {}

    /** Who may lead sessions, and of which modules. */
    public record Trainer(
            int number,
            AgentFunction function,
            String school,
            Set<String> modules,
            List<Right> rights,
            List<Bound> halfDays,
            List<Away> absences) {}

    /** Of a module somebody may lead for some time only: a time in which he may. */
    public record Right(String module, LocalDate from, LocalDate until) {}

    public record Away(LocalDate from, LocalDate until, LocalTime start, LocalTime end) {}

    public record Trainee(int number, AgentFunction function, String school, int minutesLeft, Set<String> trained) {}

    public record NeedOf(String school, String module, Profile profile, int people, int wish) {}

    /** People who need no session: they follow the module alone before a day, or are only counted (no day). */
    public record Aside(String school, Integer vague, String module, Profile profile, int people, LocalDate dueOn) {}

    /**
     * @param seats people expected by school who have no names yet
     * @param people numbers of those who are enrolled
     */
    public record Taken(
            Integer trainer,
            String place,
            LocalDate day,
            LocalTime start,
            LocalTime end,
            Map<String, Integer> seats,
            Set<Integer> people) {}

    public record Pin(int line, boolean fixed, boolean published, Session session) {}

    public record Point(String place, Double latitude, Double longitude) {}

    public record Session(
            int line,
            Integer vague,
            String module,
            LocalDate day,
            LocalTime start,
            LocalTime end,
            int minutes,
            Format format,
            String place,
            int capacity,
            Integer trainer,
            Set<Profile> profiles,
            Map<String, Integer> seats,
            int expected) {}

    public record Worth(long broken, long unplaced, Map<Goal, Long> goals, long total) {}
}
