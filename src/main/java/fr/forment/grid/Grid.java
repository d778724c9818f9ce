package fr.forment.grid;

import fr.forment.campaign.Campaign;
import fr.forment.catalogue.Profile;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the grid: many rows, written in batches. What left the grid stays in them, unseen. */
@Repository
@RequiredArgsConstructor
public class Grid {

    static final String LINES = """
            SELECT l.id, l.campaign_id, l.school_uai, l.module_code, l.profile, l.people, l.already_trained, l.declared, l.discovering, l.wish, l.audience,
                   l.asked, l.without_hours, l.computed, l.corrected_from, l.version
              FROM need_line l
            """;

    /** By hand: tens of thousands of lines are read at once. */
    static final RowMapper<GridLine> LINE = (row, n) -> new GridLine(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            Profile.valueOf(row.getString(5)),
            row.getInt(6),
            row.getInt(7),
            (Integer) row.getObject(8),
            (Integer) row.getObject(9),
            row.getString(10),
            row.getInt(11),
            row.getInt(12),
            row.getInt(13),
            row.getInt(14),
            (Integer) row.getObject(15),
            row.getInt(16));

    /** A school as it is written. */
    record SchoolRow(GridSchool school, String priorityRule, String priorityFacts) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    /** By place; empty before consolidation even where a provisional grid is shown. Corrections by hand are in it. */
    public List<NeedLine> settled(Campaign campaign) {
        return campaign.state().isSettled()
                ? lines(campaign.id()).stream().map(GridLine::need).toList()
                : List.of();
    }

    /** The rank of each school that was counted, 1 first. */
    public Map<String, Integer> priorities(long campaignId) {
        record Ranked(String schoolUai, int priority) {}
        return jdbc
                .sql("SELECT school_uai, priority FROM need_school WHERE campaign_id = ?")
                .param(campaignId)
                .query(Ranked.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Ranked::schoolUai, Ranked::priority));
    }

    /**
     * Replaces what was known of these schools. One walk along the key from the first to the last: a statement each
     * would keep the plan that PostgreSQL made while the table was empty, and read all of it for each school.
     */
    void writeSchools(long campaignId, List<SchoolRow> schools) {
        var uais = new TreeSet<>(
                schools.stream().map(row -> row.school().schoolUai()).toList());
        if (uais.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "DELETE FROM need_school WHERE campaign_id = :campaign AND school_uai BETWEEN :first AND :last AND school_uai IN (:uais)")
                .param("campaign", campaignId)
                .param("first", uais.first())
                .param("last", uais.last())
                .param("uais", uais)
                .update();
        batches.batchUpdate(
                """
                INSERT INTO need_school (campaign_id, school_uai, estimated, classes, declared_teachers, listed_teachers, declared_constellation,
                                         listed_constellation, to_check, priority, priority_reason, priority_rule, priority_facts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                schools.stream()
                        .map(row -> {
                            GridSchool school = row.school();
                            return new Object[] {
                                campaignId,
                                school.schoolUai(),
                                school.estimated(),
                                school.classes(),
                                school.declaredTeachers(),
                                school.listedTeachers(),
                                school.declaredConstellation(),
                                school.listedConstellation(),
                                !school.findings().isEmpty(),
                                school.priority(),
                                school.priorityReason(),
                                row.priorityRule(),
                                row.priorityFacts()
                            };
                        })
                        .toList());
    }

    /**
     * From one place to another in the order of their UAI, also the lines that left the grid: a walk along the index,
     * however many there are.
     */
    List<GridLine> linesBetween(long campaignId, String first, String last) {
        return jdbc.sql(LINES + " WHERE l.campaign_id = ? AND l.school_uai BETWEEN ? AND ?")
                .params(campaignId, first, last)
                .query(LINE)
                .list();
    }

    void write(long campaignId, GridChanges changes) {
        batches.batchUpdate(
                """
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, audience, asked, already_trained, without_hours, computed,
                                       people, declared, discovering, wish)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                changes.added().stream()
                        .map(line -> new Object[] {
                            campaignId,
                            line.place(),
                            line.module(),
                            line.profile().name(),
                            line.audience(),
                            line.asked(),
                            line.trained(),
                            line.withoutHours(),
                            line.people(),
                            line.people(),
                            line.declared(),
                            line.discovering(),
                            line.wish()
                        })
                        .toList());
        batches.batchUpdate(
                """
                UPDATE need_line SET audience = ?, asked = ?, already_trained = ?, without_hours = ?, computed = ?, declared = ?, discovering = ?, wish = ?,
                       people = CASE WHEN corrected_from IS NULL THEN ? ELSE people END, gone = FALSE, version = version + 1
                 WHERE id = ?""",
                changes.changed().stream()
                        .map(change -> new Object[] {
                            change.now().audience(),
                            change.now().asked(),
                            change.now().trained(),
                            change.now().withoutHours(),
                            change.now().people(),
                            change.now().declared(),
                            change.now().discovering(),
                            change.now().wish(),
                            change.now().people(),
                            change.lineId()
                        })
                        .toList());
    }

    /** They count no more; corrections made on them end, and that is written down. */
    void drop(List<GridLine> lines, OffsetDateTime at) {
        batches.batchUpdate(
                """
                INSERT INTO need_correction (line_id, happened_at, kind, people_before, people_after, computed, reason) VALUES (?, ?, 'DROPPED', ?, 0, 0, ?)""",
                lines.stream()
                        .filter(GridLine::isCorrected)
                        .map(line -> new Object[] {
                            line.id(), at, line.people(), "L'école ou le module n'est plus dans la grille."
                        })
                        .toList());
        batches.batchUpdate(
                """
                UPDATE need_line SET people = 0, computed = 0, asked = 0, without_hours = 0, audience = -1, corrected_from = NULL, gone = TRUE,
                       version = version + 1 WHERE id = ?""", lines.stream().map(line -> new Object[] {line.id()}).toList());
        batches.batchUpdate(
                "DELETE FROM need_school WHERE campaign_id = ? AND school_uai = ? AND NOT EXISTS (SELECT 1 FROM need_line l"
                        + " WHERE l.campaign_id = need_school.campaign_id AND l.school_uai = need_school.school_uai AND l.gone = FALSE)",
                lines.stream()
                        .map(line -> List.of(line.campaignId(), line.schoolUai()))
                        .distinct()
                        .map(List::toArray)
                        .toList());
    }

    /** Where the grid has lines and no school is asked: people of circonscriptions, schools that closed. */
    List<String> placesNotAsked(long campaignId) {
        return jdbc.sql("""
                SELECT DISTINCT l.school_uai FROM need_line l WHERE l.campaign_id = ? AND l.gone = FALSE AND NOT EXISTS (SELECT 1 FROM survey v
                 WHERE v.campaign_id = l.campaign_id AND v.school_uai = l.school_uai AND v.state <> 'ECOLE_FERMEE')""").param(campaignId).query(String.class).list();
    }

    void computed(long campaignId, OffsetDateTime at, String by) {
        if (jdbc.sql("UPDATE need_grid SET computed_at = ?, computed_by = ? WHERE campaign_id = ?")
                        .params(at, by, campaignId)
                        .update()
                == 0) {
            jdbc.sql("INSERT INTO need_grid (campaign_id, computed_at, computed_by) VALUES (?, ?, ?)")
                    .params(campaignId, at, by)
                    .update();
        }
    }

    /** Empty until it was computed a first time. */
    Optional<OffsetDateTime> computedAt(long campaignId) {
        return jdbc.sql("SELECT computed_at FROM need_grid WHERE campaign_id = ?")
                .param(campaignId)
                .query(OffsetDateTime.class)
                .optional();
    }

    /** By school, in the order the lines were computed: the grid's own. */
    public List<GridLine> lines(long campaignId) {
        return jdbc.sql(LINES + " WHERE l.campaign_id = ? AND l.gone = FALSE ORDER BY l.id")
                .param(campaignId)
                .query(LINE)
                .list();
    }

    public Optional<GridLine> line(long lineId) {
        return jdbc.sql(LINES + " WHERE l.id = ? AND l.gone = FALSE")
                .param(lineId)
                .query(LINE)
                .optional();
    }

    /**
     * Writes down what is done, then does it. False when the line has changed since it was seen: then nothing is
     * written.
     */
    boolean correct(GridLine seen, GridCorrection correction, Integer correctedFrom) {
        if (jdbc.sql(
                                "UPDATE need_line SET people = ?, corrected_from = ?, version = version + 1 WHERE id = ? AND version = ?")
                        .params(correction.peopleAfter(), correctedFrom, seen.id(), seen.version())
                        .update()
                == 0) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO need_correction (line_id, happened_at, actor, kind, people_before, people_after, computed, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        seen.id(),
                        correction.at(),
                        correction.actor(),
                        correction.kind().name(),
                        correction.peopleBefore(),
                        correction.peopleAfter(),
                        correction.computed(),
                        correction.reason())
                .update();
        return true;
    }

    /** In the order they were made. */
    List<GridCorrection> correctionsOf(long lineId) {
        return jdbc.sql(
                        "SELECT line_id, happened_at AS at, actor, kind, people_before, people_after, computed, reason FROM need_correction"
                                + " WHERE line_id = ? ORDER BY id")
                .param(lineId)
                .query(GridCorrection.class)
                .list();
    }

    /** Of a campaign, in the order they were made. */
    public List<GridCorrection> corrections(long campaignId) {
        return jdbc.sql("""
                SELECT c.line_id, c.happened_at AS at, c.actor, c.kind, c.people_before, c.people_after, c.computed, c.reason
                  FROM need_correction c JOIN need_line l ON l.id = c.line_id WHERE l.campaign_id = ? ORDER BY c.id""").param(campaignId).query(GridCorrection.class).list();
    }
}
