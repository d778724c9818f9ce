package fr.forment.territory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who brought which file, when, and what it changed. Only ever added to. */
@Repository
@RequiredArgsConstructor
public class ImportJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The latest first: all of them, or those that one person brought. */
    public List<Entry> latest(int max, String by, boolean all) {
        return jdbc.sql("""
                select kind, file_name, imported_by, imported_at, good_rows, created, changed, closed, rejected_rows
                  from territory_import where imported_by = :by or :all = true order by id desc fetch first\s""" + max + " rows only")
                .param("by", by)
                .param("all", all)
                .query(Entry.class)
                .list();
    }

    void add(ImportReport report, boolean closedMissing, String fileName, String by) {
        jdbc.sql("""
                insert into territory_import (kind, file_name, imported_by, imported_at, good_rows, created, changed, closed, rejected_rows)
                values (:kind, :file, :by, :at, :good, :created, :changed, :closed, :rejected)""")
                .param("kind", report.kind().name())
                .param("file", fileName)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .param("good", report.good())
                .param("created", report.created())
                .param("changed", report.changed())
                .param(
                        "closed",
                        report.closing() + (closedMissing ? report.missing().size() : 0))
                .param("rejected", report.errorCount() + report.refusedCount())
                .update();
    }

    /** One import. */
    public record Entry(
            ImportKind kind,
            String fileName,
            String importedBy,
            OffsetDateTime importedAt,
            int goodRows,
            int created,
            int changed,
            int closed,
            int rejectedRows) {}
}
