package fr.forment.arrival;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import fr.forment.staff.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to arrivals, by whom and why. Lines are only ever added. */
@Component
public class ArrivalHistory {

    /** One line. {@code before} is null for the first, {@code why} when nothing was said. */
    public record Line(Instant at, String byWhom, ArrivalState before, ArrivalState after, String why) {
    }

    private static final String SYSTEM = "système";

    private final JdbcClient jdbc;
    private final SignedIn me;
    private final Clock clock;

    ArrivalHistory(JdbcClient jdbc, SignedIn me, Clock clock) {
        this.jdbc = jdbc;
        this.me = me;
        this.clock = clock;
    }

    void add(Arrival arrival, ArrivalState before, String why) {
        jdbc.sql("INSERT INTO arrival_history (arrival_id, at, by_whom, before, after, why) VALUES (?, ?, ?, ?, ?, ?)")
                .params(arrival.id(), OffsetDateTime.now(clock), Optional.ofNullable(me.login()).orElse(SYSTEM),
                        before == null ? null : before.name(), arrival.state().name(), why == null || why.isBlank() ? null : why.strip())
                .update();
    }

    /** Oldest first. */
    public List<Line> of(long arrivalId) {
        return jdbc.sql("SELECT at, by_whom, before, after, why FROM arrival_history WHERE arrival_id = ? ORDER BY id")
                .param(arrivalId).query(Line.class).list();
    }
}
