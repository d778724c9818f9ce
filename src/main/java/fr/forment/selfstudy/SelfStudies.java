package fr.forment.selfstudy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What is followed alone, and by whom. */
@Repository
@RequiredArgsConstructor
public class SelfStudies {

    private static final String FOLLOWERS = """
            SELECT p.id, p.self_study_id, p.agent_id, p.school_uai, p.school_year, p.state, p.followed_on, p.declared_by,
                   s.module_code, s.minutes, s.due_on, s.circonscription_uai
              FROM self_study_person p JOIN self_study s ON s.id = p.self_study_id
            """;

    private static final String PROGRESS = """
            SELECT s.*, (SELECT COUNT(*) FROM self_study_person p WHERE p.self_study_id = s.id AND p.state <> 'ANNULEE') AS asked,
                   (SELECT COUNT(*) FROM self_study_person p WHERE p.self_study_id = s.id AND p.state IN ('SUIVIE', 'DISPENSEE')) AS followed
              FROM self_study s
            """;

    /** How many of those asked have followed it. */
    public record Progress(SelfStudy study, int asked, int followed) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public Optional<SelfStudy> find(long id) {
        return jdbc.sql("SELECT * FROM self_study WHERE id = ?")
                .param(id)
                .query(SelfStudy.class)
                .optional();
    }

    List<SelfStudy> ofProject(long projectId) {
        return jdbc.sql("SELECT * FROM self_study WHERE project_id = ?")
                .param(projectId)
                .query(SelfStudy.class)
                .list();
    }

    long add(SelfStudy study) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO self_study (project_id, vague_id, circonscription_uai, module_code, minutes, opened_on, due_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        study.projectId(),
                        study.vagueId(),
                        study.circonscriptionUai(),
                        study.moduleCode(),
                        study.minutes(),
                        study.openedOn(),
                        study.dueOn())
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    public Optional<Follower> follower(long id) {
        return jdbc.sql(FOLLOWERS + " WHERE p.id = ?")
                .param(id)
                .query(Follower.class)
                .optional();
    }

    List<Follower> followers(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(FOLLOWERS + " WHERE p.id IN (:ids)")
                        .param("ids", ids)
                        .query(Follower.class)
                        .list();
    }

    public List<Follower> followersOf(long selfStudyId) {
        return jdbc.sql(FOLLOWERS + " WHERE p.self_study_id = ? ORDER BY p.id")
                .param(selfStudyId)
                .query(Follower.class)
                .list();
    }

    /** What these people are asked or have followed: what is still to follow first, then the latest. */
    public List<Follower> ofPeople(Collection<Long> agentIds) {
        return agentIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                FOLLOWERS
                                        + " WHERE p.agent_id IN (:agents) AND p.state <> 'ANNULEE'"
                                        + " ORDER BY CASE WHEN p.state = 'A_SUIVRE' THEN 0 ELSE 1 END, s.due_on DESC, s.module_code, p.id")
                        .param("agents", agentIds)
                        .query(Follower.class)
                        .list();
    }

    List<Follower> openOf(long agentId) {
        return jdbc.sql(FOLLOWERS + " WHERE p.agent_id = ? AND p.state = 'A_SUIVRE'")
                .param(agentId)
                .query(Follower.class)
                .list();
    }

    void addAll(SelfStudy study, String schoolYear, Collection<Seat> people) {
        batches.batchUpdate(
                """
                INSERT INTO self_study_person (self_study_id, agent_id, school_uai, school_year, state) VALUES (?, ?, ?, ?, 'A_SUIVRE')""",
                people.stream()
                        .map(person -> new Object[] {study.id(), person.agentId(), person.schoolUai(), schoolYear})
                        .toList());
    }

    /** Somebody to add. */
    record Seat(long agentId, String schoolUai) {}

    /** False when it was settled already: of two who declare at once, one does. */
    boolean settle(long followerId, FollowState state, LocalDate on, String by) {
        return jdbc.sql(
                                "UPDATE self_study_person SET state = ?, followed_on = ?, declared_by = ? WHERE id = ? AND state = 'A_SUIVRE'")
                        .params(state.name(), on, by, followerId)
                        .update()
                == 1;
    }

    public int count(Collection<String> circonscriptions) {
        return circonscriptions.isEmpty()
                ? 0
                : jdbc.sql("SELECT COUNT(*) FROM self_study WHERE circonscription_uai IN (:uais)")
                        .param("uais", circonscriptions)
                        .query(Integer.class)
                        .single();
    }

    /** The latest first. */
    public List<Progress> progress(Collection<String> circonscriptions, int from, int most) {
        return circonscriptions.isEmpty()
                ? List.of()
                : jdbc.sql(PROGRESS + """
                 WHERE s.circonscription_uai IN (:uais)
                 ORDER BY s.due_on DESC, s.id DESC OFFSET :from ROWS FETCH NEXT :most ROWS ONLY""")
                        .param("uais", circonscriptions)
                        .param("from", from)
                        .param("most", most)
                        .query(SelfStudies::progress)
                        .list();
    }

    /** Of one project, by day. */
    public List<Progress> progressOf(long projectId) {
        return jdbc.sql(PROGRESS + " WHERE s.project_id = ? ORDER BY s.due_on, s.id")
                .param(projectId)
                .query(SelfStudies::progress)
                .list();
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        return new Progress(
                new SelfStudy(
                        row.getLong("id"),
                        row.getLong("project_id"),
                        row.getObject("vague_id", Long.class),
                        row.getString("circonscription_uai"),
                        row.getString("module_code"),
                        row.getInt("minutes"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)),
                row.getInt("asked"),
                row.getInt("followed"));
    }
}
