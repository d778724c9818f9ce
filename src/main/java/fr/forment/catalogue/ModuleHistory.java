package fr.forment.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what in a module, when and why. Lines are only ever added. */
@Component
@RequiredArgsConstructor
public class ModuleHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One changed field, with the hour of the house; texts as people read them, "" for nothing, {@code reason} may be
     * null.
     */
    public record Entry(ZonedDateTime on, String actor, String reason, String field, String before, String after) {}

    void append(String code, Instant on, String actor, String reason, FieldChange change) {
        jdbc.sql("""
                INSERT INTO module_history (module_code, happened_at, actor, reason, field, old_text, new_text)
                VALUES (:code, :on, :actor, :reason, :field, :before, :after)""")
                .param("code", code)
                .param("on", on.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("reason", reason)
                .param("field", change.field())
                .param("before", change.before())
                .param("after", change.after())
                .update();
    }

    /** Newest first. */
    public List<Entry> of(String code) {
        return jdbc.sql("""
                SELECT happened_at, actor, reason, field, old_text, new_text FROM module_history
                WHERE module_code = :code ORDER BY id DESC""")
                .param("code", code)
                .query((row, n) -> new Entry(
                        row.getObject(1, OffsetDateTime.class).atZoneSameInstant(clock.getZone()),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }
}
