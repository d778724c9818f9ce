package fr.forment.needs;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the grid: many rows, written in batches. */
@Repository
class Grid {

    private static final String LINES = """
            SELECT l.id, l.campaign_id, l.school_uai, l.module_code, l.profile, l.people, l.already_trained, l.declared, l.wish,
                   (SELECT COUNT(*) FROM need_correction c WHERE c.line_id = l.id) AS corrections
              FROM need_line l
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Grid(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void write(long campaignId, List<GridSchool> schools, List<GridComputation.Line> lines) {
        batches.batchUpdate("""
                INSERT INTO need_school (campaign_id, school_uai, estimated, classes, declared_teachers, listed_teachers, priority, priority_reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", schools.stream().map(school -> new Object[] { campaignId, school.schoolUai(),
                school.estimated(), school.classes(), school.declaredTeachers(), school.listedTeachers(), school.priority(),
                school.priorityReason() }).toList());
        batches.batchUpdate("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, declared, wish)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", lines.stream().map(line -> new Object[] { campaignId, line.place(), line.module(),
                line.profile().name(), line.people(), line.trained(), line.declared(), line.wish() }).toList());
    }

    /** By school, in the order the lines were computed: the grid's own. */
    List<GridLine> lines(long campaignId) {
        return jdbc.sql(LINES + " WHERE l.campaign_id = ? ORDER BY l.id").param(campaignId).query(GridLine.class).list();
    }

    Optional<GridLine> line(long lineId) {
        return jdbc.sql(LINES + " WHERE l.id = ?").param(lineId).query(GridLine.class).optional();
    }

    /** First those to serve first. */
    List<GridSchool> schools(long campaignId) {
        return jdbc.sql("""
                SELECT n.school_uai, s.name, s.commune, n.estimated, n.classes, n.declared_teachers, n.listed_teachers, n.priority, n.priority_reason
                  FROM need_school n JOIN school s ON s.uai = n.school_uai
                 WHERE n.campaign_id = ? ORDER BY n.priority, s.commune, s.name, s.uai""")
                .param(campaignId).query(GridSchool.class).list();
    }

    /** Writes down the change, then makes it. */
    void correct(GridLine line, int people, String reason, String actor, OffsetDateTime at) {
        jdbc.sql("""
                INSERT INTO need_correction (line_id, happened_at, actor, people_before, people_after, reason)
                VALUES (?, ?, ?, ?, ?, ?)""").params(line.id(), at, actor, line.people(), people, reason).update();
        jdbc.sql("UPDATE need_line SET people = ? WHERE id = ?").params(people, line.id()).update();
    }

    /** In the order they were made. */
    List<GridCorrection> corrections(long campaignId) {
        return jdbc.sql("""
                SELECT c.line_id, c.happened_at AS at, c.actor, c.people_before, c.people_after, c.reason
                  FROM need_correction c JOIN need_line l ON l.id = c.line_id WHERE l.campaign_id = ? ORDER BY c.id""")
                .param(campaignId).query(GridCorrection.class).list();
    }
}
