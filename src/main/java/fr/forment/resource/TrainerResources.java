package fr.forment.resource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said of trainers, for many of them at the cost of one statement a table; by person, in order of days. */
@Repository
@RequiredArgsConstructor
public class TrainerResources {

    /** As a condition of SQL on an {@code agent a}: {@link #absences} from {@code :day} on has something of him. */
    public static final String SAID_AN_ABSENCE =
            "EXISTS (SELECT 1 FROM trainer_absence t WHERE t.agent_id = a.id AND (t.until_day IS NULL OR t.until_day >= :day))";

    private static final RowMapper<TrainerWeek> WEEK = (row, n) -> new TrainerWeek(
            row.getLong("id"),
            row.getLong("agent_id"),
            period(row),
            GivenWeek.read(row.getString("given")),
            row.getObject("most_half_days", Integer.class));

    private static final RowMapper<TrainerAbsence> ABSENCE = (row, n) -> new TrainerAbsence(
            row.getLong("id"),
            row.getLong("agent_id"),
            period(row),
            row.getString("part") == null ? null : DayPart.valueOf(row.getString("part")),
            row.getString("reason"),
            row.getString("circonscription_uai"));

    private static final RowMapper<Certification> CERTIFICATION = (row, n) -> new Certification(
            row.getLong("id"),
            row.getLong("agent_id"),
            row.getString("module_code"),
            row.getBoolean("granted"),
            period(row),
            row.getString("decided_by"),
            row.getObject("decided_on", LocalDate.class));

    private final JdbcClient jdbc;

    public Map<Long, List<TrainerWeek>> weeks(Collection<Long> agentIds) {
        return read("SELECT * FROM trainer_week WHERE agent_id IN (:ids) ORDER BY from_day, id", agentIds, WEEK)
                .stream()
                .collect(Collectors.groupingBy(TrainerWeek::agentId));
    }

    public List<TrainerWeek> weeksOf(long agentId) {
        return weeks(List.of(agentId)).getOrDefault(agentId, List.of());
    }

    /**
     * What counts everywhere.
     *
     * @param from those that end before are left out
     */
    public Map<Long, List<TrainerAbsence>> absences(Collection<Long> agentIds, LocalDate from) {
        return absences(agentIds, from, Set.of());
    }

    /** The same, and what the team of this circonscription said for its own plans and sessions. */
    public Map<Long, List<TrainerAbsence>> absences(
            Collection<Long> agentIds, LocalDate from, String circonscriptionUai) {
        return absences(agentIds, from, Set.of(circonscriptionUai));
    }

    /** The same for several. */
    public Map<Long, List<TrainerAbsence>> absences(
            Collection<Long> agentIds, LocalDate from, Collection<String> circonscriptionUais) {
        return read("SELECT * FROM trainer_absence WHERE agent_id IN (:ids) ORDER BY from_day, id", agentIds, ABSENCE)
                .stream()
                .filter(absence -> absence.period().overlaps(from, null))
                .filter(absence -> absence.circonscriptionUai() == null
                        || circonscriptionUais.contains(absence.circonscriptionUai()))
                .collect(Collectors.groupingBy(TrainerAbsence::agentId));
    }

    /** Whoever said them. */
    public List<TrainerAbsence> allAbsencesOf(long agentId, LocalDate from) {
        return read(
                        "SELECT * FROM trainer_absence WHERE agent_id IN (:ids) ORDER BY from_day, id",
                        List.of(agentId),
                        ABSENCE)
                .stream()
                .filter(absence -> absence.period().overlaps(from, null))
                .toList();
    }

    public Map<Long, List<Certification>> certifications(Collection<Long> agentIds) {
        return read(
                        "SELECT * FROM trainer_certification WHERE agent_id IN (:ids) ORDER BY module_code, from_day, id",
                        agentIds,
                        CERTIFICATION)
                .stream()
                .collect(Collectors.groupingBy(Certification::agentId));
    }

    /** People of a circonscription who were certified, whatever their function. */
    Set<Long> certifiedIn(String circonscriptionUai) {
        return Set.copyOf(
                jdbc.sql("""
                SELECT DISTINCT c.agent_id FROM trainer_certification c JOIN agent a ON a.id = c.agent_id
                WHERE a.circonscription_uai = ? AND c.granted""").param(circonscriptionUai).query(Long.class).list());
    }

    private <T> List<T> read(String sql, Collection<Long> ids, RowMapper<T> rows) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(sql).param("ids", new ArrayList<>(ids)).query(rows).list();
    }

    static DaySpan period(ResultSet row) throws SQLException {
        return new DaySpan(row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class));
    }
}
