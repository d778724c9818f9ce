package fr.forment.grid;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how far each computation under way has come, one per campaign; whoever writes holds the campaign. */
@Repository
@RequiredArgsConstructor
class GridRuns {

    private final JdbcClient jdbc;

    Optional<GridRun> find(long campaignId) {
        return jdbc.sql(
                        "SELECT campaign_id, up_to, closing, asked_by, added, changed, gone FROM need_run WHERE campaign_id = ?")
                .param(campaignId)
                .query(GridRun.class)
                .optional();
    }

    /** From the first school on, whatever was under way. */
    GridRun begin(GridRun run) {
        end(run.campaignId());
        jdbc.sql(
                        "INSERT INTO need_run (campaign_id, up_to, closing, asked_by, added, changed, gone) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.campaignId(),
                        run.upTo(),
                        run.closing(),
                        run.askedBy(),
                        run.added(),
                        run.changed(),
                        run.gone())
                .update();
        return run;
    }

    void keep(GridRun run) {
        jdbc.sql("UPDATE need_run SET up_to = ?, added = ?, changed = ?, gone = ? WHERE campaign_id = ?")
                .params(run.upTo(), run.added(), run.changed(), run.gone(), run.campaignId())
                .update();
    }

    /** How many of its schools are counted. */
    Advance advance(GridRun run) {
        return jdbc.sql("""
                SELECT COALESCE(SUM(CASE WHEN school_uai <= ? THEN 1 ELSE 0 END), 0) AS done, COUNT(*) AS total
                  FROM survey WHERE campaign_id = ? AND state <> 'ECOLE_FERMEE'""")
                .params(run.upTo(), run.campaignId())
                .query(Advance.class)
                .single();
    }

    /** Schools counted, of all. */
    record Advance(int done, int total) {}

    void end(long campaignId) {
        jdbc.sql("DELETE FROM need_run WHERE campaign_id = ?").param(campaignId).update();
    }
}
