package fr.forment.plan;

import fr.forment.plan.PlanFollowUp.Present;
import fr.forment.resource.MeetingPlace;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people had been told of the sessions of the plan in force when an amendment last said something of them: what it
 * changes is counted from there, for sessions move after a plan is approved.
 */
@Repository
@RequiredArgsConstructor
class ToldLines {

    /** @param place null: as in the plan in force */
    private record Told(int line, LocalDate heldOn, LocalTime startsAt, String place, Long trainerAgentId) {

        PlannedSession on(PlannedSession line) {
            return new SessionChange(
                            heldOn, startsAt, place == null ? line.place() : place, trainerAgentId, line.capacity())
                    .on(line);
        }
    }

    private final JdbcClient jdbc;
    private final PlanLines lines;

    /**
     * The line as people know its session: the link of a video conference is for whoever is expected, and in no plan.
     */
    static PlannedSession known(PlannedSession line, Present present) {
        return new SessionChange(
                        present.startsAt().toLocalDate(),
                        present.startsAt().toLocalTime(),
                        place(present) == null ? line.place() : present.place(),
                        present.trainerId(),
                        line.capacity())
                .on(line);
    }

    private static String place(Present present) {
        return MeetingPlace.isLink(present.place()) ? null : present.place();
    }

    void note(long planId, int line, Present present) {
        jdbc.sql("DELETE FROM plan_told WHERE plan_id = ? AND line = ?")
                .params(planId, line)
                .update();
        jdbc.sql(
                        "INSERT INTO plan_told (plan_id, line, held_on, starts_at, place, trainer_agent_id) VALUES (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        planId,
                        line,
                        present.startsAt().toLocalDate(),
                        present.startsAt().toLocalTime(),
                        place(present),
                        present.trainerId()))
                .update();
    }

    /** The next version of the same amendment. */
    void copy(long from, long to) {
        jdbc.sql("""
                INSERT INTO plan_told (plan_id, line, held_on, starts_at, place, trainer_agent_id)
                SELECT CAST(? AS BIGINT), line, held_on, starts_at, place, trainer_agent_id FROM plan_told WHERE plan_id = ?""").params(to, from).update();
    }

    /** The lines of the plan an amendment starts from, as people knew them. */
    List<PlannedSession> before(Plan amendment) {
        Map<Integer, Told> told = jdbc
                .sql("SELECT line, held_on, starts_at, place, trainer_agent_id FROM plan_told WHERE plan_id = ?")
                .param(amendment.id())
                .query(Told.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Told::line, Function.identity()));
        return lines.of(amendment.basePlanId()).stream()
                .map(line ->
                        told.containsKey(line.line()) ? told.get(line.line()).on(line) : line)
                .toList();
    }
}
