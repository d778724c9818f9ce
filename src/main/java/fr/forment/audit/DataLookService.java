package fr.forment.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found the last time, for who opens the page: to look takes as long as there are data, and whoever reads
 * again, or two who read at once, need not wait for that.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class DataLookService {

    private static final String LINE = "\n";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param at hour of the house, once all had been looked for */
    public record Look(ZonedDateTime at, List<Audit.Finding> findings) {}

    private record Row(OffsetDateTime lookedAt, String invariant, int broken, String examples) {}

    /** In the place of whatever was found before. Of two who look at once, the later stays. */
    public void keep(List<Audit.Finding> findings) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO data_look (looked_at) VALUES (?)")
                .param(OffsetDateTime.now(clock))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        findings.forEach(finding -> jdbc.sql(
                        "INSERT INTO data_look_finding (look_id, invariant, broken, examples) VALUES (?, ?, ?, ?)")
                .params(id, finding.invariant().name(), finding.count(), String.join(LINE, finding.some()))
                .update());
        jdbc.sql("DELETE FROM data_look WHERE id < ?").param(id).update();
    }

    /** Empty until somebody or the night has looked; an invariant that is looked for no more is left out. */
    @Transactional(readOnly = true)
    public Optional<Look> last() {
        List<Row> rows = jdbc.sql("""
                SELECT l.looked_at, f.invariant, f.broken, f.examples FROM data_look l JOIN data_look_finding f ON f.look_id = l.id
                 WHERE l.id = (SELECT MAX(look_id) FROM data_look_finding)""").query(Row.class).list();
        List<Audit.Finding> findings = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            rows.stream()
                    .filter(row -> row.invariant().equals(invariant.name()))
                    .forEach(row -> findings.add(new Audit.Finding(
                            invariant,
                            row.broken(),
                            row.examples().isEmpty()
                                    ? List.of()
                                    : List.of(row.examples().split(LINE)))));
        }
        return rows.stream()
                .findFirst()
                .map(row -> new Look(row.lookedAt().atZoneSameInstant(clock.getZone()), findings));
    }
}
