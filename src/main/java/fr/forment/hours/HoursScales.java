package fr.forment.hours;

import fr.forment.account.Signatures;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the tables of hours. A table stands from its school year on until a later year has its own, so a change made
 * next year does not rewrite the accounts of this one.
 */
@Component
@RequiredArgsConstructor
public class HoursScales {

    private static final String KIND = "HOURS_SCALE";

    private final JdbcClient jdbc;
    private final HoursRules rules;
    private final Journal journal;
    private final Signatures signatures;

    public HoursScale of(String circonscriptionUai, String schoolYear) {
        return of(Set.of(circonscriptionUai), schoolYear).get(circonscriptionUai);
    }

    /** For many circonscriptions at the cost of one query; those without a table have the prorata. */
    Map<String, HoursScale> of(Collection<String> circonscriptionUais, String schoolYear) {
        record Line(
                String circonscriptionUai,
                String schoolYear,
                ServiceTime service,
                Integer dueMinutes,
                Integer entMinutes) {}
        Map<String, Map<ServiceTime, HoursScale.Row>> tables = new HashMap<>();
        circonscriptionUais.forEach(uai -> tables.put(uai, new EnumMap<>(ServiceTime.class)));
        Map<String, String> years = new HashMap<>();
        List<Line> lines = circonscriptionUais.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT circonscription_uai, school_year, service, due_minutes, ent_minutes FROM hours_scale
                WHERE circonscription_uai IN (:uais) AND school_year <= :year ORDER BY school_year""")
                        .param("uais", circonscriptionUais)
                        .param("year", schoolYear)
                        .query(Line.class)
                        .list();
        for (Line line : lines) {
            Map<ServiceTime, HoursScale.Row> table = tables.get(line.circonscriptionUai());
            if (!line.schoolYear().equals(years.put(line.circonscriptionUai(), line.schoolYear()))) {
                table.clear(); // a later table replaces the earlier one as a whole
            }
            table.put(line.service(), new HoursScale.Row(line.dueMinutes(), line.entMinutes()));
        }
        Map<String, HoursScale> scales = new HashMap<>();
        tables.forEach((uai, table) -> scales.put(uai, new HoursScale(rules, table)));
        return scales;
    }

    /** The prorata, for who belongs to no circonscription. */
    HoursScale byDefault() {
        return new HoursScale(rules, Map.of());
    }

    /** The school years that have a table of their own, latest first. */
    public List<String> years(String circonscriptionUai) {
        return jdbc.sql(
                        "SELECT DISTINCT school_year FROM hours_scale WHERE circonscription_uai = ? AND school_year > '0001' ORDER BY school_year DESC")
                .param(circonscriptionUai)
                .query(String.class)
                .list();
    }

    /** Newest first: the school year, the service as its label, what was and what is. */
    public List<JournalEntry> historyOf(String circonscriptionUai) {
        return signatures.named(journal.latest(KIND, circonscriptionUai)).stream()
                .map(entry -> entry.what(ServiceTime.valueOf(entry.what()).label()))
                .toList();
    }

    void note(String circonscriptionUai, String schoolYear, ServiceTime time, String before, String after) {
        journal.add(JournalEntry.of(KIND, circonscriptionUai)
                .part(schoolYear)
                .what(time.name())
                .change(before, after));
    }
}
