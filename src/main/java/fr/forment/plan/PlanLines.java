package fr.forment.plan;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.conditions.TakenElsewhere.Booked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The sessions of the versions, read and written as a whole. */
@Repository
@RequiredArgsConstructor
class PlanLines {

    private static final RowMapper<PlannedSession> WITHOUT_SEATS = (rs, n) -> new PlannedSession(
            rs.getLong("id"),
            rs.getLong("plan_id"),
            rs.getInt("line"),
            Phase.valueOf(rs.getString("phase")),
            rs.getObject("vague_rank", Integer.class),
            rs.getString("module_code"),
            rs.getObject("held_on", LocalDate.class),
            rs.getObject("starts_at", LocalTime.class),
            rs.getInt("minutes"),
            rs.getString("place"),
            Format.valueOf(rs.getString("format")),
            rs.getInt("capacity"),
            TrainerKind.valueOf(rs.getString("trainer_kind")),
            rs.getObject("trainer_agent_id", Long.class),
            profiles(rs.getString("profiles")),
            Map.of(),
            rs.getInt("expected"));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate bulk;

    /** By day, hour and line. */
    List<PlannedSession> of(long planId) {
        return withPins(planId).sessions();
    }

    /** @param pinned numbers of the sessions that people placed */
    record WithPins(List<PlannedSession> sessions, Set<Integer> pinned) {}

    WithPins withPins(long planId) {
        Map<Long, Map<String, Integer>> seats = seats(planId);
        Set<Integer> pinned = new TreeSet<>();
        List<PlannedSession> sessions = jdbc.sql(
                        "SELECT * FROM planned_session WHERE plan_id = ? ORDER BY held_on, starts_at, line")
                .param(planId)
                .query((rs, n) -> {
                    if (rs.getBoolean("pinned")) {
                        pinned.add(rs.getInt("line"));
                    }
                    return WITHOUT_SEATS.mapRow(rs, n);
                })
                .list();
        return new WithPins(
                sessions.stream()
                        .map(session -> seated(session, seats.getOrDefault(session.id(), Map.of())))
                        .toList(),
                pinned);
    }

    Optional<PlannedSession> find(long planId, int line) {
        return of(planId).stream().filter(session -> session.line() == line).findFirst();
    }

    /** @param trainers who give sessions of the project without being among the people it knows */
    record Elsewhere(List<Booked> sessions, Set<Long> trainers) {}

    /**
     * Sessions of plans of other projects that are in force or on their way, as far as they touch the ground: each of
     * its parts is found by an index, however many plans there are.
     */
    Elsewhere elsewhere(long projectId, PlanFollowUp.Ground ground) {
        Map<Long, Booked> found = new LinkedHashMap<>();
        Set<Long> trainers = new TreeSet<>();
        jdbc.sql("""
                SELECT p.id, p.trainer_agent_id, p.place, p.held_on, p.starts_at, p.minutes, p.line, t.project_id, t.state, c.school_uai, c.people
                FROM planned_session p JOIN training_plan t ON t.id = p.plan_id
                LEFT JOIN planned_session_school c ON c.planned_session = p.id AND c.school_uai IN (:schools) AND p.profiles <> 'PARENT'
                WHERE t.project_id <> :project AND t.state NOT IN ('A_REVISER', 'REJETE', 'REMPLACE', 'CLOS') AND p.held_on >= :from
                AND p.id IN (SELECT id FROM planned_session WHERE trainer_agent_id IN (:people)
                             UNION ALL
                             SELECT id FROM planned_session WHERE trainer_agent_id IN (
                                 SELECT o.trainer_agent_id FROM planned_session o JOIN training_plan u ON u.id = o.plan_id WHERE u.project_id = :project)
                             UNION ALL
                             SELECT id FROM planned_session WHERE place IN (:places)
                             UNION ALL
                             SELECT id FROM planned_session WHERE place IN (
                                 SELECT o.place FROM planned_session o JOIN training_plan u ON u.id = o.plan_id WHERE u.project_id = :project)
                             UNION ALL
                             SELECT planned_session FROM planned_session_school WHERE school_uai IN (:schools))
                UNION ALL
                SELECT CAST(NULL AS BIGINT), o.trainer_agent_id, NULL, CAST(NULL AS DATE), CAST(NULL AS TIME), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER),
                       u.project_id, NULL, NULL, CAST(NULL AS INTEGER)
                FROM planned_session o JOIN training_plan u ON u.id = o.plan_id
                WHERE u.project_id = :project AND o.trainer_agent_id NOT IN (:people) GROUP BY o.trainer_agent_id, u.project_id
                ORDER BY id, school_uai""")
                .param("people", ground.people().isEmpty() ? List.of(-1L) : ground.people())
                .param("places", ground.places().isEmpty() ? List.of("") : ground.places())
                .param("schools", ground.schools().isEmpty() ? List.of("") : ground.schools())
                .param("project", projectId)
                .param("from", ground.from())
                .query(rs -> {
                    if (rs.getObject("id") == null) {
                        trainers.add(rs.getLong("trainer_agent_id"));
                    } else {
                        found.merge(rs.getLong("id"), booked(rs), Booked::and);
                    }
                });
        return new Elsewhere(List.copyOf(found.values()), trainers);
    }

    private static Booked booked(ResultSet rs) throws SQLException {
        LocalTime start = rs.getObject("starts_at", LocalTime.class);
        String school = rs.getString("school_uai");
        return new Booked(
                new PlanFollowUp.Opened(rs.getLong("project_id"), rs.getInt("line")),
                rs.getString("state").equals(PlanState.APPROUVE.name()),
                new Busy(
                        rs.getObject("trainer_agent_id", Long.class),
                        rs.getString("place"),
                        rs.getObject("held_on", LocalDate.class),
                        start,
                        MiddayBreak.end(start, rs.getInt("minutes")),
                        school == null ? Map.of() : Map.of(school, rs.getInt("people")),
                        Set.of()));
    }

    void add(long planId, Collection<PlannedSession> sessions) {
        sessions.forEach(session -> add(planId, session));
    }

    void add(long planId, PlannedSession session) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format,
                                             capacity, trainer_kind, trainer_agent_id, profiles, expected)
                VALUES (:plan, :line, :phase, :rank, :module, :day, :start, :minutes, :place, :format, :capacity, :kind, :trainer, :profiles, :expected)""")
                .param("plan", planId)
                .param("line", session.line())
                .param("phase", session.phase().name())
                .param("rank", session.vagueRank())
                .param("module", session.moduleCode())
                .param("day", session.day())
                .param("start", session.start())
                .param("minutes", session.minutes())
                .param("place", session.place())
                .param("format", session.format().name())
                .param("capacity", session.capacity())
                .param("kind", session.trainerKind().name())
                .param("trainer", session.trainerAgentId())
                .param(
                        "profiles",
                        session.profiles().stream().sorted().map(Profile::name).collect(Collectors.joining(",")))
                .param("expected", session.expected())
                .update(key, "id");
        long id = key.getKeyAs(Long.class);
        bulk.batchUpdate(
                "INSERT INTO planned_session_school (planned_session, school_uai, people) VALUES (:session, :uai, :people)",
                session.seats().entrySet().stream()
                        .map(seat -> new MapSqlParameterSource("session", id)
                                .addValue("uai", seat.getKey())
                                .addValue("people", seat.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Day, hour, length, place, format, trainer and capacity: what people may change. */
    void change(PlannedSession session) {
        jdbc.sql(
                        "UPDATE planned_session SET held_on = ?, starts_at = ?, minutes = ?, place = ?, format = ?, trainer_agent_id = ?, capacity = ? WHERE id = ?")
                .params(Arrays.asList(
                        session.day(),
                        session.start(),
                        session.minutes(),
                        session.place(),
                        session.format().name(),
                        session.trainerAgentId(),
                        session.capacity(),
                        session.id()))
                .update();
    }

    /** Numbers of the sessions that people placed: a computation leaves them alone. */
    Set<Integer> pinned(long planId) {
        return new TreeSet<>(jdbc.sql("SELECT line FROM planned_session WHERE plan_id = ? AND pinned")
                .param(planId)
                .query(Integer.class)
                .list());
    }

    /** False when it was so already. */
    boolean pin(long planId, int line, boolean pinned) {
        return jdbc.sql("UPDATE planned_session SET pinned = ? WHERE plan_id = ? AND line = ? AND pinned <> ?")
                        .params(pinned, planId, line, pinned)
                        .update()
                == 1;
    }

    void remove(long sessionId) {
        jdbc.sql("DELETE FROM planned_session WHERE id = ?").param(sessionId).update();
    }

    private Map<Long, Map<String, Integer>> seats(long planId) {
        record Seat(long session, String uai, int people) {}
        return jdbc.sql("""
                SELECT s.planned_session AS session, s.school_uai AS uai, s.people FROM planned_session_school s
                JOIN planned_session p ON p.id = s.planned_session WHERE p.plan_id = ?""").param(planId).query(Seat.class).list().stream()
                .collect(Collectors.groupingBy(
                        Seat::session, Collectors.toMap(Seat::uai, Seat::people, Integer::sum, TreeMap::new)));
    }

    private static PlannedSession seated(PlannedSession s, Map<String, Integer> seats) {
        return new PlannedSession(
                s.id(),
                s.planId(),
                s.line(),
                s.phase(),
                s.vagueRank(),
                s.moduleCode(),
                s.day(),
                s.start(),
                s.minutes(),
                s.place(),
                s.format(),
                s.capacity(),
                s.trainerKind(),
                s.trainerAgentId(),
                s.profiles(),
                seats,
                s.expected());
    }

    private static Set<Profile> profiles(String names) {
        var profiles = EnumSet.noneOf(Profile.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Profile::valueOf)
                .forEach(profiles::add);
        return profiles;
    }
}
