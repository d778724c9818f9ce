package fr.forment.arrival;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to departures, by whom and why. Lines are only ever added. */
@Component
@RequiredArgsConstructor
public class DepartureHistory {

    /** One line. {@code before} is null for the first, {@code why} when nothing was said. */
    public record Line(Instant at, String byWhom, DepartureState before, DepartureState after, String why) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SignedIn me;
    private final Clock clock;

    void add(List<Departure> changed, DepartureState before, String why) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String whom = Optional.ofNullable(me.signature()).orElse(Signatures.NOBODY);
        String reason = why == null || why.isBlank() ? null : why.strip();
        batches.batchUpdate(
                "INSERT INTO departure_history (departure_id, at, by_whom, before, after, why) VALUES (?, ?, ?, ?, ?, ?)",
                changed.stream()
                        .map(each -> new Object[] {
                            each.id(),
                            now,
                            whom,
                            before == null ? null : before.name(),
                            each.state().name(),
                            reason
                        })
                        .toList());
    }

    /** Oldest first. */
    public List<Line> of(long departureId) {
        return jdbc.sql(
                        "SELECT at, by_whom, before, after, why FROM departure_history WHERE departure_id = ? ORDER BY id")
                .param(departureId)
                .query(Line.class)
                .list();
    }
}
