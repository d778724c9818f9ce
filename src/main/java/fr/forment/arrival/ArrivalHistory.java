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

/** What happened to arrivals, by whom and why. Lines are only ever added. */
@Component
@RequiredArgsConstructor
public class ArrivalHistory {

    /** One line. {@code before} is null for the first, {@code why} when nothing was said. */
    public record Line(Instant at, String byWhom, ArrivalState before, ArrivalState after, String why) {}

    static final String DECLARED = "Déclarée sur place";
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final SignedIn me;
    private final Clock clock;

    void add(Arrival arrival, ArrivalState before, String why) {
        add(List.of(arrival), before, why);
    }

    void add(List<Arrival> changed, ArrivalState before, String why) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String whom = Optional.ofNullable(me.signature()).orElse(Signatures.NOBODY);
        String reason = why == null || why.isBlank() ? null : why.strip();
        batches.batchUpdate(
                "INSERT INTO arrival_history (arrival_id, at, by_whom, before, after, why) VALUES (?, ?, ?, ?, ?, ?)",
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

    /** How many newcomers the signed-in person declared since then. */
    int declaredSince(OffsetDateTime then) {
        return jdbc.sql("SELECT COUNT(*) FROM arrival_history WHERE by_whom = ? AND at >= ? AND why = ?")
                .params(Optional.ofNullable(me.signature()).orElse(Signatures.NOBODY), then, DECLARED)
                .query(Integer.class)
                .single();
    }

    /** Oldest first. */
    public List<Line> of(long arrivalId) {
        return jdbc.sql("SELECT at, by_whom, before, after, why FROM arrival_history WHERE arrival_id = ? ORDER BY id")
                .param(arrivalId)
                .query(Line.class)
                .list();
    }
}
