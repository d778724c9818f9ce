package fr.forment.territory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who brought which file, when, and what it changed. Only ever added to. */
@Repository
public class ImportJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The latest first. */
    public List<Entry> latest(int max) {
        return jdbc.sql("""
                select kind, file_name, imported_by, imported_at, good_rows, created, changed, closed, rejected_rows
                  from territory_import order by id desc fetch first\s""" + max + " rows only").query(Entry.class).list();
    }

    void add(ImportReport report, boolean closedMissing, String fileName, String by) {
        jdbc.sql("""
                insert into territory_import (kind, file_name, imported_by, imported_at, good_rows, created, changed, closed, rejected_rows)
                values (:kind, :file, :by, :at, :good, :created, :changed, :closed, :rejected)""")
                .param("kind", report.kind().name()).param("file", fileName).param("by", by)
                .param("at", OffsetDateTime.now(clock)).param("good", report.good()).param("created", report.created())
                .param("changed", report.changed()).param("closed", report.closing() + (closedMissing ? report.missing().size() : 0))
                .param("rejected", report.errorCount()).update();
    }

    /** One import. */
    public record Entry(ImportKind kind, String fileName, String importedBy, OffsetDateTime importedAt, int goodRows, int created,
                        int changed, int closed, int rejectedRows) {
    }
}
