package fr.forment.stafflist;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much a list changes of what it covers. */
@Component
@EnableConfigurationProperties(IntakeRules.class)
@RequiredArgsConstructor
class Weight {

    /**
     * @param changes people who come, move, change, come back or are left out; newcomers of places that were empty do
     *     not count
     */
    public record Measure(int changes, int covered, boolean isHeld) {

        public int percent() {
            return covered == 0 ? 0 : (int) (changes * 100L / covered);
        }
    }

    private final Lines lines;
    private final IntakeRules rules;
    private final JdbcClient jdbc;

    Measure of(StaffImport file) {
        Map<Outcome, Integer> counts = lines.counts(file.id());
        int firstLists = jdbc.sql("""
                SELECT COUNT(*) FROM staff_import_line l JOIN staff_import_place p ON p.import_id = l.import_id AND p.uai = l.uai
                WHERE l.import_id = ? AND l.outcome = 'NEW' AND p.was_empty = TRUE""").param(file.id()).query(Integer.class).single();
        int changes = counts.getOrDefault(Outcome.NEW, 0)
                - firstLists
                + counts.getOrDefault(Outcome.BACK, 0)
                + counts.getOrDefault(Outcome.MOVED, 0)
                + counts.getOrDefault(Outcome.CHANGED, 0)
                + counts.getOrDefault(Outcome.GONE, 0);
        return new Measure(changes, file.covered(), rules.holds(changes, file.covered()));
    }
}
