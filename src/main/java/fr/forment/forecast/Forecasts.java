package fr.forment.forecast;

import fr.forment.forecast.Renewals.Lapsing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What forecasts rest on, for however many circonscriptions: four statements. */
@Repository
@RequiredArgsConstructor
public class Forecasts {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param years of which the load is told: « 2027-2028 » */
    public record Ground(List<String> years, Map<String, Situation> situations, Map<String, Supposed> supposed) {

        /** Of one circonscription, year by year. */
        public List<Band> bands(String circonscriptionUai, Measure of) {
            List<YearLoad> low = load(circonscriptionUai, Scenario.LOW);
            List<YearLoad> central = load(circonscriptionUai, Scenario.CENTRAL);
            List<YearLoad> high = load(circonscriptionUai, Scenario.HIGH);
            List<Band> bands = new ArrayList<>();
            for (int year = 0; year < LoadForecast.YEARS; year++) {
                bands.add(Band.of(of.of(low.get(year)), of.of(central.get(year)), of.of(high.get(year))));
            }
            return bands;
        }

        private List<YearLoad> load(String circonscriptionUai, Scenario scenario) {
            return LoadForecast.of(
                    situations.get(circonscriptionUai),
                    supposed.get(circonscriptionUai).all(),
                    scenario);
        }
    }

    private record Counted(String place, int people, int equipped, int schools, int arrived) {}

    private record Opening(String place, LocalDate opensOn, int schools) {}

    public Ground of(Collection<String> circonscriptions) {
        LocalDate today = LocalDate.now(clock);
        int first = today.getMonth().compareTo(Month.AUGUST) >= 0 ? today.getYear() + 1 : today.getYear();
        List<String> years = new ArrayList<>();
        for (int year = first; year < first + LoadForecast.YEARS; year++) {
            years.add(year + "-" + (year + 1));
        }
        Map<String, Counted> counted = counted(circonscriptions, today);
        Map<String, List<Lapsing>> lapsing = lapsing(circonscriptions, today);
        Map<String, int[]> openings = openings(circonscriptions, first);
        Map<String, Map<Assumption, Range>> typed = typed(circonscriptions);
        Map<String, Situation> situations = new HashMap<>();
        Map<String, Supposed> supposed = new HashMap<>();
        for (String each : circonscriptions) {
            Counted its = counted.getOrDefault(each, new Counted(each, 0, 0, 0, 0));
            int[] planned = openings.getOrDefault(each, new int[LoadForecast.YEARS + 1]);
            List<Integer> due = lapsing.containsKey(each) ? Renewals.of(lapsing.get(each), first) : List.of();
            List<Range> renewal = Observed.renewal(due, its.people());
            double perSchool = its.schools() == 0 ? 0 : (double) its.people() / its.schools();
            situations.put(
                    each,
                    new Situation(
                            its.equipped() + (int) Math.round(planned[0] * perSchool),
                            perSchool,
                            List.of(planned[1], planned[2], planned[3]),
                            due,
                            typed.getOrDefault(each, Map.of()).containsKey(Assumption.RENEWAL) ? List.of() : renewal));
            Map<Assumption, Range> seen = new EnumMap<>(Assumption.class);
            new Observed(its.arrived(), its.people())
                    .turnover()
                    .ifPresent(range -> seen.put(Assumption.TURNOVER, range));
            if (!renewal.isEmpty()) {
                seen.put(Assumption.RENEWAL, Range.mean(renewal));
            }
            supposed.put(each, new Supposed(typed.getOrDefault(each, Map.of()), seen));
        }
        return new Ground(years, situations, supposed);
    }

    private Map<String, Counted> counted(Collection<String> places, LocalDate today) {
        Map<String, Counted> counted = new HashMap<>();
        jdbc.sql("""
                SELECT s.circonscription_uai AS place, COUNT(a.id) AS people,
                       SUM(CASE WHEN a.id IS NOT NULL AND o.school_uai IS NOT NULL THEN 1 ELSE 0 END) AS equipped,
                       COUNT(DISTINCT s.uai) AS schools,
                       SUM(CASE WHEN a.arrived_on > :yearAgo THEN 1 ELSE 0 END) AS arrived
                  FROM school s LEFT JOIN agent a ON a.school_uai = s.uai AND (a.left_on IS NULL OR a.left_on > :today)
                  LEFT JOIN (SELECT DISTINCT school_uai FROM vague_school WHERE state = 'EN_SERVICE') o ON o.school_uai = s.uai
                 WHERE s.circonscription_uai IN (:places) GROUP BY s.circonscription_uai""")
                .param("places", places)
                .param("today", today)
                .param("yearAgo", today.minusYears(1))
                .query((row, n) -> new Counted(
                        row.getString("place"),
                        row.getInt("people"),
                        row.getInt("equipped"),
                        row.getInt("schools"),
                        row.getInt("arrived")))
                .list()
                .forEach(each -> counted.put(each.place(), each));
        return counted;
    }

    /** Trainings that are followed again, of people in schools; none where no module lapses. */
    private Map<String, List<Lapsing>> lapsing(Collection<String> places, LocalDate today) {
        Map<String, List<Lapsing>> lapsing = new HashMap<>();
        jdbc.sql("""
                SELECT s.circonscription_uai AS place, a.id AS agent, r.trained_on, m.validity_months
                  FROM training_module m JOIN training_record r ON r.module_code = m.code
                  JOIN agent a ON a.id = r.agent_id AND (a.left_on IS NULL OR a.left_on > :today) JOIN school s ON s.uai = a.school_uai
                 WHERE m.validity_months IS NOT NULL AND m.active AND s.circonscription_uai IN (:places)""").param("places", places).param("today", today).query(row -> {
            lapsing.computeIfAbsent(row.getString("place"), any -> new ArrayList<>())
                    .add(new Lapsing(
                            row.getLong("agent"),
                            row.getObject("trained_on", LocalDate.class),
                            row.getInt("validity_months")));
        });
        return lapsing;
    }

    /** At 0 what opens before the first year begins, late ones among them; then year by year. */
    private Map<String, int[]> openings(Collection<String> places, int first) {
        Map<String, int[]> openings = new HashMap<>();
        jdbc.sql("""
                SELECT s.circonscription_uai AS place, v.opens_on AS opens_on, COUNT(DISTINCT p.school_uai) AS schools
                  FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN school s ON s.uai = p.school_uai JOIN project r ON r.id = v.project_id
                 WHERE s.circonscription_uai IN (:places) AND p.state NOT IN ('EN_SERVICE', 'RETIREE', 'REPORTEE') AND r.state <> 'ABANDONNE'
                 GROUP BY s.circonscription_uai, v.opens_on""")
                .param("places", places)
                .query((row, n) -> new Opening(
                        row.getString("place"), row.getObject("opens_on", LocalDate.class), row.getInt("schools")))
                .list()
                .forEach(opening -> {
                    int year = opening.opensOn().getYear()
                            - (opening.opensOn().getMonth().compareTo(Month.SEPTEMBER) < 0 ? 1 : 0);
                    int at = Math.max(0, year - first + 1);
                    if (at <= LoadForecast.YEARS) {
                        openings.computeIfAbsent(opening.place(), any -> new int[LoadForecast.YEARS + 1])[at] +=
                                opening.schools();
                    }
                });
        return openings;
    }

    private Map<String, Map<Assumption, Range>> typed(Collection<String> places) {
        Map<String, Map<Assumption, Range>> typed = new HashMap<>();
        jdbc.sql(
                        "SELECT circonscription_uai, code, low, central, high FROM forecast_assumption WHERE circonscription_uai IN (:places)")
                .param("places", places)
                .query(row -> {
                    typed.computeIfAbsent(row.getString(1), any -> new EnumMap<>(Assumption.class))
                            .put(
                                    Assumption.valueOf(row.getString(2)),
                                    new Range(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5)));
                });
        return typed;
    }

    /** Held until the end of the transaction: one writer at a time. */
    void hold(String circonscriptionUai) {
        jdbc.sql("SELECT uai FROM circonscription WHERE uai = ? FOR UPDATE")
                .param(circonscriptionUai)
                .query(String.class)
                .single();
    }

    void write(String circonscriptionUai, Assumption of, Range range) {
        jdbc.sql("DELETE FROM forecast_assumption WHERE circonscription_uai = ? AND code = ?")
                .params(circonscriptionUai, of.name())
                .update();
        jdbc.sql(
                        "INSERT INTO forecast_assumption (circonscription_uai, code, low, central, high) VALUES (?, ?, ?, ?, ?)")
                .params(circonscriptionUai, of.name(), range.low(), range.central(), range.high())
                .update();
    }

    static boolean isSame(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
