package fr.forment.convocation;

import fr.forment.account.Tokens;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of calendars: whoever knows one reads it, and the house knows only its fingerprint. */
@Component
@RequiredArgsConstructor
public class CalendarFeeds {

    private static final RowMapper<CalendarFeed> FEED = (row, n) -> new CalendarFeed(
            row.getLong("agent_id"),
            row.getString("zone"),
            row.getTimestamp("made_at").toInstant());

    private final JdbcClient jdbc;

    public List<CalendarFeed> of(long agentId) {
        return jdbc.sql("SELECT * FROM calendar_feed WHERE agent_id = ? ORDER BY zone")
                .param(agentId)
                .query(FEED)
                .list();
    }

    public Optional<CalendarFeed> find(String token) {
        return jdbc.sql("SELECT * FROM calendar_feed WHERE fingerprint = ?")
                .param(Tokens.fingerprint(token))
                .query(FEED)
                .optional();
    }

    void add(CalendarFeed feed, String token) {
        jdbc.sql("INSERT INTO calendar_feed (agent_id, zone, fingerprint, made_at) VALUES (?, ?, ?, ?)")
                .params(feed.agentId(), feed.zone(), Tokens.fingerprint(token), Timestamp.from(feed.madeAt()))
                .update();
    }

    /** Whether there was one. */
    boolean remove(long agentId, String zone) {
        return jdbc.sql("DELETE FROM calendar_feed WHERE agent_id = ? AND zone = ?")
                        .params(agentId, zone)
                        .update()
                > 0;
    }
}
