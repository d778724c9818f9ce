package fr.forment.project;

import fr.forment.account.SignedIn;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what, when and why. Append-only: nothing here is ever changed or removed. */
@Component
public class ProjectHistory {

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final Clock clock;
    private final RowMapper<ProjectEvent> row;

    ProjectHistory(JdbcClient jdbc, SignedIn signedIn, Clock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
        this.row = (rs, n) -> new ProjectEvent(
                rs.getLong("id"),
                rs.getLong("project_id"),
                rs.getObject("vague_id", Long.class),
                rs.getString("school_uai"),
                rs.getTimestamp("happened_at").toInstant().atZone(clock.getZone()),
                rs.getString("actor"),
                Milestone.valueOf(rs.getString("what")),
                rs.getString("why"),
                rs.getString("state_before"),
                rs.getString("state_after"));
    }

    /** Newest first. */
    public List<ProjectEvent> of(long projectId) {
        return jdbc.sql("SELECT * FROM project_event WHERE project_id = ? ORDER BY id DESC")
                .param(projectId)
                .query(row)
                .list();
    }

    /** Those of one vague and its schools, newest first. */
    public List<ProjectEvent> ofVague(long vagueId) {
        return jdbc.sql("SELECT * FROM project_event WHERE vague_id = ? ORDER BY id DESC")
                .param(vagueId)
                .query(row)
                .list();
    }

    void ofProject(Project project, Milestone what, String why, ProjectState before) {
        add(signedIn.signature(), project.id(), null, null, what, why, before, project.state());
    }

    /** What somebody decided and a job carries out. */
    void ofProjectBy(String who, Project project, Milestone what, String why, ProjectState before) {
        add(who, project.id(), null, null, what, why, before, project.state());
    }

    void ofVague(Vague vague, Milestone what, String why, VagueState before) {
        add(signedIn.signature(), vague.projectId(), vague.id(), null, what, why, before, vague.state());
    }

    public void ofSchool(Vague vague, VagueSchool place, Milestone what, String why, PlaceState before) {
        add(signedIn.signature(), vague.projectId(), vague.id(), place.schoolUai(), what, why, before, place.state());
    }

    private void add(
            String who,
            long projectId,
            Long vagueId,
            String uai,
            Milestone what,
            String why,
            Enum<?> before,
            Enum<?> after) {
        jdbc.sql("""
                INSERT INTO project_event (project_id, vague_id, school_uai, happened_at, actor, what, why, state_before, state_after)
                VALUES (:project, :vague, :uai, :at, :actor, :what, :why, :before, :after)""")
                .param("project", projectId)
                .param("vague", vagueId, Types.BIGINT)
                .param("uai", uai, Types.VARCHAR)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", who, Types.VARCHAR)
                .param("what", what.name())
                .param("why", why == null || why.isBlank() ? null : why.strip(), Types.VARCHAR)
                .param("before", before == null ? null : before.name(), Types.VARCHAR)
                .param("after", after.name())
                .update();
    }
}
