package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people did with a mail by hand. */
@Component
@RequiredArgsConstructor
public class MailHistory {

    private final JdbcTemplate jdbc;
    private final AddressBook people;
    private final Clock clock;

    /** @param who the name as people read it */
    public record Line(Instant at, String who, String what) {}

    /** Oldest first. */
    public List<Line> of(long mailId) {
        List<Line> lines = jdbc.query(
                "SELECT at, by_whom, what FROM mail_history WHERE mail_id = ? ORDER BY id",
                (row, n) ->
                        new Line(row.getTimestamp("at").toInstant(), row.getString("by_whom"), row.getString("what")),
                mailId);
        Map<String, String> names = people.namesOf(lines.stream().map(Line::who).toList());
        return lines.stream()
                .map(line -> new Line(line.at(), names.get(line.who()), line.what()))
                .toList();
    }

    void add(Collection<Long> mailIds, String login, String what) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                "INSERT INTO mail_history (mail_id, at, by_whom, what) VALUES (?, ?, ?, ?)",
                mailIds.stream().map(id -> new Object[] {id, now, login, what}).toList());
    }
}
