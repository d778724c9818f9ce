package fr.forment.plan;

import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.conditions.Checked;
import fr.forment.plan.conditions.Lack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found about a version when it was last checked: needs, hours per person, hours that lack, warnings. */
@Repository
@RequiredArgsConstructor
class PlanFindings {

    private static final String NEEDS =
            "SELECT school_uai, module_code, profile, people FROM plan_need WHERE plan_id = ?";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate bulk;

    /** Takes the place of what was found before. @param openings what is measured against the day a vague opens */
    void replace(
            long planId,
            List<Need> needs,
            List<Load> loads,
            List<Lack> lacks,
            List<Warning> lasting,
            List<Warning> openings) {
        List.of("plan_need", "plan_load", "plan_lack")
                .forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE plan_id = ?")
                        .param(planId)
                        .update());
        bulk.batchUpdate(
                "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) VALUES (:plan, :uai, :module, :profile, :people)",
                needs.stream()
                        .map(need -> of(planId)
                                .addValue("uai", need.schoolUai())
                                .addValue("module", need.moduleCode())
                                .addValue("profile", need.profile().name())
                                .addValue("people", need.people()))
                        .toArray(MapSqlParameterSource[]::new));
        bulk.batchUpdate(
                """
                INSERT INTO plan_load (plan_id, agent_id, school_uai, planned_minutes, left_minutes)
                VALUES (:plan, :agent, :uai, :planned, :left)""",
                loads.stream()
                        .map(load -> of(planId)
                                .addValue("agent", load.agentId())
                                .addValue("uai", load.schoolUai())
                                .addValue("planned", load.plannedMinutes())
                                .addValue("left", load.leftMinutes()))
                        .toArray(MapSqlParameterSource[]::new));
        bulk.batchUpdate(
                "INSERT INTO plan_lack (plan_id, school_uai, module_code, minutes, people) VALUES (:plan, :uai, :module, :minutes, :people)",
                lacks.stream()
                        .map(lack -> of(planId)
                                .addValue("uai", lack.schoolUai())
                                .addValue("module", lack.moduleCode())
                                .addValue("minutes", lack.minutes())
                                .addValue("people", lack.people()))
                        .toArray(MapSqlParameterSource[]::new));
        replaceWarnings(planId, lasting, openings);
    }

    /** The same of warnings alone. */
    void replaceWarnings(long planId, List<Warning> lasting, List<Warning> openings) {
        List<Warning> warnings = Stream.concat(lasting.stream(), openings.stream())
                .sorted(Comparator.comparing(Warning::weight))
                .toList();
        jdbc.sql("DELETE FROM plan_warning WHERE plan_id = ?").param(planId).update();
        bulk.batchUpdate(
                "INSERT INTO plan_warning (plan_id, position, weight, line, text, of_hours, of_opening) VALUES (:plan, :position, :weight, :line, :text, :hours, :opening)",
                IntStream.range(0, warnings.size())
                        .mapToObj(n -> of(planId)
                                .addValue("position", n)
                                .addValue("weight", warnings.get(n).weight().name())
                                .addValue("line", warnings.get(n).line())
                                .addValue("text", warnings.get(n).text())
                                .addValue("hours", warnings.get(n).ofHours())
                                .addValue("opening", openings.contains(warnings.get(n))))
                        .toArray(MapSqlParameterSource[]::new));
    }

    List<Need> needs(long planId) {
        return jdbc.sql(NEEDS + " ORDER BY school_uai, module_code, profile")
                .param(planId)
                .query(PlanFindings::need)
                .list();
    }

    List<Need> needs(long planId, String moduleCode) {
        return jdbc.sql(NEEDS + " AND module_code = ?")
                .params(planId, moduleCode)
                .query(PlanFindings::need)
                .list();
    }

    List<Load> loads(long planId) {
        return jdbc.sql(
                        "SELECT agent_id, school_uai, planned_minutes, left_minutes FROM plan_load WHERE plan_id = ? ORDER BY school_uai, agent_id")
                .param(planId)
                .query(Load.class)
                .list();
    }

    List<Lack> lacks(long planId) {
        return jdbc.sql(
                        "SELECT school_uai, module_code, minutes, people FROM plan_lack WHERE plan_id = ? ORDER BY school_uai, module_code, minutes")
                .param(planId)
                .query(Lack.class)
                .list();
    }

    /** Needs and hours that lack, by one statement: pages that read whole plans read much else. */
    Checked checked(long planId) {
        List<Need> needs = new ArrayList<>();
        List<Lack> lacks = new ArrayList<>();
        jdbc.sql("""
                SELECT school_uai, module_code, profile, people, 0 AS minutes FROM plan_need WHERE plan_id = ?
                UNION ALL SELECT school_uai, module_code, NULL, people, minutes FROM plan_lack WHERE plan_id = ?
                ORDER BY school_uai, module_code, profile, minutes""")
                .params(planId, planId)
                .query((row, number) -> row.getString("profile") == null
                        ? lacks.add(new Lack(
                                row.getString("school_uai"),
                                row.getString("module_code"),
                                row.getInt("minutes"),
                                row.getInt("people")))
                        : needs.add(need(row, number)))
                .list();
        return new Checked(needs, lacks);
    }

    /** Without what was measured against the days that the vagues then opened. */
    List<Warning> lastingWarnings(long planId) {
        return jdbc.sql(
                        "SELECT weight, line, text, of_hours FROM plan_warning WHERE plan_id = ? AND of_opening = FALSE ORDER BY position")
                .param(planId)
                .query(Warning.class)
                .list();
    }

    List<Warning> warnings(long planId) {
        return jdbc.sql("SELECT weight, line, text, of_hours FROM plan_warning WHERE plan_id = ? ORDER BY position")
                .param(planId)
                .query(Warning.class)
                .list();
    }

    private static Need need(ResultSet row, int number) throws SQLException {
        return new Need(row.getString(1), row.getString(2), Profile.valueOf(row.getString(3)), row.getInt(4));
    }

    private static MapSqlParameterSource of(long planId) {
        return new MapSqlParameterSource("plan", planId);
    }
}
