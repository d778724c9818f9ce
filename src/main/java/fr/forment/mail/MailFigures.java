package fr.forment.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the outbox stands. What has left is not counted: it only grows, and counting it would cost more each year. */
@Component
@RequiredArgsConstructor
public class MailFigures {

    private static final Set<MailState> GONE = EnumSet.of(MailState.SENT, MailState.DEPOSITED);

    /** @param oldestWait how long the oldest mail whose hour has come has been waiting */
    public record Figures(Map<String, Long> byState, Duration oldestWait) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The states that are counted. */
    public static List<String> states() {
        return Arrays.stream(MailState.values())
                .filter(state -> !GONE.contains(state))
                .map(Enum::name)
                .toList();
    }

    public Figures now() {
        Map<MailState, Long> counted = new EnumMap<>(MailState.class);
        jdbc.sql("SELECT state, COUNT(*) FROM outbox_mail WHERE state IN (:states) GROUP BY state")
                .param("states", states())
                .query(row -> {
                    counted.put(MailState.valueOf(row.getString(1)), row.getLong(2));
                });
        Instant now = clock.instant();
        Instant oldest = jdbc.sql("SELECT MIN(not_before) FROM outbox_mail WHERE state = 'QUEUED' AND not_before <= ?")
                .param(Timestamp.from(now))
                .query((row, i) ->
                        row.getTimestamp(1) == null ? now : row.getTimestamp(1).toInstant())
                .single();
        Map<String, Long> byState = new java.util.TreeMap<>();
        states().forEach(state -> byState.put(state, counted.getOrDefault(MailState.valueOf(state), 0L)));
        return new Figures(byState, Duration.between(oldest, now));
    }
}
