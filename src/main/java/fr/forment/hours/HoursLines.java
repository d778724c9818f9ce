package fr.forment.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of a person's account, in French words and by date. */
@Component
@RequiredArgsConstructor
public class HoursLines {

    private record Entry(
            long id,
            int version,
            String sourceKey,
            LocalDate onDay,
            String label,
            String enteredBy,
            HoursState state,
            int minutes) {}

    private final JdbcClient jdbc;
    private final List<HoursSource> sources;
    private final SchoolYears years;

    public List<HoursLine> of(long agentId, String schoolYear) {
        List<Entry> entries =
                jdbc.sql("""
                SELECT e.id, e.version, e.source_key, e.on_day, e.label, COALESCE(TRIM(CONCAT(a.first_name, ' ', a.last_name)), e.entered_by) AS entered_by,
                       e.state, e.minutes
                FROM hours_entry e LEFT JOIN account a ON a.login = e.entered_by WHERE e.agent_id = ? AND e.school_year = ? ORDER BY e.id""").params(agentId, schoolYear).query(Entry.class).list();
        Map<String, HoursSource.Named> names = new HashMap<>();
        List<String> keys = entries.stream()
                .filter(entry -> entry.label() == null)
                .map(Entry::sourceKey)
                .toList();
        sources.forEach(source -> names.putAll(source.name(keys)));
        List<HoursLine> lines = entries.stream()
                .map(entry -> line(entry, names.get(entry.sourceKey()), schoolYear))
                .sorted(Comparator.comparing(HoursLine::day, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return addedUp(lines);
    }

    /** The school years this person has lines or a known service in, and the present one; latest first. */
    public List<String> years(long agentId) {
        List<String> found = new ArrayList<>(
                jdbc.sql("""
                SELECT school_year FROM hours_entry WHERE agent_id = :agent UNION SELECT school_year FROM past_service WHERE agent_id = :agent""").param("agent", agentId).query(String.class).list());
        if (!found.contains(years.today())) {
            found.add(years.today());
        }
        return found.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private HoursLine line(Entry entry, HoursSource.Named named, String schoolYear) {
        if (entry.state() == HoursState.OUTSIDE || named == null) {
            return new HoursLine(
                    entry.id(),
                    entry.version(),
                    entry.onDay(),
                    entry.label() == null ? "Formation" : entry.label(),
                    null,
                    null,
                    entry.state(),
                    entry.minutes(),
                    entry.enteredBy(),
                    0);
        }
        // who had left a session before it was put off to another year was never meant to come on the new date
        LocalDate day = years.isOf(named.day(), schoolYear) ? named.day() : null;
        return new HoursLine(
                entry.id(),
                entry.version(),
                day,
                named.label(),
                named.path(),
                named.remark(),
                entry.state(),
                entry.minutes(),
                null,
                0);
    }

    private static List<HoursLine> addedUp(List<HoursLine> lines) {
        int total = 0;
        List<HoursLine> added = new ArrayList<>();
        for (HoursLine line : lines) {
            total += line.counts() ? line.minutes() : 0;
            added.add(new HoursLine(
                    line.id(),
                    line.version(),
                    line.day(),
                    line.label(),
                    line.path(),
                    line.remark(),
                    line.state(),
                    line.minutes(),
                    line.enteredBy(),
                    total));
        }
        return added;
    }
}
