package fr.forment.project;

import fr.forment.project.Bilan.Amounts;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the figures of each bilan. Compiled again, a bilan replaces the one before; the decisions taken on it stand in
 * the history.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class BilanService {

    private static final String OF_SCOPE = " WHERE project_id = :project AND COALESCE(vague_id, 0) = :scope";
    private static final RowMapper<Bilan> ROW = (rs, n) -> new Bilan(
            rs.getObject("people_planned") == null
                    ? null
                    : new Amounts(
                            rs.getInt("sessions_planned"),
                            rs.getInt("places_planned"),
                            rs.getInt("people_planned"),
                            rs.getInt("trainee_minutes_planned"),
                            rs.getInt("trainer_minutes_planned"),
                            rs.getInt("meetings_planned"),
                            rs.getInt("parents_planned")),
            new Amounts(
                    rs.getInt("sessions_held"),
                    rs.getInt("places_offered"),
                    rs.getInt("present"),
                    rs.getInt("trainee_minutes"),
                    rs.getInt("trainer_minutes"),
                    rs.getInt("meetings_held"),
                    rs.getInt("parents")),
            rs.getInt("enrolled"),
            rs.getInt("in_part"),
            rs.getInt("schools_ready"),
            rs.getInt("schools_opened"),
            rs.getInt("schools_postponed"),
            rs.getInt("hot_answers"),
            rs.getObject("hot_satisfaction", Double.class),
            rs.getInt("cold_answers"),
            rs.getObject("weekly_use", Double.class),
            rs.getString("findings").lines().toList(),
            rs.getString("told").lines().map(BilanService::line).toList(),
            rs.getBoolean("of_many"));

    private static final int LONGEST = 15_500;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param vagueId null for the whole project */
    public void record(long projectId, Long vagueId, Bilan figures) {
        jdbc.sql("DELETE FROM bilan" + OF_SCOPE)
                .param("project", projectId)
                .param("scope", scope(vagueId))
                .update();
        Amounts planned = figures.planned();
        boolean known = planned != null;
        Amounts done = figures.done();
        jdbc.sql("""
                INSERT INTO bilan (project_id, vague_id, compiled_at, sessions_planned, sessions_held, places_planned, places_offered,
                    people_planned, enrolled, present, in_part, trainee_minutes_planned, trainee_minutes, trainer_minutes_planned,
                    trainer_minutes, meetings_planned, meetings_held, parents_planned, parents, schools_ready, schools_opened,
                    schools_postponed, hot_answers, hot_satisfaction, cold_answers, weekly_use, findings, told, of_many)
                VALUES (:project, :vague, :at, :sessionsPlanned, :sessions, :placesPlanned, :places, :peoplePlanned, :enrolled, :present, :inPart,
                    :traineePlanned, :trainee, :trainerPlanned, :trainer, :meetingsPlanned, :meetings, :parentsPlanned, :parents,
                    :ready, :opened, :postponed, :hot, :satisfaction, :cold, :weekly, :findings, :told, :ofMany)""")
                .param("project", projectId)
                .param("vague", vagueId, Types.BIGINT)
                .param("at", Timestamp.from(clock.instant()))
                .param("sessionsPlanned", known ? planned.sessions() : 0)
                .param("placesPlanned", known ? planned.places() : null, Types.INTEGER)
                .param("peoplePlanned", known ? planned.people() : null, Types.INTEGER)
                .param("traineePlanned", known ? planned.traineeMinutes() : null, Types.INTEGER)
                .param("trainerPlanned", known ? planned.trainerMinutes() : null, Types.INTEGER)
                .param("meetingsPlanned", known ? planned.meetings() : null, Types.INTEGER)
                .param("parentsPlanned", known ? planned.parents() : null, Types.INTEGER)
                .param("sessions", done.sessions())
                .param("places", done.places())
                .param("enrolled", figures.enrolled())
                .param("present", done.people())
                .param("inPart", figures.inPart())
                .param("trainee", done.traineeMinutes())
                .param("trainer", done.trainerMinutes())
                .param("meetings", done.meetings())
                .param("parents", done.parents())
                .param("ready", figures.schoolsReady())
                .param("opened", figures.schoolsOpened())
                .param("postponed", figures.schoolsPostponed())
                .param("hot", figures.hotAnswers())
                .param("satisfaction", figures.hotSatisfaction(), Types.DOUBLE)
                .param("cold", figures.coldAnswers())
                .param("weekly", figures.weeklyUse(), Types.DOUBLE)
                .param("findings", lines(figures.findings()))
                .param("told", told(figures.lines()))
                .param("ofMany", figures.isOfMany())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Bilan> find(long projectId, Long vagueId) {
        return jdbc.sql("SELECT * FROM bilan" + OF_SCOPE)
                .param("project", projectId)
                .param("scope", scope(vagueId))
                .query(ROW)
                .optional();
    }

    /** Those of these vagues that have a bilan. */
    @Transactional(readOnly = true)
    public Set<Long> ofVagues(Collection<Long> vagueIds) {
        return vagueIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("SELECT vague_id FROM bilan WHERE vague_id IN (:ids)")
                        .param("ids", vagueIds)
                        .query(Long.class)
                        .list());
    }

    /** The day the figures are of. */
    @Transactional(readOnly = true)
    public Optional<ZonedDateTime> compiledAt(long projectId, Long vagueId) {
        return jdbc.sql("SELECT compiled_at FROM bilan" + OF_SCOPE)
                .param("project", projectId)
                .param("scope", scope(vagueId))
                .query(Timestamp.class)
                .optional()
                .map(at -> at.toInstant().atZone(clock.getZone()));
    }

    private static Bilan.Line line(String kept) {
        int end = kept.indexOf(' ');
        return new Bilan.Line(Bilan.Topic.valueOf(kept.substring(0, end)), kept.substring(end + 1));
    }

    /** What no longer fits, of hundreds of schools, stands on their own pages. */
    private static String told(List<Bilan.Line> lines) {
        StringBuilder kept = new StringBuilder();
        for (Bilan.Line line : lines) {
            String next = line.topic().name() + " " + line.sentence().replaceAll("\\s+", " ") + "\n";
            if (kept.length() + next.length() > LONGEST) {
                break;
            }
            kept.append(next);
        }
        return kept.toString();
    }

    private static long scope(Long vagueId) {
        return vagueId == null ? 0 : vagueId;
    }

    private static String lines(List<String> findings) {
        return String.join(
                "\n",
                findings.stream()
                        .map(finding -> finding.replaceAll("\\s+", " "))
                        .toList());
    }
}
